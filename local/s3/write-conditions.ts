import { DetailedError } from '../access/detailed-error.ts';
import { ServiceError } from '../service.ts';
import { noSuchKey, notImplemented, preconditionFailed } from './errors.ts';
import type { S3Request } from './request.ts';
import { isObject, type Version } from './versions.ts';

/** What must be true of a key for a write to it to be made. */
export type WriteCondition =
  | { readonly ifNoneMatch: '*' }
  /** An ETag without quotation marks. */
  | { readonly ifMatch: string };

/** A write under way. `check` it when it begins and, decisively, in the transaction that makes it. */
export interface Intention {
  /** Throws the refusal that S3 gives for what is there now. */
  check(current: Version | undefined): void;
  end(): void;
}

/** Reads `If-None-Match: *` or `If-Match: <etag>`; others, and both at once, S3 does not have. */
export function readWriteCondition(request: S3Request): WriteCondition | undefined {
  const ifNoneMatch = request.header('if-none-match');
  const ifMatch = request.header('if-match');
  if (ifNoneMatch === undefined) return ifMatch === undefined ? undefined : { ifMatch: unquoted(ifMatch) };
  if (ifMatch !== undefined) throw notImplemented('If-None-Match together with If-Match');
  if (ifNoneMatch === '*') return { ifNoneMatch };
  throw new DetailedError(
    'NotImplemented',
    'A header you provided implies functionality that is not implemented',
    501,
    { Header: 'If-None-Match' },
  );
}

/**
 * Watches the conditional writes that are under way, so that a delete which succeeds between a write's beginning
 * and its end is a conflict (409). Of several writers of one key the first to end wins, the others find it (412).
 *
 * "How to prevent object overwrites with conditional writes", Amazon S3 User Guide, conditional-writes.html
 */
export class WriteConditions {
  readonly #underWay = new Map<string, Set<{ conflicted: boolean }>>();

  begin(bucket: string, key: string, condition: WriteCondition | undefined): Intention {
    if (!condition) return { check: () => undefined, end: () => undefined };
    const name = `${bucket}/${key}`;
    const write = { conflicted: false };
    const writes = this.#underWay.get(name) ?? new Set();
    this.#underWay.set(name, writes.add(write));
    return {
      check(current) {
        require(condition, key, current);
        if (write.conflicted) throw conflict();
      },
      end: () => {
        writes.delete(write);
        if (writes.size === 0) this.#underWay.delete(name);
      },
    };
  }

  noteDelete(bucket: string, key: string): void {
    for (const write of this.#underWay.get(`${bucket}/${key}`) ?? []) write.conflicted = true;
  }
}

/** An ETag as headers give it, without its quotation marks. */
export function unquoted(etag: string): string {
  return etag.trim().replace(/^"(.*)"$/, '$1');
}

function require(condition: WriteCondition, key: string, current: Version | undefined): void {
  if ('ifNoneMatch' in condition) {
    if (isObject(current)) throw preconditionFailed('If-None-Match');
    return;
  }
  if (!isObject(current)) throw noSuchKey(key);
  if (current.content.etag !== condition.ifMatch) throw preconditionFailed('If-Match');
}

function conflict(): ServiceError {
  return new ServiceError(
    'ConditionalRequestConflict',
    'The conditional request cannot succeed due to a conflicting operation against this resource.',
    409,
  );
}
