import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../local/clock.ts';
import { Cognito } from '../../../local/cognito/cognito.ts';
import { cognitoKinds } from '../../../local/cognito/resources.ts';
import { openDatabase } from '../../../local/database.ts';
import type { JsonObject, Place } from '../../../local/service.ts';

/** User pools declared by their CloudFormation properties, served on a port of their own. */
export interface Pools {
  readonly origin: string;
  readonly clock: Clock;
  readonly cognito: Cognito;
  /** Where the database is. */
  readonly directory: string;
  /** Gives what `Ref` would. */
  declare(type: string, logicalId: string, properties: JsonObject): Promise<string>;
  attributes(type: string, logicalId: string, properties?: JsonObject): Readonly<Record<string, string>>;
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  /** What is left is only what is on disk: a new process on the same port and the same directory. */
  restart(): void;
  close(): Promise<void>;
}

export async function startPools(): Promise<Pools> {
  const directory = mkdtempSync(join(tmpdir(), 'cognito-'));
  const server = createServer((request, response) => void cognito.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place: Place = { account: '000000000000', region: 'eu-north-1', origin };
  const clock = new Clock();
  let database = openDatabase(directory);
  let cognito = new Cognito({ clock, database, place });
  const kind = (type: string) => {
    const found = cognitoKinds(cognito, place).find((each) => each.type === `AWS::Cognito::${type}`);
    if (!found) throw new Error(`no kind ${type}`);
    return found;
  };
  return {
    origin,
    clock,
    directory,
    get cognito() {
      return cognito;
    },
    async declare(type, logicalId, properties) {
      const resource = { stack: 'Test', logicalId, properties };
      await kind(type).create(resource);
      return kind(type).ref(resource);
    },
    attributes: (type, logicalId, properties = {}) =>
      kind(type).attributes({ stack: 'Test', logicalId, properties }),
    call(operation, input) {
      const known = cognito.operations()[operation];
      if (!known) throw new Error(`no operation ${operation}`);
      return known.run(input, { kind: 'developer' });
    },
    restart() {
      database.close();
      database = openDatabase(directory);
      cognito = new Cognito({ clock, database, place });
    },
    async close() {
      clock.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      database.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** As much of a browser as a sign-in needs: it keeps cookies by path and leaves redirects to the caller. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async get(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url);
    const sent = [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    const headers = { ...(init.headers as Record<string, string>), cookie: sent.join('; ') };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  post(url: string, form: Record<string, string>): Promise<Response> {
    return this.get(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Goes where the response leads; a response that leads nowhere is an error with its text. */
  async follow(response: Response): Promise<Response> {
    return this.get(await leadsTo(response));
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, path = '/'] = /path=([^;]+)/i.exec(line) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}

/** The absolute URL of a redirect. */
export async function leadsTo(response: Response): Promise<string> {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.status} without location: ${await response.text()}`);
  return new URL(location, response.url).href;
}
