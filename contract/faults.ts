import * as z from 'zod/mini';
import type { Fault } from '../domain/fault.ts';

/** An input as its schema knows it, or all its faults; never the input itself, which may hold what must not be logged. */
export type Reading<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

/** Reads an input by a schema. */
export function read<Value>(schema: z.ZodMiniType<Value>, input: unknown): Reading<Value> {
  const result = z.safeParse(schema, input, { reportInput: true });
  return result.success ? { value: result.data } : { faults: result.error.issues.flatMap(faultsOfIssue) };
}

/** Reads JSON text by a schema; text that is no JSON is a fault of the whole document. */
export function readJson<Value>(schema: z.ZodMiniType<Value>, json: string): Reading<Value> {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    return { faults: [{ place: '', code: 'not-json', details: { reason: (error as SyntaxError).message } }] };
  }
  return read(schema, input);
}

/** A path as a JSON pointer; the whole document is ''. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function faultsOfIssue(issue: z.core.$ZodIssue): readonly Fault[] {
  const place = pointer(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ place: pointer([...issue.path, key]), code: 'unknown-field' }));
    case 'invalid_type':
      return [
        {
          place,
          code: issue.input === undefined ? 'required' : 'wrong-type',
          details: { expected: issue.expected },
        },
      ];
    case 'too_small':
      return [{ place, code: 'too-small', details: { minimum: Number(issue.minimum) } }];
    case 'too_big':
      return [{ place, code: 'too-large', details: { maximum: Number(issue.maximum) } }];
    case 'invalid_value':
      return [{ place, code: 'not-allowed', details: { allowed: issue.values.map(String).join(', ') } }];
    case 'invalid_union':
      return [faultOfUnion(issue, place)];
    case 'custom':
      return [{ place, code: issue.message }];
    default:
      return [{ place, code: 'malformed' }];
  }
}

/** Kinds that are told apart by one field: which values it can have, or that it is missing. */
function faultOfUnion(issue: z.core.$ZodIssueInvalidUnion, place: string): Fault {
  if (!('options' in issue) || !issue.options) return { place, code: 'malformed' };
  const allowed = issue.options.map(String).join(', ');
  const value = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[issue.discriminator ?? ''];
  return value === undefined
    ? { place, code: 'required' }
    : { place, code: 'not-allowed', details: { allowed } };
}
