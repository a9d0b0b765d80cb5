import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { read, readJson } from '../contract/faults.ts';
import type { Relations } from '../domain/access/relations.ts';
import { type ProtectedRoute, verdictOn } from '../domain/access/table.ts';
import { type Answer, notFound, type Refused, respond } from './answer.ts';
import { type Asked, askedBy, bodyOf, type Event } from './asked.ts';
import { count, logger, observed } from './observed.ts';

/** A request as an operation sees it: with its body, and what it is about. */
export interface Request<Body, Subject = undefined> extends Asked {
  readonly body: Body;
  readonly subject: Subject;
}

/** One operation of the API. */
export interface Operation<Subject = undefined> {
  run(event: Event, asked: Asked, subject: Subject): Promise<Answer>;
}

/** An operation whose request has no body. */
export function reading<Subject>(
  run: (request: Request<undefined, Subject>) => Promise<Answer>,
): Operation<Subject> {
  return { run: (_event, asked, subject) => run({ ...asked, body: undefined, subject }) };
}

/** An operation whose request has parameters after the path; those that its schema refuses are told. */
export function querying<Query, Subject>(
  schema: z.ZodMiniType<Query>,
  run: (request: Request<Query, Subject>) => Promise<Answer>,
): Operation<Subject> {
  return {
    run: async (_event, asked, subject) => {
      const result = read(schema, asked.query);
      if ('faults' in result) return { refused: 'malformed-request', status: 400, faults: result.faults };
      return run({ ...asked, body: result.value, subject });
    },
  };
}

/** An operation whose request has a body; one that its schema refuses changes nothing. */
export function writing<Body, Subject>(
  schema: z.ZodMiniType<Body>,
  run: (request: Request<Body, Subject>) => Promise<Answer>,
): Operation<Subject> {
  return {
    run: async (event, asked, subject) => {
      const result = readJson(schema, bodyOf(event));
      if ('faults' in result) return { refused: 'malformed-request', status: 400, faults: result.faults };
      return run({ ...asked, body: result.value, subject });
    },
  };
}

/** What a request is about, with what the person is to it; or why there is nothing to do. */
export type Finding<Subject> =
  | {
      readonly subject: Subject;
      readonly relations: Relations;
      /** The call whose ties are to be declared, where the request is about one. */
      readonly callId?: string;
    }
  | Refused;

/** A Lambda that answers the routes open to everybody; the gateway sends it no others. */
export function openApi<Key extends string>(operations: Readonly<Record<Key, Operation>>) {
  return served(operations, (operation, _key, event, asked) => operation.run(event, asked, undefined));
}

/**
 * A Lambda that answers the routes of one audience. Who may is decided by the table of `domain/access` before anything
 * of the request but its path is looked at.
 */
export function api<Key extends ProtectedRoute, Subject>(
  operations: Readonly<Record<Key, Operation<Subject>>>,
  find: (asked: Asked) => Promise<Finding<Subject>>,
) {
  return served(operations, async (operation, key, event, asked) => {
    const found = await find(asked);
    if ('refused' in found) return found;
    const verdict = verdictOn(key, found.relations);
    if (verdict === 'hidden') return notFound;
    if (verdict === 'refused') return { refused: 'not-allowed', status: 403 };
    if (verdict === 'undeclared') return tiesFirst(found.callId ?? '');
    return operation.run(event, asked, found.subject);
  });
}

/** Tells whoever has not declared their ties to a call where that is done. */
function tiesFirst(callId: string): Refused {
  return {
    refused: 'ties-not-declared',
    status: 409,
    details: { callId, address: `/calls/${callId}/ties` },
  };
}

function served<Key extends string, Subject>(
  operations: Readonly<Record<Key, Operation<Subject>>>,
  answer: (operation: Operation<Subject>, key: Key, event: Event, asked: Asked) => Promise<Answer>,
) {
  return observed(async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const asked = askedBy(event);
    if (!isAmong(event.routeKey, operations)) return respond(notFound, asked.language);
    const operation = operations[event.routeKey];
    try {
      return respond(await answer(operation, event.routeKey, event, asked), asked.language);
    } catch (error) {
      // The log has the whole of it, the alarm rings as for any failure; the person is told nothing of the inside.
      logger.error('an operation failed', error as Error);
      count('RequestsFailed');
      return respond({ refused: 'failed', status: 500 }, asked.language);
    }
  });
}

function isAmong<Key extends string>(key: string, operations: Readonly<Record<Key, unknown>>): key is Key {
  return Object.hasOwn(operations, key);
}
