import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What S3 answers to a request. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** XML, or the bytes of an object. */
  readonly body?: string | Readable;
}

/** Sends an answer; one to HEAD has its headers only. Resolves when it is out, or the client has gone. */
export async function send(response: ServerResponse, method: string, answer: Answer): Promise<void> {
  const { status, headers = {}, body = '' } = answer;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (typeof body === 'string') {
    if (body !== '') response.setHeader('content-type', 'application/xml');
    if (status !== 204 && status !== 304 && method !== 'HEAD') {
      response.setHeader('content-length', Buffer.byteLength(body));
    }
    response.writeHead(status);
    response.end(method === 'HEAD' ? undefined : body);
    return;
  }
  response.writeHead(status);
  // A client that goes away in the middle is no fault of the cloud's.
  await pipeline(body, response).catch(() => response.destroy());
}
