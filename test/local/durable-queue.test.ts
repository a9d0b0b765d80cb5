import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../local/clock.ts';
import { type Database, inTransaction, openDatabase } from '../../local/database.ts';
import { DurableQueue, type Job, type Verdict } from '../../local/durable-queue.ts';

type Item = { readonly n: number };

let directory: string;
let clock: Clock;
let database: Database;
let attempts: Job<Item>[];
let verdict: (job: Job<Item>) => Verdict<Item> | Promise<Verdict<Item>>;

function aQueue(atOnce?: number) {
  const attempt = async (job: Job<Item>) => {
    attempts.push(job);
    return verdict(job);
  };
  return new DurableQueue<Item>({ clock, database, name: 'test', attempt, ...(atOnce && { atOnce }) });
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'queue-'));
  clock = new Clock();
  database = openDatabase(directory);
  attempts = [];
  verdict = () => 'done';
});
afterEach(() => {
  clock.stop();
  database.close();
  rmSync(directory, { recursive: true });
});
const numbers = () => attempts.map(({ item }) => item.n);

test('jobs are attempted in their order, once each', async () => {
  const queue = aQueue();
  for (const n of [1, 2, 3]) queue.add({ n });
  queue.resume();
  queue.add({ n: 4 });
  await clock.settled();
  expect(numbers()).toEqual([1, 2, 3, 4]);
});

test('a job that is due again is the same job, later, with one more attempt', async () => {
  verdict = ({ attempts: before, since }) => (before < 2 ? { again: since + (before + 1) * 1000 } : 'done');
  const queue = aQueue();
  queue.resume();
  queue.add({ n: 1 });
  await clock.settled();
  expect(attempts).toHaveLength(1);
  await clock.turnTo(clock.now() + 10_000);
  expect(attempts.map((job) => job.attempts)).toEqual([0, 1, 2]);
  expect(new Set(attempts.map(({ id }) => id)).size).toBe(1);
});

test('a job can go on with other content', async () => {
  verdict = ({ item, since }) => (item.n < 3 ? { again: since, item: { n: item.n + 1 } } : 'done');
  const queue = aQueue();
  queue.resume();
  queue.add({ n: 1 });
  await clock.settled();
  expect(numbers()).toEqual([1, 2, 3]);
});

test('what was added in a transaction that is undone is not attempted', async () => {
  const queue = aQueue();
  queue.resume();
  const undone = () =>
    inTransaction(database, () => {
      queue.add({ n: 1 });
      throw new Error('undone');
    });
  expect(undone).toThrow('undone');
  await clock.settled();
  expect(numbers()).toEqual([]);
});

test('a job outlives the process, also one that was being attempted', async () => {
  verdict = () => new Promise(() => undefined);
  const queue = aQueue();
  queue.resume();
  queue.add({ n: 1 });
  queue.add({ n: 2 });
  await new Promise((resolve) => setTimeout(resolve, 10));
  queue.close();
  database.close();
  clock = new Clock();
  database = openDatabase(directory);
  attempts = [];
  verdict = () => 'done';
  aQueue().resume();
  await clock.settled();
  expect(numbers()).toEqual([1, 2]);
});

test('no more are attempted at once than it says', async () => {
  let running = 0;
  let most = 0;
  verdict = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
    return 'done' as const;
  };
  const queue = aQueue(2);
  for (let n = 0; n < 9; n++) queue.add({ n });
  queue.resume();
  await clock.settled();
  expect([most, attempts.length]).toEqual([2, 9]);
});

test('an attempt that throws is tried again a minute later', async () => {
  const logged: unknown[] = [];
  const { error } = console;
  console.error = (thrown: unknown) => logged.push(thrown);
  verdict = ({ attempts: before }) => {
    if (before === 0) throw new Error('a bug');
    return 'done';
  };
  const queue = aQueue();
  queue.resume();
  queue.add({ n: 1 });
  await clock.settled();
  expect(attempts).toHaveLength(1);
  await clock.turnTo(clock.now() + 61_000);
  console.error = error;
  expect(attempts).toHaveLength(2);
  expect(logged).toEqual([expect.objectContaining({ message: 'a bug' })]);
});

test('nothing is attempted before resume or after close', async () => {
  const queue = aQueue();
  queue.add({ n: 1 });
  await clock.settled();
  expect(numbers()).toEqual([]);
  queue.resume();
  queue.close();
  queue.add({ n: 2 });
  await clock.settled();
  expect(numbers()).toEqual([1]);
});
