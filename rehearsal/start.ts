import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { call as callSchema } from '../contract/call.ts';
import { readYaml } from '../contract/yaml-file.ts';
import type { Call } from '../domain/call/call.ts';
import { instantOf, toInstant } from '../domain/time.ts';
import { entrantsOf } from './applications/entrants.ts';
import { auditRehearsal } from './audit.ts';
import { startCloud } from './cloud.ts';
import { collectOutcome } from './outcome.ts';
import { preparePractice } from './practice.ts';
import { showProgress } from './progress.ts';
import type { Outcome } from './report.ts';
import { runRound } from './round.ts';
import { summaryOf } from './summary.ts';
import { synthesize } from './synthesize.ts';
import { welcome } from './welcome.ts';

const usage = `npm start -- [--once] [--call 2022]… [--report FILE] [--port PORT]

Runs a whole call on a cloud on this machine: publishes it, lets applicants upload, closes it, lets a crew of officials
handle it, decides, and mails the decisions. Several calls are run one after the other on the same cloud, the first to
open first, so that those that share an appropriation share it: --call 2019-1 --call 2019-2. Afterwards a practice call is
published and the cloud stays up, with the portal, at port 4570; with --once it is stopped, and the exit code is 0 only
if everything held.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      call: { type: 'string', multiple: true, default: ['2022'] },
      report: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const ids = [...new Set(values.call)];
  const unknown = ids.filter((id) => !existsSync(fileOf(id)));
  // The cloud's clock turns forward only.
  const [first, ...others] = ids
    .filter((id) => existsSync(fileOf(id)))
    .map(readCall)
    .sort((one, other) => one.window.opens.localeCompare(other.window.opens));
  if (unknown.length > 0 || !first) {
    console.error(`There is no call ${unknown.join(', ')} in the folder calls.`);
    return 2;
  }
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const data = resolve('.local', `rehearsal-${ids.join('-and-')}`);
  await rm(data, { recursive: true, force: true });
  synthesize();
  const startAt = toInstant(Date.parse(instantOf(first.window.opens)) - 60_000);
  const port = Number(values.port ?? (values.once ? 0 : 4570));
  const cloud = await startCloud({ data, port, startAt });
  // Whoever ends this process ends its cloud.
  process.once('SIGTERM', () => void cloud.stop());
  const progress = showProgress();
  try {
    const outcomes: Outcome[] = [];
    const problems: string[] = [];
    for (const call of [first, ...others]) {
      const rehearsed = await runRound({ cloud, call, entrants: entrantsOf(call), progress });
      const folder = join(data, `decisions-${call.id}`);
      const collected = await collectOutcome({ cloud, call, rehearsed, folder, seconds });
      outcomes.push(collected.outcome);
      problems.push(...collected.problems);
      console.log(summaryOf(collected.outcome));
      console.log(`  Decisions ${relative('.', folder)}\n`);
    }
    progress.end();
    console.log(`  The API   ${cloud.output('ApiAddress')}`);
    console.log(`  All mails ${cloud.origin}/_mail/`);
    const exported = join(data, 'export');
    problems.push(...auditRehearsal(cloud, exported));
    console.log(`  Logs      ${relative('.', exported)}`);
    console.log(`  Time      ${seconds()} seconds`);
    for (const problem of problems) console.error(`  did not hold: ${problem}`);
    if (values.report) {
      const report = outcomes.length === 1 ? outcomes[0] : outcomes;
      await writeFile(values.report, `${JSON.stringify(report, null, 2)}\n`);
    }
    if (!values.once) {
      console.log(welcome(cloud, await preparePractice(cloud, readCall('2022'))));
      await cloud.ended;
    }
    return problems.length === 0 ? 0 : 1;
  } finally {
    progress.end();
    await cloud.stop();
  }
}

function fileOf(id: string): string {
  return join('calls', `${id}.yaml`);
}

/** The call as its file says; a file with faults is refused with all of them. */
function readCall(id: string): Call {
  const reading = readYaml(callSchema, readFileSync(fileOf(id), 'utf8'));
  if ('value' in reading) return reading.value;
  throw new Error(`${fileOf(id)}: ${JSON.stringify(reading.faults)}`);
}

process.exitCode = await main();
