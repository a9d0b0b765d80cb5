import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { call as callSchema } from '../contract/call.ts';
import { read } from '../contract/faults.ts';
import type { Call } from '../domain/call/call.ts';
import { instantOf, toInstant } from '../domain/time.ts';
import { entrants2022 } from './applications/entrants.ts';
import { startCloud } from './cloud.ts';
import { testPassword } from './directory.ts';
import { collectOutcome } from './outcome.ts';
import { showProgress } from './progress.ts';
import { runRound } from './round.ts';
import { summaryOf } from './summary.ts';
import { synthesize } from './synthesize.ts';

const usage = `npm start -- [--once] [--call 2022] [--report FILE] [--port PORT]

Runs a whole call on a cloud on this machine: publishes it, lets applicants upload, closes it, lets a crew of officials
handle it, decides, and mails the decisions. Afterwards the cloud stays up for a look around; with --once it is stopped,
and the exit code is 0 only if everything held.`;

/** The calls that can be rehearsed, with who applies. */
const rehearsals: Readonly<Record<string, typeof entrants2022>> = { '2022': entrants2022 };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      call: { type: 'string', default: '2022' },
      report: { type: 'string' },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const entrantsOf = rehearsals[values.call];
  if (!entrantsOf) {
    console.error(
      `There is no call ${values.call} to rehearse. Calls: ${Object.keys(rehearsals).join(', ')}`,
    );
    return 2;
  }
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const call = readCall(values.call);
  const data = resolve('.local', `rehearsal-${call.id}`);
  await rm(data, { recursive: true, force: true });
  synthesize();
  const startAt = toInstant(Date.parse(instantOf(call.window.opens)) - 60_000);
  const cloud = await startCloud({ data, port: Number(values.port), startAt });
  const progress = showProgress();
  try {
    await cloud.turnTo(instantOf(call.window.opens));
    const rehearsed = await runRound({ cloud, call, entrants: entrantsOf(call), progress });
    progress.end();
    const folder = join(data, 'decisions');
    const { outcome, problems } = await collectOutcome({ cloud, call, rehearsed, folder, seconds });
    console.log(summaryOf(outcome));
    console.log(`  The API   ${cloud.output('ApiAddress')}`);
    console.log(`  All mails ${cloud.origin}/_mail/`);
    console.log(`  Decisions ${relative('.', folder)}`);
    console.log(`  Time      ${outcome.seconds} seconds`);
    for (const problem of problems) console.error(`  did not hold: ${problem}`);
    if (values.report) await writeFile(values.report, `${JSON.stringify(outcome, null, 2)}\n`);
    if (!values.once) await stayUp(cloud.ended);
    return problems.length === 0 ? 0 : 1;
  } finally {
    progress.end();
    await cloud.stop();
  }
}

/** The call as its file says; a file with faults is refused with all of them. */
function readCall(id: string): Call {
  const reading = read(callSchema, parse(readFileSync(join('calls', `${id}.yaml`), 'utf8')));
  if ('value' in reading) return reading.value;
  throw new Error(`calls/${id}.yaml: ${JSON.stringify(reading.faults)}`);
}

async function stayUp(ended: Promise<void>): Promise<void> {
  console.log(`\n  Everybody's password is ${testPassword}. Press Ctrl+C to stop.`);
  await ended;
}

process.exitCode = await main();
