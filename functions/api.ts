import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { readJson } from '../contract/faults.ts';
import type { Problem } from '../contract/routes.ts';
import type { Fault } from '../domain/fault.ts';
import type { Refusal } from '../domain/log/decider.ts';
import { languageOf } from '../texts/accept-language.ts';
import { textOfFault } from '../texts/faults.ts';
import type { Language } from '../texts/language.ts';
import { refusalTexts } from '../texts/refusals.ts';
import { observed } from './observed.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
export type RefusalCode = keyof typeof refusalTexts;

/** Who asks: the user name and groups that the sign-in vouches for. */
export interface Person {
  readonly username: string;
  readonly groups: readonly string[];
}

/** A request as an operation sees it. */
export interface Request<Body> {
  readonly path: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly person: Person;
  /** What the reader asked to read. */
  readonly language: Language;
  /** The revision that the header `If-Match` names (RFC 9110 § 13.1.1): undefined without one, 0 where it names none of ours. */
  readonly ifMatch: number | undefined;
}

/** An answer: a document with its status, a text of some type, or a refusal, which becomes a problem document. */
export type Answer =
  | {
      readonly status: number;
      readonly document: unknown;
      /** What the document is a revision of can be edited: `If-Match` names this one. */
      readonly revision?: number;
    }
  | { readonly status: number; readonly text: string; readonly type: string }
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
export interface Operation {
  run(event: Event): Promise<Answer>;
}

/** An operation whose request has no body. */
export function reading(run: (request: Request<undefined>) => Promise<Answer>): Operation {
  return { run: (event) => run({ ...contextOf(event), body: undefined }) };
}

/** An operation whose request has a body; one that its schema refuses changes nothing. */
export function writing<Body>(
  schema: z.ZodMiniType<Body>,
  run: (request: Request<Body>) => Promise<Answer>,
): Operation {
  return {
    run: async (event) => {
      const result = readJson(schema, bodyOf(event));
      if ('faults' in result) return { refused: 'malformed-request', status: 400, faults: result.faults };
      return run({ ...contextOf(event), body: result.value });
    },
  };
}

/** A Lambda that answers the routes of one audience; the gateway sends it no others. */
export function api<Key extends string>(operations: Readonly<Record<Key, Operation>>) {
  return observed(async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const operation = (operations as Readonly<Record<string, Operation>>)[event.routeKey];
    const { language } = contextOf(event);
    if (!operation) return respond({ refused: 'not-found', status: 404 }, language);
    return respond(await operation.run(event), language);
  });
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
  const { revision } = answer;
  return 'refused' in answer
    ? response(
        answer.status,
        'application/problem+json',
        JSON.stringify(problemOf(answer, language)),
        revision,
      )
    : response(answer.status, 'application/json', JSON.stringify(answer.document), revision);
}

function response(
  statusCode: number,
  type: string,
  body: string,
  revision?: number,
): APIGatewayProxyStructuredResultV2 {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  const tag: Record<string, string> = revision === undefined ? {} : { etag: `"${revision}"` };
  return { statusCode, headers: { ...headers, ...tag }, body };
}

function contextOf(event: Event): Omit<Request<undefined>, 'body'> {
  const language = languageOf(event.headers['accept-language']);
  const ifMatch = event.headers['if-match'];
  return {
    path: pathOf(event),
    person: personOf(event),
    language,
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

function pathOf(event: Event): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  );
}

function bodyOf({ body = '', isBase64Encoded }: Event): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/**
 * The gateway has verified the token. It hands an array claim on as text: `[a b]` (API Gateway developer guide, "HTTP
 * API JWT authorizers"; group names of ours have no spaces).
 */
function personOf(event: Event): Person {
  const claims = event.requestContext.authorizer?.jwt?.claims ?? {};
  const groups = String(claims['cognito:groups'] ?? '')
    .replace(/^\[|\]$/g, '')
    .split(' ')
    .filter(Boolean);
  return { username: String(claims.username ?? ''), groups };
}
