import type { Fields } from './fields.ts';
import type { Resource } from './machine.ts';

/**
 * Reads `Resource`: a Lambda function's ARN, the start of another execution, or an integration, of which
 * `integrates` tells which there are. `.waitForTaskToken` can follow any integration, `.sync` only the start of
 * an execution.
 * "Integrating services with Step Functions",
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
export function readResource(fields: Fields, integrates: (key: string) => boolean): Resource {
  const arn = fields.string('Resource') ?? '';
  const resource = isFunctionArn(arn) ? functionResource(arn, integrates) : serviceResource(arn, integrates);
  if (resource) return resource;
  if (arn !== '') fields.refuse(`The resource '${arn}' is not supported here`, 'Resource');
  return { kind: 'function', arn };
}

function isFunctionArn(arn: string): boolean {
  return /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/.test(arn);
}

function functionResource(arn: string, integrates: (key: string) => boolean): Resource | undefined {
  return integrates('lambda:invoke') ? { kind: 'function', arn } : undefined;
}

function serviceResource(arn: string, integrates: (key: string) => boolean): Resource | undefined {
  const [, key, suffix] =
    /^arn:aws[\w-]*:states:::([\w:-]+?)(\.sync|\.sync:2|\.waitForTaskToken)?$/.exec(arn) ?? [];
  if (key === undefined) return undefined;
  if (key === 'states:startExecution') return { kind: 'execution', waitsFor: waits(suffix) };
  if (!integrates(key) || suffix?.startsWith('.sync')) return undefined;
  return { kind: 'integration', key, waitsForToken: suffix === '.waitForTaskToken' };
}

function waits(suffix: string | undefined) {
  if (suffix === '.waitForTaskToken') return 'token';
  if (suffix === '.sync') return 'child';
  return suffix === '.sync:2' ? 'child, parsed' : 'nothing';
}
