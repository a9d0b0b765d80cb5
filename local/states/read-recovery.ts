import type { Fields } from './fields.ts';
import type { Catcher, Recovery } from './machine.ts';
import { readResult } from './read-result.ts';
import { longestDelaySeconds, type Retrier } from './retry.ts';
import type { Workflow } from './workflow.ts';

/** Reads `Retry` and `Catch`. */
export function readRecovery(fields: Fields, workflow: Workflow): Recovery {
  const retriers = fields.objects('Retry');
  const catchers = fields.objects('Catch');
  return {
    retry: retriers.map((retrier, at) => readRetrier(retrier, at === retriers.length - 1)),
    catch: catchers.map((catcher, at) => readCatcher(catcher, at === catchers.length - 1, workflow)),
  };
}

function readRetrier(fields: Fields, isLast: boolean): Retrier {
  fields.string('Comment');
  const intervalSeconds = fields.integer('IntervalSeconds', 0, 99_999_999) ?? 1;
  const retrier = {
    errors: readErrors(fields, isLast),
    intervalSeconds,
    maxAttempts: fields.integer('MaxAttempts', 0, 99_999_999) ?? 3,
    backoffRate: fields.number('BackoffRate', 1, Number.MAX_VALUE) ?? 2,
    maxDelaySeconds: fields.integer('MaxDelaySeconds', intervalSeconds + 1, longestDelaySeconds - 1),
    jitter: fields.oneOf('JitterStrategy', ['FULL', 'NONE']) ?? 'NONE',
  };
  fields.end();
  return retrier;
}

function readCatcher(fields: Fields, isLast: boolean, workflow: Workflow): Catcher {
  fields.require('Next');
  fields.string('Comment');
  const catcher = {
    errors: readErrors(fields, isLast),
    next: fields.string('Next') ?? '',
    ...readResult(fields, ['errorOutput'], workflow),
  };
  fields.end();
  return catcher;
}

/** `States.ALL` has to stand alone, in the last retrier or catcher. */
function readErrors(fields: Fields, isLast: boolean): string[] {
  fields.require('ErrorEquals');
  const errors = fields.array('ErrorEquals') ?? [];
  const names = errors.filter((name) => typeof name === 'string');
  if (fields.has('ErrorEquals') && (names.length === 0 || names.length < errors.length)) {
    fields.refuse('Expected at least one error name', 'ErrorEquals');
  }
  if (names.includes('States.ALL') && (names.length > 1 || !isLast)) {
    fields.refuse("'States.ALL' must appear alone and in the last place", 'ErrorEquals');
  }
  return names;
}
