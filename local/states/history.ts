import type { Database } from '../database.ts';
import type { Json, JsonObject } from '../service.ts';
import { HistoryFull } from './failure.ts';
import { limits } from './limits.ts';

/** One event, as GetExecutionHistory gives it. `timestamp` is in milliseconds. */
interface HistoryEvent {
  readonly id: number;
  readonly previous: number;
  readonly timestamp: number;
  readonly type: string;
  readonly details: string | null;
}

const schema = `
  CREATE TABLE IF NOT EXISTS states_events (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, timestamp INTEGER NOT NULL,
    type TEXT NOT NULL, details TEXT, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;`;

/** Events that may still be written as the last one that a history has room for. */
const lastEvents = ['ExecutionFailed', 'ExecutionAborted', 'ExecutionTimedOut', 'ExecutionSucceeded'];

/** The table of history events, numbered from 1 in each execution. */
export class History {
  readonly #statements;

  constructor(database: Database) {
    database.exec(schema);
    this.#statements = {
      add: database.prepare(
        `INSERT INTO states_events (execution, id, previous, timestamp, type, details)
         VALUES (?1, (SELECT COALESCE(MAX(id), 0) + 1 FROM states_events WHERE execution = ?1), ?2, ?3, ?4, ?5)
         RETURNING id`,
      ),
      count: database.prepare('SELECT COALESCE(MAX(id), 0) AS count FROM states_events WHERE execution = ?'),
      upwards: database.prepare(
        'SELECT * FROM states_events WHERE execution = ? AND id > ? ORDER BY id LIMIT ?',
      ),
      downwards: database.prepare(
        'SELECT * FROM states_events WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?',
      ),
    };
  }

  /**
   * Adds an event and gives its id. Throws `HistoryFull` where only the end of the execution still has room.
   */
  add(execution: number, type: string, previous: number, now: number, details?: JsonObject): number {
    const told = details && JSON.stringify(details);
    const { id } = this.#statements.add.get(execution, previous, now, type, told ?? null) as { id: number };
    if (id >= limits.history && !lastEvents.includes(type)) throw new HistoryFull(execution);
    return id;
  }

  count(execution: number): number {
    return Number(this.#statements.count.get(execution)?.count);
  }

  /** At most `limit` events after the one with the id `after`, or before it in reverse order. */
  list(execution: number, after: number | undefined, reverse: boolean, limit: number): HistoryEvent[] {
    const rows = reverse
      ? this.#statements.downwards.all(execution, after ?? Number.MAX_SAFE_INTEGER, limit)
      : this.#statements.upwards.all(execution, after ?? 0, limit);
    return rows as unknown as HistoryEvent[];
  }
}

/**
 * An event as the API tells it; without execution data its inputs and outputs are left out.
 * HistoryEvent, https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export function describeEvent(event: HistoryEvent, includeExecutionData: boolean): JsonObject {
  const { id, previous, timestamp, type } = event;
  const common = { id, previousEventId: previous, timestamp: timestamp / 1000, type };
  if (event.details === null) return common;
  const details = Object.entries(JSON.parse(event.details) as JsonObject);
  const told = details.filter(([name]) => includeExecutionData || !executionData.includes(name));
  return { ...common, [detailsName(type)]: Object.fromEntries(told) };
}

/** An input or output in an event. It is never truncated: no payload is longer than an event may tell. */
export function data(name: 'input' | 'output', json: string): JsonObject {
  return { [name]: json, [`${name}Details`]: { truncated: false } };
}

const executionData = [
  ...['input', 'inputDetails', 'output', 'outputDetails'],
  ...['assignedVariables', 'assignedVariablesDetails'],
];

function detailsName(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

/** The values of variables that a state assigned, each as JSON text; nothing where it assigned none. */
export function assignedVariables(assigned: Readonly<Record<string, Json>>): JsonObject {
  if (Object.keys(assigned).length === 0) return {};
  const told = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]);
  return { assignedVariables: Object.fromEntries(told), assignedVariablesDetails: { truncated: false } };
}
