import type { IncomingMessage } from 'node:http';

/**
 * Quotas in bytes: the request line with all header values, and the payload. The page does not give the
 * status of what exceeds the first; 431 is HTTP's.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
const largestHeader = 10_240;
const largestPayload = 10 * 1024 * 1024;

/**
 * Path and query as they came, the path without `/_api/<apiId>`, under which the server keeps every API.
 * Undefined if the path holds a broken escape.
 */
export function splitUrl(
  request: IncomingMessage,
  apiId: string,
): { path: string; query: string } | undefined {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const prefix = `/_api/${apiId}`;
  const below = path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
  return isDecodable(below) ? { path: below || '/', query } : undefined;
}

/** Whether request line and header values exceed their quota together. */
export function isHeaderTooLarge(request: IncomingMessage): boolean {
  const values = request.rawHeaders.filter((_, index) => index % 2 === 1);
  const line = `${request.method} ${request.url} HTTP/${request.httpVersion}`;
  const size = [line, ...values].reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  return size > largestHeader;
}

/**
 * The body, or undefined if it is too large; the rest is then not read, but the connection can still answer.
 */
export async function readPayload(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > largestPayload) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestPayload) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
