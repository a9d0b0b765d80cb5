import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Clock } from '../../../local/clock.ts';
import type { JsonObject } from '../../../local/service.ts';
import { States } from '../../../local/states/engine.ts';
import { echo, invoke, Laboratory, only, operation, place, roleArn } from './laboratory.ts';
import { type Death, MortalDatabase } from './mortal.ts';
import { randomMachine } from './random-machine.ts';

/** How an execution ended, and how many events of each type its history has. */
interface Ending {
  readonly status: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly events: Readonly<Record<string, number>>;
  readonly children: number;
}

/**
 * One life after the other on the same database; workers outside hear every question and answer it for as long
 * as it takes.
 */
class Lives {
  readonly #directory = mkdtempSync(join(tmpdir(), 'lives-'));
  readonly #calls: JsonObject[] = [];
  readonly #answered = new Set<string>();
  #now = Date.UTC(2022, 0, 1);

  /** Runs the machine to its end, dying on the way as told. */
  async live(definition: JsonObject, deaths: readonly Death[]): Promise<Ending> {
    const lives = [...deaths, undefined];
    for (const death of lives) {
      const ending = await this.#life(definition, death);
      if (ending) return ending;
    }
    throw new Error('the last life did not end');
  }

  end(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #life(definition: JsonObject, death: Death | undefined): Promise<Ending | undefined> {
    const clock = new Clock();
    clock.startAt(this.#now);
    const database = new MortalDatabase(this.#directory, death);
    const bugs: unknown[] = [];
    const nothing = () => Promise.reject(new Error('there is no S3'));
    const states = new States({
      clock,
      database,
      place,
      access: { check: () => undefined },
      tasks: { 'lambda:invoke': echo(this.#calls) },
      objects: { getObject: nothing, putObject: nothing, listObjects: nothing },
      random: () => 0.25,
      broken: (error) => database.dead || bugs.push(error),
    });
    try {
      return await this.#runWith(states, clock, definition);
    } catch (error) {
      if (!database.dead) throw error;
      return undefined;
    } finally {
      this.#now = clock.now();
      clock.stop();
      states.close();
      if (!database.dead) database.close();
      expect(bugs).toEqual([]);
    }
  }

  async #runWith(states: States, clock: Clock, definition: JsonObject): Promise<Ending | undefined> {
    states.resume();
    const call = (name: string, input: JsonObject) =>
      operation(states, name).run(input, { kind: 'developer' });
    const machine = {
      name: 'it',
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      roleArn,
    };
    const { stateMachineArn = '' } = await call('CreateStateMachine', machine);
    const { executions } = states.tables;
    const arn = 'arn:aws:states:eu-north-1:000000000000:execution:it:it';
    if (!executions.find(arn))
      await call('StartExecution', { stateMachineArn, name: 'it', input: '{"n":1}' });
    for (let turn = 0; turn < 200; turn++) {
      await clock.settled();
      const execution = executions.find(arn);
      if (!execution) throw new Error('the execution is lost');
      if (execution.status !== 'RUNNING') return ending(states, execution.id);
      if (!(await this.#answer(call))) await clock.turnTo(clock.now() + 1e9);
    }
    throw new Error('the execution does not end');
  }

  /** Answers one question that was asked and not answered; whether there was one. */
  async #answer(call: (name: string, input: JsonObject) => Promise<JsonObject>): Promise<boolean> {
    for (const { Payload } of this.#calls) {
      const { token, n } = Payload as JsonObject;
      if (typeof token !== 'string' || this.#answered.has(token)) continue;
      await call('SendTaskSuccess', { taskToken: token, output: JSON.stringify({ n: Number(n) + 7 }) }).catch(
        (error) => {
          // Answered, or given up, in a life that ended before it could say so.
          if (error.code !== 'TaskTimedOut') throw error;
        },
      );
      this.#answered.add(token);
      return true;
    }
    return false;
  }
}

function ending(states: States, id: number): Ending {
  const { executions, history, mapRuns } = states.tables;
  const { status, output, error } = executions.get(id);
  const events: Record<string, number> = {};
  for (const { type } of history.list(id, undefined, false, 25_000)) events[type] = (events[type] ?? 0) + 1;
  const children = mapRuns.ofExecution(id).map((run) => mapRuns.counts(run.id).length);
  return { status, output, error, events, children: children.length };
}

async function endingOf(definition: JsonObject, deaths: readonly Death[]): Promise<Ending> {
  const lives = new Lives();
  try {
    return await lives.live(definition, deaths);
  } finally {
    lives.end();
  }
}

const deaths = fc.array(fc.record({ commits: fc.nat(30), committed: fc.boolean() }), {
  minLength: 1,
  maxLength: 8,
});

test('an execution ends as if nothing had happened, wherever and however often its process is killed', async () => {
  await fc.assert(
    fc.asyncProperty(randomMachine, deaths, async (definition, drawn) => {
      const undisturbed = await endingOf(definition, []);
      const disturbed = await endingOf(definition, drawn);
      expect([disturbed.status, disturbed.output]).toEqual([undisturbed.status, undisturbed.output]);
      // Which of two failing branches fails first, and how far the others came, depends on when calls are answered.
      if (!aborts(undisturbed)) expect(disturbed).toEqual(undisturbed);
    }),
    { numRuns: 40 },
  );
});

function aborts({ events }: Ending): boolean {
  return Object.keys(events).some((type) => type.endsWith('StateFailed') || type.endsWith('Aborted'));
}

describe('after a kill', () => {
  let lab: Laboratory;
  beforeEach(() => {
    lab = new Laboratory();
  });
  afterEach(() => lab.end());

  test('timers, tokens and timeouts go on from where they were', async () => {
    const waiting = await lab.start(only({ Type: 'Wait', Seconds: 1000 }));
    const ask = { ...invoke({ token: '{% $states.context.Task.Token %}' }), Output: '{% $states.result %}' };
    const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
    const asking = await lab.start(only({ ...ask, Resource, TimeoutSeconds: 5000 }));
    const late = await lab.start(only({ ...ask, Resource, TimeoutSeconds: 500 }));
    await lab.clock.settled();
    const token = lab.invoked.map(({ Payload }) => (Payload as JsonObject).token)[0];
    await lab.pass(400);
    lab.restart();
    await lab.pass(200);
    expect(await lab.outcome(waiting)).toMatchObject({ status: 'RUNNING' });
    expect(await lab.outcome(late)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    await lab.pass(500);
    expect(await lab.outcome(waiting)).toMatchObject({ status: 'SUCCEEDED' });
    await lab.call('SendTaskSuccess', { taskToken: token ?? '', output: '"yes"' });
    await lab.clock.settled();
    expect(await lab.outcome(asking)).toMatchObject({ status: 'SUCCEEDED', output: 'yes' });
  });

  test('a call whose answer was not recorded is made again, with the same arguments', async () => {
    const calls: JsonObject[] = [];
    let answers = false;
    const call = async (args: JsonObject) => {
      calls.push(args);
      return answers ? { Payload: 'answered' } : new Promise<never>(() => undefined);
    };
    const dying = new Laboratory({ tasks: { 'lambda:invoke': { permissions: () => [], call } } });
    const executionArn = await dying.start(only(invoke({ id: '{% $uuid() %}' })));
    await new Promise((resolve) => setImmediate(resolve));
    answers = true;
    dying.restart();
    await dying.clock.settled();
    expect(await dying.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: 'answered' });
    expect(calls).toHaveLength(2);
    expect(calls[1]).toEqual(calls[0]);
    dying.end();
  });

  test('an execution whose definition can no longer be run stops the start, and is not lost', async () => {
    const executionArn = await lab.start(only({ Type: 'Wait', Seconds: 1000 }));
    lab.database.exec(`UPDATE states_revisions SET definition = '{"StartAt":"Gone"}'`);
    expect(() => lab.restart()).toThrow(/These fields are required: \[States\]/);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
  });
});
