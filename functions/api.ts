import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { read, readJson } from '../contract/faults.ts';
import type { Problem } from '../contract/routes.ts';
import type { Relations, SignedIn } from '../domain/access/relations.ts';
import { type ProtectedRoute, verdictOn } from '../domain/access/table.ts';
import type { Fault } from '../domain/fault.ts';
import type { Refusal } from '../domain/log/decider.ts';
import { languageOf } from '../texts/accept-language.ts';
import { textOfFault } from '../texts/faults.ts';
import type { Language } from '../texts/language.ts';
import { refusalTexts } from '../texts/refusals.ts';
import { count, logger, observed } from './observed.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
export type RefusalCode = keyof typeof refusalTexts;

/** A request before anybody knows what it is about. */
export interface Asked {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly person: SignedIn;
  /** What the reader asked to read. */
  readonly language: Language;
  /** The revision that the header `If-Match` names (RFC 9110 § 13.1.1): undefined without one, 0 where it names none of ours. */
  readonly ifMatch: number | undefined;
}

/** A request as an operation sees it: with its body, and what it is about. */
export interface Request<Body, Subject = undefined> extends Asked {
  readonly body: Body;
  readonly subject: Subject;
}

/** An answer: a document with its status, a text of some type, or a refusal, which becomes a problem document. */
export type Answer =
  | {
      readonly status: number;
      readonly document: unknown;
      /** What the document is a revision of can be edited: `If-Match` names this one. */
      readonly revision?: number;
      /** How long anybody may keep it; what is not public says nothing of it, and is kept by nobody. */
      readonly maxAgeSeconds?: number;
    }
  | { readonly status: number; readonly text: string; readonly type: string }
  | {
      readonly status: number;
      readonly bytes: Uint8Array;
      readonly type: string;
      /** What a browser is to save it as: letters of ASCII. */
      readonly fileName: string;
    }
  | Refused;

/** Why a request is not carried out. Its code has a text; details and faults are the client's own input. */
export interface Refused {
  readonly refused: RefusalCode;
  readonly status: number;
  readonly details?: Refusal['details'];
  readonly faults?: readonly Fault[];
  /** What is there instead of what the request was about. */
  readonly current?: unknown;
  readonly revision?: number;
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
export type Finding<Subject> = { readonly subject: Subject; readonly relations: Relations } | Refused;

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
    return verdict === 'refused'
      ? { refused: 'not-allowed', status: 403 }
      : operation.run(event, asked, found.subject);
  });
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

/** What is refused because the log's rules refuse it. */
export function conflict({ refused, details }: Refusal<RefusalCode>): Refused {
  return { refused, status: forbidden.has(refused) ? 403 : 409, ...(details ? { details } : {}) };
}

/** Where a person outside asks, or nothing is there: the same answer, so that it tells nothing. */
export const notFound: Refused = { refused: 'not-found', status: 404 };

/** Refusals that are about who asks, not about the state of the matter. */
const forbidden: ReadonlySet<RefusalCode> = new Set([
  'not-a-presenter',
  'not-your-case',
  'disqualified',
  'not-a-decision-maker',
  'decider-prepared',
]);

function respond(answer: Answer, language: Language): APIGatewayProxyStructuredResultV2 {
  if ('text' in answer) return response(answer.status, answer.type, answer.text);
  if ('bytes' in answer) return download(answer);
  if ('refused' in answer) {
    const problem = JSON.stringify(problemOf(answer, language));
    return response(answer.status, 'application/problem+json', problem, taggedWith(answer.revision));
  }
  const kept = answer.maxAgeSeconds && { 'cache-control': `public, max-age=${answer.maxAgeSeconds}` };
  const headers = { ...taggedWith(answer.revision), ...(kept || {}) };
  return response(answer.status, 'application/json', JSON.stringify(answer.document), headers);
}

function taggedWith(revision: number | undefined): Record<string, string> {
  return revision === undefined ? {} : { etag: `"${revision}"` };
}

function download({ status, type, bytes, fileName }: Extract<Answer, { bytes: Uint8Array }>) {
  const { headers, ...rest } = response(status, type, Buffer.from(bytes).toString('base64'));
  const disposition = { 'content-disposition': `attachment; filename="${fileName}"` };
  return { ...rest, isBase64Encoded: true, headers: { ...headers, ...disposition } };
}

function response(
  statusCode: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 {
  const usual = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return { statusCode, headers: { ...usual, ...headers }, body };
}

function askedBy(event: Event): Asked {
  const ifMatch = event.headers['if-match'];
  return {
    path: known(event.pathParameters),
    query: known(event.queryStringParameters),
    person: personOf(event),
    language: languageOf(event.headers['accept-language']),
    ifMatch: ifMatch === undefined ? undefined : revisionOf(ifMatch),
  };
}

/** The tag may come back as a weak one: CloudFront makes it so when it compresses what it tags. */
function revisionOf(tag: string): number {
  const [, revision] = /^(?:W\/)?"(\d{1,9})"$/.exec(tag) ?? [];
  return Number(revision ?? 0);
}

function problemOf({ refused, status, details, faults, current }: Refused, language: Language): Problem {
  return {
    type: `urn:anslag:${refused}`,
    title: refusalTexts[refused][language],
    status,
    ...(details ? { details } : {}),
    ...(faults ? { faults: faults.map((fault) => ({ ...fault, text: textOfFault(fault, language) })) } : {}),
    ...(current === undefined ? {} : { current }),
  };
}

function known(parameters: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value ?? '']));
}

function bodyOf({ body = '', isBase64Encoded }: Event): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/**
 * The gateway has verified the token. It hands an array claim on as text: `[a b]` (API Gateway developer guide, "HTTP
 * API JWT authorizers"; group names of ours have no spaces).
 */
function personOf(event: Event): SignedIn {
  const claims = event.requestContext.authorizer?.jwt?.claims ?? {};
  const groups = String(claims['cognito:groups'] ?? '')
    .replace(/^\[|\]$/g, '')
    .split(' ')
    .filter(Boolean);
  return { username: String(claims.username ?? ''), groups };
}
