import * as z from 'zod';
import { type JsonObject, ServiceError } from '../service.ts';
import type { UserPool } from './user-pool.ts';

/** An operation on the pool that the input's `UserPoolId` names. */
export type PoolOperation = (pool: UserPool, input: JsonObject) => Promise<JsonObject>;

/** The limits of a name of a user or group. */
export const name = z.string().min(1).max(128);

/** Input of operations on a pool. */
export const OfPool = z.object({ UserPoolId: z.string() });

/** Input of operations on one user. */
export const OfUser = OfPool.extend({ Username: name });

/** How many a page holds at most; 0 is as good as none given. */
export const limit = z.int().min(0).max(60).optional();

/**
 * An operation whose input has the form of `inputs`, else InvalidParameterException; other members are
 * ignored.
 */
export function onPool<T extends z.ZodType>(
  inputs: T,
  run: (pool: UserPool, input: z.output<T>) => Promise<JsonObject>,
): PoolOperation {
  return async (pool, input) => run(pool, parse(inputs, input));
}

/** The input, or InvalidParameterException with what is wrong and where. */
export function parse<T extends z.ZodType>(inputs: T, input: JsonObject): z.output<T> {
  const { success, data, error } = inputs.safeParse(input);
  if (!success) throw new ServiceError('InvalidParameterException', z.prettifyError(error));
  return data;
}

/** One page; the token is the place in the list, which nobody should rely on. */
export function paged<T>(all: readonly T[], limit = 60, token = '0'): { items: T[]; next?: string } {
  const start = Number(token);
  if (!Number.isInteger(start)) {
    throw new ServiceError('InvalidParameterException', 'Invalid pagination token.');
  }
  const end = start + (limit || 60);
  return { items: all.slice(start, end), ...(end < all.length && { next: String(end) }) };
}
