import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Start } from './messages.ts';

export type Handler = (event: unknown, context: unknown) => unknown;

/**
 * Loads `<module>.<export>` from the task root as Lambda's Node.js 24 runtime does, and refuses as it refuses:
 * Runtime.ImportModuleError, HandlerNotFound, UserCodeSyntaxError, MalformedHandlerName, and
 * CallbackHandlerDeprecated for handlers that take a callback.
 *
 * "Define Lambda function handler in Node.js", https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export async function loadHandler({ taskRoot, handler: name, sdkImporter }: Start): Promise<Handler> {
  resolveOnlyWithin(taskRoot, sdkImporter);
  const parts = /^((?:.*\/)?)([^./]+)\.(.+)$/.exec(name);
  if (!parts || name.includes('..')) throw refusal('MalformedHandlerName', `Bad handler '${name}'`);
  const [, folder = '', module = '', path = ''] = parts;
  const exported = await importModule(join(taskRoot, folder, module));
  const handler = lookUp(exported, path) ?? lookUp(exported.default, path);
  if (typeof handler !== 'function') throw refusal('HandlerNotFound', `${name} is undefined or not exported`);
  if (handler.length >= 3) {
    throw refusal(
      'CallbackHandlerDeprecated',
      'AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.',
    );
  }
  return handler as Handler;
}

async function importModule(base: string): Promise<Record<string, unknown>> {
  const file = ['', '.js', '.mjs', '.cjs'].map((extension) => base + extension).find(existsSync);
  if (!file) throw refusal('ImportModuleError', `Error: Cannot find module '${base}'`);
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal('UserCodeSyntaxError', String(error));
    const { code } = error as { code?: unknown };
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
      throw refusal('ImportModuleError', String(error));
    }
    throw error;
  }
}

function lookUp(from: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], from);
}

/**
 * A bundle that lacks a package must fail here as it fails in Lambda, and not find it in the node_modules of the
 * project around it. The SDK is the exception: Lambda's runtime brings it along.
 */
function resolveOnlyWithin(taskRoot: string, sdkImporter: string): void {
  const root = pathToFileURL(`${taskRoot}/`).href;
  const runtime = createRequire(sdkImporter);
  const isWithin = (url: string) => url.startsWith(root) || !url.startsWith('file:');
  registerHooks({
    resolve(specifier, context, next) {
      if (!context.parentURL?.startsWith(root)) return next(specifier, context);
      try {
        const resolved = next(specifier, context);
        if (isWithin(resolved.url)) return resolved;
      } catch (error) {
        if (!isOfSdk(specifier)) throw error;
      }
      if (isOfSdk(specifier)) {
        // `require` resolves from the module that calls it, whatever the context says; a path it takes as it is.
        return context.conditions.includes('require')
          ? next(runtime.resolve(specifier), context)
          : next(specifier, { ...context, parentURL: sdkImporter });
      }
      const missing = new Error(`Cannot find package '${specifier}' imported from ${context.parentURL}`);
      throw Object.assign(missing, { code: 'ERR_MODULE_NOT_FOUND' });
    },
  });
}

function isOfSdk(specifier: string): boolean {
  return /^@(aws-sdk|smithy)\//.test(specifier);
}

function refusal(type: string, message: string): Error {
  return Object.assign(new Error(message), { name: `Runtime.${type}` });
}
