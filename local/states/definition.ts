import { ServiceError } from '../service.ts';
import { type Diagnostic, Fields, isObject } from './fields.ts';
import { bytes, limits, longestSeconds } from './limits.ts';
import type { Machine, State } from './machine.ts';
import { readState } from './read-state.ts';
import { checkTransitions, checkVariables, type Workflow, type WorkflowReader } from './workflow.ts';

/** The definition cannot be run as it stands; each diagnostic names the place and the reason. */
export class InvalidDefinition extends ServiceError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const told = diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location}`);
    super('InvalidDefinition', `Invalid State Machine Definition: '${told.join(', ')}'`);
    this.diagnostics = diagnostics;
  }
}

/**
 * Reads a definition in the Amazon States Language with JSONata as its query language.
 *
 * Throws `InvalidDefinition` for what AWS refuses, and for what is not supported here: a state or field in
 * JSONPath, a field that is not known, a resource for which `integrates` is false. Nothing is passed over.
 */
export function readDefinition(text: string, integrates: (key: string) => boolean): Machine {
  const diagnostics: Diagnostic[] = [];
  const fields = new Fields(parse(text), '', '', diagnostics);
  const reader = new Reader(fields.string('QueryLanguage') ?? 'JSONPath', integrates);
  fields.string('Comment');
  fields.oneOf('Version', ['1.0']);
  fields.oneOf('QueryLanguage', ['JSONata', 'JSONPath']);
  const timeoutSeconds = fields.integer('TimeoutSeconds', 1, longestSeconds);
  const workflow = reader.workflow(fields);
  fields.end();
  checkVariables(workflow, diagnostics);
  if (diagnostics.length > 0) throw new InvalidDefinition(diagnostics);
  return { startAt: workflow.startAt, timeoutSeconds, states: reader.states };
}

function parse(text: string) {
  if (bytes(text) > limits.definition) {
    throw new InvalidDefinition([invalid(`Definition is longer than ${limits.definition} bytes`)]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidDefinition([
      {
        ...invalid(error instanceof Error ? error.message : String(error)),
        code: 'INVALID_JSON_DESCRIPTION',
      },
    ]);
  }
}

function invalid(message: string): Diagnostic {
  return { code: 'SCHEMA_VALIDATION_FAILED', message, location: '/' };
}

/** Reads workflows, the machine's own and those inside its states, and gathers all their states. */
class Reader implements WorkflowReader {
  readonly states = new Map<string, State>();
  readonly integrates: (key: string) => boolean;
  readonly queryLanguage: string;

  constructor(queryLanguage: string, integrates: (key: string) => boolean) {
    this.queryLanguage = queryLanguage;
    this.integrates = integrates;
  }

  workflow(fields: Fields): Workflow {
    fields.require('StartAt', 'States');
    const startAt = fields.string('StartAt') ?? '';
    const container =
      fields.object('States') ?? new Fields({}, `${fields.location}/States`, '', fields.diagnostics);
    const workflow: Workflow = { startAt, assigned: new Map(), inside: [] };
    const states: State[] = [];
    for (const name of container.names()) {
      const state = this.#state(name, container, workflow);
      if (state) states.push(state);
    }
    const isWhole =
      fields.has('StartAt') && fields.has('States') && states.length === container.names().length;
    if (isWhole) checkTransitions(startAt, states, fields);
    return workflow;
  }

  #state(name: string, container: Fields, workflow: Workflow): State | undefined {
    const value = container.take(name) ?? null;
    const fields = new Fields(value, `${container.location}/${name}`, '', container.diagnostics);
    if (name.length > 80) fields.refuse('A state name has at most 80 characters');
    if (this.states.has(name))
      fields.refuse(`State name '${name}' is used more than once`, undefined, 'DUPLICATE_STATE_NAME');
    if (!isObject(value)) return undefined;
    const state = readState(name, fields, workflow, this);
    if (state) this.states.set(name, state);
    return state;
  }
}
