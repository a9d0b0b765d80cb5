import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { SignedIn } from '../domain/access/relations.ts';
import { languageOf } from '../texts/accept-language.ts';
import type { Language } from '../texts/language.ts';

/** A request as the gateway hands it on. */
export type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

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

/** Reads everything of a request but its body. */
export function askedBy(event: Event): Asked {
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

/** The body as text. */
export function bodyOf({ body = '', isBase64Encoded }: Event): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function known(parameters: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value ?? '']));
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
