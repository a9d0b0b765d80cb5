import type { Json } from '../service.ts';
import { compile, type Evaluable } from './expression.ts';
import type { Fields } from './fields.ts';
import { longestSeconds } from './limits.ts';
import type { ChoiceRule, PassState, State, TaskState, WaitState } from './machine.ts';
import { readMap } from './read-map.ts';
import { readRecovery } from './read-recovery.ts';
import { readResource } from './read-resource.ts';
import { readNext, readResult } from './read-result.ts';
import type { Workflow, WorkflowReader } from './workflow.ts';

/**
 * Reads one state. `workflow` is where it stands, and is told of the variables it assigns and the workflows in
 * it.
 * "Discovering workflow states", https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html
 */
export function readState(
  name: string,
  fields: Fields,
  workflow: Workflow,
  reader: WorkflowReader,
): State | undefined {
  const type = fields.oneOf('Type', ['Pass', 'Task', 'Choice', 'Wait', 'Parallel', 'Map', 'Succeed', 'Fail']);
  fields.require('Type');
  fields.string('Comment');
  const language = fields.oneOf('QueryLanguage', ['JSONata', 'JSONPath']) ?? reader.queryLanguage;
  if (language !== 'JSONata') {
    fields.refuse("Only states with QueryLanguage 'JSONata' are supported here");
    return undefined;
  }
  const state = type && readers[type](name, fields, workflow, reader);
  if (state) fields.end();
  return state;
}

type ReadOne = (name: string, fields: Fields, workflow: Workflow, reader: WorkflowReader) => State;

const readers: Readonly<Record<State['type'], ReadOne>> = {
  Pass: readPass,
  Task: readTask,
  Choice: readChoice,
  Wait: readWait,
  Parallel: readParallel,
  Map: readMap,
  Succeed: (name, fields) => ({ type: 'Succeed', name, ...readResult(fields, []), assign: undefined }),
  Fail: readFail,
};

function readPass(name: string, fields: Fields, workflow: Workflow): PassState {
  return { type: 'Pass', name, ...readResult(fields, [], workflow), next: readNext(fields) };
}

function readTask(name: string, fields: Fields, workflow: Workflow, reader: WorkflowReader): TaskState {
  fields.require('Resource');
  const timeoutSeconds = fields.evaluableInteger('TimeoutSeconds', 1, longestSeconds);
  const [timeout, heartbeat] = [fields.take('TimeoutSeconds'), fields.take('HeartbeatSeconds')];
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    fields.refuse("Value should be less than 'TimeoutSeconds'", 'HeartbeatSeconds');
  }
  return {
    type: 'Task',
    name,
    resource: readResource(fields, reader.integrates),
    arguments: fields.evaluable('Arguments'),
    timeoutSeconds,
    heartbeatSeconds: fields.evaluableInteger('HeartbeatSeconds', 1, longestSeconds),
    ...readRecovery(fields, workflow),
    ...readResult(fields, ['result'], workflow),
    next: readNext(fields),
  };
}

function readChoice(name: string, fields: Fields, workflow: Workflow): State {
  fields.require('Choices');
  const rules = fields.objects('Choices').map((rule): ChoiceRule => {
    rule.require('Condition', 'Next');
    rule.string('Comment');
    const read = {
      condition: rule.evaluableOf('Condition', 'a boolean', (value) => typeof value === 'boolean') ?? never,
      next: rule.string('Next') ?? '',
      ...readResult(rule, [], workflow),
    };
    rule.end();
    return read;
  });
  if (fields.has('Choices') && rules.length === 0) fields.refuse('Expected at least one rule', 'Choices');
  return {
    type: 'Choice',
    name,
    rules,
    otherwise: fields.string('Default'),
    ...readResult(fields, [], workflow),
  };
}

function readWait(name: string, fields: Fields, workflow: Workflow): WaitState {
  const seconds = fields.evaluableInteger('Seconds', 0, longestSeconds);
  const timestamp = fields.evaluableOf('Timestamp', 'an ISO 8601 timestamp with a time zone', isTimestamp);
  if (fields.has('Seconds') === fields.has('Timestamp')) {
    fields.refuse("Exactly one of 'Seconds' and 'Timestamp' is required");
  }
  return {
    type: 'Wait',
    name,
    until: seconds ? { seconds } : { timestamp: timestamp ?? never },
    ...readResult(fields, [], workflow),
    next: readNext(fields),
  };
}

function readParallel(name: string, fields: Fields, workflow: Workflow, reader: WorkflowReader): State {
  fields.require('Branches');
  const branches = fields.objects('Branches').map((branch) => {
    branch.string('Comment');
    const inside = reader.workflow(branch);
    branch.end();
    workflow.inside.push(inside);
    return inside.startAt;
  });
  if (fields.has('Branches') && branches.length === 0) {
    fields.refuse('Expected at least one branch', 'Branches');
  }
  return {
    type: 'Parallel',
    name,
    branches,
    arguments: fields.evaluable('Arguments'),
    ...readRecovery(fields, workflow),
    ...readResult(fields, ['result'], workflow),
    next: readNext(fields),
  };
}

function readFail(name: string, fields: Fields): State {
  const text = (field: string) => fields.evaluableOf(field, 'a string', (value) => typeof value === 'string');
  return { type: 'Fail', name, error: text('Error'), cause: text('Cause') };
}

function isTimestamp(value: Json): value is string {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  return typeof value === 'string' && form.test(value) && !Number.isNaN(Date.parse(value));
}

/** Stands for a field that was refused; a definition with a refusal never runs. */
const never = compile(null, '', [], () => undefined) as Evaluable<never>;
