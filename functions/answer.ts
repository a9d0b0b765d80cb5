import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../contract/routes.ts';
import type { Fault } from '../domain/fault.ts';
import type { Refusal } from '../domain/log/decider.ts';
import { textOfFault } from '../texts/faults.ts';
import type { Language } from '../texts/language.ts';
import { refusalTexts } from '../texts/refusals.ts';

type RefusalCode = keyof typeof refusalTexts;

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

/** An answer as the gateway sends it: in the reader's language, and kept by nobody unless it says so. */
export function respond(answer: Answer, language: Language): APIGatewayProxyStructuredResultV2 {
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
