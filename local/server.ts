import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedRequestOf } from './access/canonical-request.ts';
import type { Clock } from './clock.ts';
import { sendError, unknownOperation } from './json-service.ts';
import type { Service } from './service.ts';

export interface Server {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** SDKs keep connections open, and those of a frozen Lambda cannot see one close: let them rest long. */
const keepAliveMs = 10 * 60_000;

/**
 * Listens on the loopback interface, which nobody else can reach. A request that breaks its handler is answered
 * with a 500 and logged; the others go on. `Date` in answers is the cloud's, so that clients whose own clock
 * differs can correct their signatures, as SDKs do.
 */
export async function listen(port: number, clock: Pick<Clock, 'now'>, handle: Handler): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(clock.now()).toUTCString());
    const handling = isForLoopback(request) ? handle(request, response) : refuseHost(response);
    handling.catch((error: unknown) => sendError(response, error));
  });
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Hands a signed request to the service of its credential scope, and any other to `unsigned`. A service that is not
 * there is answered as an unknown operation that names it.
 */
export function byService(services: ReadonlyMap<string, Service>, unsigned: Handler): Handler {
  return async (request, response) => {
    const name = serviceOf(request);
    if (name === undefined) return unsigned(request, response);
    const service = services.get(name);
    if (service) return service.handle(request, response);
    const target = String(request.headers['x-amz-target'] ?? `${request.method} ${request.url}`);
    sendError(response, unknownOperation(name, target));
  };
}

/** The service in the credential scope, `<key id>/<date>/<region>/<service>/aws4_request`, of header or query. */
function serviceOf(request: IncomingMessage): string | undefined {
  const header = /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  const { query } = signedRequestOf(request);
  const credential = header ?? new URLSearchParams(query).get('X-Amz-Credential') ?? undefined;
  return credential?.split('/').at(-2);
}

/** A page from elsewhere that points its own name at 127.0.0.1 must not get in. */
function isForLoopback({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|\[::1\]|([\w-]+\.)*localhost)(:\d+)?$/.test(headers.host ?? '');
}

async function refuseHost(response: ServerResponse): Promise<void> {
  response.writeHead(421).end('The local cloud answers to 127.0.0.1 and localhost only.\n');
}
