import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../local/clock.ts';
import { type Database, openDatabase } from '../../../local/database.ts';
import type { Caller, Json, JsonObject, JsonOperation, Permission } from '../../../local/service.ts';
import { ServiceError } from '../../../local/service.ts';
import { statesOperations } from '../../../local/states/api.ts';
import { type Objects, States, TaskFailure, type TaskIntegrations } from '../../../local/states/engine.ts';

export const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };
export const roleArn = 'arn:aws:iam::000000000000:role/machine';

/** What a test gives the engine instead of the defaults. */
export interface Equipment {
  readonly tasks?: TaskIntegrations;
  readonly objects?: Partial<Objects>;
  readonly denied?: readonly string[];
  readonly random?: () => number;
}

/** One Step Functions with a database of its own, and the API as a caller sees it. */
export class Laboratory {
  readonly directory = mkdtempSync(join(tmpdir(), 'states-'));
  /** Calls of the integration `lambda:invoke`, in their order. */
  readonly invoked: JsonObject[] = [];
  /** Permissions that the engine has asked for. */
  readonly asked: Permission[] = [];
  readonly objects = new Map<string, string>();
  readonly #equipment: Equipment;
  #names = 0;
  clock = new Clock();
  database!: Database;
  states!: States;

  constructor(equipment: Equipment = {}) {
    this.#equipment = equipment;
    this.open();
  }

  /** Opens the database and an engine on it, as a process does when it starts. */
  open(database = openDatabase(this.directory)): void {
    const { tasks, objects, random } = this.#equipment;
    this.database = database;
    this.states = new States({
      clock: this.clock,
      database,
      place,
      access: { check: (_caller: Caller, permission: Permission) => this.#check(permission) },
      tasks: { 'lambda:invoke': echo(this.invoked), ...tasks },
      objects: { ...this.#bucket(), ...objects },
      ...(random ? { random } : {}),
    });
  }

  /** Ends the process without a word, and starts another one at the same time of the cloud. */
  restart(): void {
    const now = this.clock.now();
    this.clock.stop();
    this.states.close();
    this.database.close();
    this.clock = new Clock();
    this.clock.startAt(now);
    this.open();
    this.states.resume();
  }

  end(): void {
    this.states.close();
    this.clock.stop();
    this.database.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Calls an operation of the API, permissions apart. */
  async call(name: string, input: JsonObject): Promise<JsonObject> {
    return operation(this.states, name).run(input, { kind: 'developer' });
  }

  /** Makes a machine of these states and gives its ARN. */
  async machine(definition: JsonObject, name = `machine-${++this.#names}`): Promise<string> {
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
    const { stateMachineArn } = await this.call('CreateStateMachine', { name, definition: text, roleArn });
    return String(stateMachineArn);
  }

  /** Starts an execution of a new machine with this definition. */
  async start(definition: JsonObject, input: Json = {}): Promise<string> {
    const stateMachineArn = await this.machine(definition);
    const started = await this.call('StartExecution', { stateMachineArn, input: JSON.stringify(input) });
    return String(started.executionArn);
  }

  /** Starts an execution, waits until nothing goes on any more, and describes it. */
  async run(definition: JsonObject, input: Json = {}): Promise<Outcome> {
    const executionArn = await this.start(definition, input);
    await this.clock.settled();
    return this.outcome(executionArn);
  }

  async outcome(executionArn: string): Promise<Outcome> {
    const { status, output, error, cause } = await this.call('DescribeExecution', { executionArn });
    return {
      executionArn,
      status: String(status),
      ...(output === undefined ? {} : { output: JSON.parse(String(output)) as Json }),
      ...(error === undefined ? {} : { error: String(error) }),
      ...(cause === undefined ? {} : { cause: String(cause) }),
    };
  }

  async history(executionArn: string): Promise<JsonObject[]> {
    const { events } = await this.call('GetExecutionHistory', { executionArn, maxResults: 1000 });
    return events as JsonObject[];
  }

  /** The token in the payload `{"token": …}` that a function was last called with. */
  lastToken(): string {
    const { token } = (this.invoked.at(-1)?.Payload ?? {}) as JsonObject;
    return String(token);
  }

  /** Lets so many seconds pass in the cloud. */
  pass(seconds: number): Promise<void> {
    return this.clock.turnTo(this.clock.now() + seconds * 1000);
  }

  #check(permission: Permission): void {
    this.asked.push(permission);
    if (this.#equipment.denied?.includes(permission.action)) {
      throw new ServiceError('AccessDeniedException', `not authorized to perform: ${permission.action}`, 403);
    }
  }

  #bucket(): Objects {
    return {
      getObject: async (_role, bucket, key) => {
        const body = this.objects.get(`${bucket}/${key}`);
        if (body === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
        return Buffer.from(body);
      },
      putObject: async (_role, bucket, key, body) => {
        this.objects.set(`${bucket}/${key}`, body.toString());
      },
      listObjects: async (_role, bucket, prefix) =>
        [...this.objects]
          .filter(([name]) => name.startsWith(`${bucket}/${prefix}`))
          .map(([name, body]) => ({ Key: name.slice(bucket.length + 1), Size: body.length })),
    };
  }
}

export interface Outcome {
  readonly executionArn: string;
  readonly status: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

export function operation(states: States, name: string): JsonOperation {
  const found = statesOperations(states)[name];
  if (!found) throw new Error(`there is no operation ${name}`);
  return found;
}

/**
 * A Lambda service whose functions answer with what they are given. A payload `{"fail": "Name"}` makes the
 * function throw that error; `{"failTimes": n, "retry": k}` makes it throw as long as `k` is less than `n`.
 */
export function echo(invoked: JsonObject[]): TaskIntegrations[string] {
  return {
    permissions: ({ FunctionName }) => [{ action: 'lambda:InvokeFunction', resource: String(FunctionName) }],
    async call(args) {
      invoked.push(args);
      const payload = (args.Payload ?? null) as Json;
      const {
        fail,
        failTimes = 0,
        retry = 0,
      } = (typeof payload === 'object' ? (payload ?? {}) : {}) as JsonObject;
      if (fail !== undefined) throw new TaskFailure(String(fail), `{"errorType":"${String(fail)}"}`);
      if (Number(retry) < Number(failTimes)) throw new TaskFailure('NotYet', 'not yet');
      return { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
    },
  };
}

/** A Task that invokes a function with this payload. */
export function invoke(payload: Json, more: JsonObject = {}): JsonObject {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'arn:aws:lambda:eu-north-1:000000000000:function:echo', Payload: payload },
    Output: '{% $states.result.Payload %}',
    End: true,
    ...more,
  };
}

/** A machine of one state. */
export function only(state: JsonObject): JsonObject {
  return { StartAt: 'Only', States: { Only: { End: true, ...state } } };
}
