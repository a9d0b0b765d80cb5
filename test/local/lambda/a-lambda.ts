import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from '../../../local/access/access.ts';
import { Clock } from '../../../local/clock.ts';
import { openDatabase } from '../../../local/database.ts';
import type { SendTo } from '../../../local/lambda/asynchronous-invocations.ts';
import type { LambdaFunction } from '../../../local/lambda/function.ts';
import { Lambda } from '../../../local/lambda/lambda.ts';

export const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };

export interface Sent {
  readonly arn: string;
  readonly body: unknown;
  readonly attributes: unknown;
}

/** A Lambda service in a directory of its own; `sent` is what went to dead-letter queues and destinations. */
export function aLambda(directory = mkdtempSync(join(tmpdir(), 'lambda-'))) {
  const clock = new Clock();
  const database = openDatabase(directory);
  const access = new Access(place, database);
  const sent: Sent[] = [];
  const sendTo: SendTo = async (_role, arn, { body, attributes }) => {
    sent.push({ arn, body: JSON.parse(body), attributes });
  };
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const lambda = new Lambda({ clock, database, directory, place, access, sendTo, warn, warm: 16 });
  const close = async () => {
    await lambda.close();
    clock.stop();
    database.close();
  };
  return {
    lambda,
    clock,
    directory,
    sent,
    warnings,
    close,
    remove: () => rmSync(directory, { recursive: true }),
  };
}

/** A function whose only file is `index.mjs`, or another of that name. */
export function aFunction(
  directory: string,
  source: string,
  settings: Partial<LambdaFunction> & { file?: string } = {},
): LambdaFunction {
  const { file = 'index.mjs', ...rest } = settings;
  const taskRoot = mkdtempSync(join(directory, 'task-'));
  writeFileSync(join(taskRoot, file), source);
  return {
    name: 'fn',
    arn: 'arn:aws:lambda:eu-north-1:000000000000:function:fn',
    roleArn: 'arn:aws:iam::000000000000:role/fn',
    taskRoot,
    handler: 'index.handler',
    memory: 128,
    timeout: 3,
    variables: {},
    ...rest,
  };
}
