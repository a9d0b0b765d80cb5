import { createContext, Script } from 'node:vm';
import { Refused } from '../assembly/properties.ts';
import type { ViewerRequest } from './definition.ts';

/**
 * Milliseconds after which a function is taken never to end. CloudFront counts computing and stops at about one; here the
 * clock on the wall is counted, and a busy machine may leave a function waiting for long.
 */
const longest = 10_000;

/**
 * A CloudFront function for viewer requests that changes the request's path and nothing else. One that answers by
 * itself, or changes the method, the query, headers or cookies, is a TypeError when it does so.
 *
 * "CloudFront Functions event structure":
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
function viewerFunction(name: string, code: string): (request: ViewerRequest) => string {
  const script = new Script(`${code}\n;JSON.stringify(handler(JSON.parse(event)))`, { filename: name });
  return ({ method, uri, ip }) => {
    const request = { method, uri, querystring: {}, headers: {}, cookies: {} };
    const event = { version: '1.0', context: { eventType: 'viewer-request' }, viewer: { ip }, request };
    const result = script.runInContext(createContext({ event: JSON.stringify(event) }), { timeout: longest });
    const changed = JSON.parse(String(result)) as typeof request;
    if (JSON.stringify({ ...changed, uri }) !== JSON.stringify(request)) {
      throw new TypeError(
        `${name} does more than to change the path, which the local cloud does not support`,
      );
    }
    return changed.uri;
  };
}

/** Refuses at load what could not even be read when it is needed. */
export function checkedFunction(name: string, code: string): (request: ViewerRequest) => string {
  try {
    return viewerFunction(name, code);
  } catch (error) {
    throw new Refused(`FunctionCode: ${(error as Error).message}`);
  }
}
