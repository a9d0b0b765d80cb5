import { type Json, type JsonObject, ServiceError } from '../service.ts';
import { optionalNumber, optionalText } from './request.ts';

/** What `maxResults` and `nextToken` of a request ask for. */
interface Page<T> {
  readonly limit: number;
  /** Where the page before this one ended. */
  readonly after: T | undefined;
}

/**
 * Reads them. `isPlace` tells a place of this list from anything else that a token may say, which is AWS's
 * `InvalidToken`. ListExecutions,
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html
 */
export function readPage<T extends Json>(input: JsonObject, isPlace: (place: Json) => place is T): Page<T> {
  const limit = optionalNumber(input, 'maxResults', { most: 1000 }) || 100;
  const token = optionalText(input, 'nextToken', { least: 1, most: 3096 });
  if (token === undefined) return { limit, after: undefined };
  const place = decode(token);
  if (place === undefined || !isPlace(place))
    throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  return { limit, after: place };
}

/**
 * The members of the page under `name`, and the token for the next one when there is more. One row more has
 * been read.
 */
export function page<Row>(
  name: string,
  rows: readonly Row[],
  limit: number,
  describe: (row: Row) => JsonObject,
  placeOf: (row: Row) => Json,
): JsonObject {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    [name]: shown.map(describe),
    ...(more ? { nextToken: Buffer.from(JSON.stringify(placeOf(last))).toString('base64url') } : {}),
  };
}

function decode(token: string): Json | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as Json;
  } catch {
    return undefined;
  }
}
