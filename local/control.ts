import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from './access/access.ts';
import { signedRequestOf } from './access/canonical-request.ts';
import type { Deployment } from './assembly/deploy.ts';
import type { Clock } from './clock.ts';
import { readBody } from './json-service.ts';
import type { Lambda } from './lambda/lambda.ts';
import type { Handler } from './server.ts';
import { ServiceError } from './service.ts';
import type { Ses } from './ses/ses.ts';

interface Controlled {
  readonly clock: Clock;
  readonly deployment: Deployment;
  readonly lambda: Pick<Lambda, 'logOf'>;
  readonly access: Pick<Access, 'unusedGrants'>;
  readonly ses: Pick<Ses, 'throttle'>;
}

/**
 * What AWS does not have and a developer of one machine needs, below `/_local/`, unsigned:
 *
 * - `GET clock` gives `{now}`; `POST clock` with `{to}`, an ISO 8601 instant, turns the clock there and answers
 *   when all that this set going has settled;
 * - `GET settled` answers when nothing is going on any more;
 * - `GET outputs` and `GET resources` give the stacks' outputs and physical ids, by stack;
 * - `GET logs/<function>` gives what a function wrote;
 * - `POST throttle` with `{mails}` has the mail service refuse so many requests;
 * - `GET grants` lists the permissions of roles that nothing has used.
 */
export function controlHandler(controlled: Controlled): Handler {
  return async (request, response) => {
    const { path } = signedRequestOf(request);
    const [, name = '', rest] = /^\/_local\/(\w+)(?:\/(.+))?$/.exec(path) ?? [];
    try {
      if (name === 'logs' && rest !== undefined) {
        sendText(response, controlled.lambda.logOf(decodeURIComponent(rest)));
        return;
      }
      const endpoint = endpoints[`${request.method} ${name}`];
      if (!endpoint || rest !== undefined) throw new ServiceError('NotFound', `There is no ${path}.`, 404);
      sendJson(response, 200, await endpoint(controlled, request));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      sendJson(response, error.status, { message: error.message });
    }
  };
}

type Endpoint = (controlled: Controlled, request: IncomingMessage) => Promise<unknown>;

const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET clock': async ({ clock }) => ({ now: iso(clock.now()) }),
  'POST clock': async ({ clock }, request) => {
    const to = await readInstant(request);
    if (to < clock.now()) throw new ServiceError('BadRequest', 'The clock turns forward only.');
    await clock.turnTo(to);
    return { now: iso(clock.now()) };
  },
  'GET settled': async ({ clock }) => {
    await clock.settled();
    return { now: iso(clock.now()) };
  },
  'GET outputs': async ({ deployment }) => deployment.outputs,
  'GET resources': async ({ deployment }) => deployment.resources,
  'POST throttle': async ({ ses }, request) => {
    const { mails } = (await readObject(request)) as { mails?: unknown };
    if (!Number.isInteger(mails) || Number(mails) < 0) {
      throw new ServiceError('BadRequest', 'Send {"mails": <number>}.');
    }
    ses.throttle(Number(mails));
    return { mails };
  },
  'GET grants': async ({ access }) => access.unusedGrants(),
};

/** The content type keeps pages of other origins out: browsers ask before they send JSON, and are not answered. */
async function readObject(request: IncomingMessage): Promise<object> {
  if (request.headers['content-type'] !== 'application/json') {
    throw new ServiceError('UnsupportedMediaType', 'Send application/json.', 415);
  }
  const body = await readBody(request, 1024);
  try {
    return Object(JSON.parse(body.toString('utf8')));
  } catch {
    return {};
  }
}

async function readInstant(request: IncomingMessage): Promise<number> {
  const { to } = (await readObject(request)) as { to?: unknown };
  const instant = Date.parse(String(to ?? ''));
  if (Number.isNaN(instant)) throw new ServiceError('BadRequest', 'Send {"to": <ISO 8601 instant>}.');
  return instant;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(value)}\n`);
}

function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
