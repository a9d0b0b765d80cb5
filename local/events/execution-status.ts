import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { DurableQueue } from '../durable-queue.ts';
import type { JsonObject } from '../service.ts';
import type { Events } from './events.ts';

const queueName = 'states-status';

/** What one change of an execution's status tells; `input` and `output` are JSON texts, or not there yet. */
interface Change {
  readonly executionArn: string;
  readonly input: string | null;
  readonly output: string | null;
  readonly [detail: string]: string | number | null;
}

/** "Service quotas": an input or output longer than this is left out of the event. */
const longestData = 248 * 1024;

/**
 * Step Functions' event "Step Functions Execution Status Change", for every execution but the children of distributed
 * Map states. The change is kept by a trigger, in the transaction that makes it, so that no event is lost.
 *
 * "Automating Step Functions event delivery with EventBridge",
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export class ExecutionStatus {
  readonly #queue: DurableQueue<Change>;

  /** To be made when the table of executions is there. */
  constructor(clock: Clock, database: Database, events: Pick<Events, 'publish'>) {
    this.#queue = new DurableQueue({
      clock,
      database,
      name: queueName,
      attempt: async ({ id, item }) => {
        events.publish({
          id,
          source: 'aws.states',
          'detail-type': 'Step Functions Execution Status Change',
          resources: [item.executionArn],
          detail: detailOf(item),
        });
        return 'done';
      },
    });
    database.function('execution_status_changed', () => {
      this.#queue.wake();
      return null;
    });
    database.exec(trigger('INSERT', 'NEW.mapRun IS NULL'));
    database.exec(trigger('UPDATE OF status', 'NEW.mapRun IS NULL AND NEW.status <> OLD.status'));
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    this.#queue.close();
  }
}

function detailOf({ input, output, ...detail }: Change): JsonObject {
  return { ...detail, ...data('input', input), ...data('output', output) };
}

function data(name: string, value: string | null): JsonObject {
  if (value === null) return { [name]: null, [`${name}Details`]: null };
  const included = Buffer.byteLength(value) <= longestData;
  return { [name]: included ? value : null, [`${name}Details`]: { included } };
}

/** Temporary, that is of this connection: only it has the function that tells of the change. */
function trigger(event: string, condition: string): string {
  const name = event.split(' ')[0]?.toLowerCase();
  return `
    CREATE TEMP TRIGGER execution_status_${name} AFTER ${event} ON main.states_executions WHEN ${condition} BEGIN
      INSERT INTO queue_jobs (queue, id, item, attempts, since, due)
      SELECT '${queueName}', lower(hex(randomblob(16))), json_object(
        'executionArn', NEW.arn, 'stateMachineArn', NEW.machineArn, 'name', NEW.name, 'status', NEW.status,
        'startDate', NEW.started, 'stopDate', NEW.stopped, 'input', NEW.input, 'output', NEW.output,
        'error', NEW.error, 'cause', NEW.cause, 'redriveCount', NEW.redriveCount, 'redriveDate', NEW.redriven,
        'stateMachineVersionArn', NULL, 'stateMachineAliasArn', NULL), 0, now, now
      FROM (SELECT COALESCE(NEW.stopped, NEW.redriven, NEW.started) AS now);
      SELECT execution_status_changed();
    END`;
}
