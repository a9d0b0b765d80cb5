import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readJson as readJsonBy } from '../contract/faults.ts';
import { scenarios as scenarioList } from '../contract/what-if.ts';
import { allocate } from '../domain/allocation/allocate.ts';
import { checkInput } from '../domain/allocation/check-input.ts';
import type { CheckedInput } from '../domain/allocation/input.ts';
import type { Allocation } from '../domain/allocation/plan.ts';
import { replay } from '../domain/allocation/replay.ts';
import { type Compared, compare } from '../domain/allocation/what-if.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { Fault } from '../domain/fault.ts';
import { reportWords } from '../texts/allocation-report.ts';
import { explainFault } from '../texts/faults.ts';
import { type Language, languages } from '../texts/language.ts';
import { chartOf } from './chart.ts';
import { OptionFault, readPolicy, readScenario } from './options.ts';
import { reportOf } from './report.ts';

const usage = `npm run allocate -- --input FILE [--policy POLICY] [--what-if SCENARIO]… [--scenarios FILE]
                    [--plan FILE] [--chart FILE] [--reasons] [--language sv|fi|en]
npm run allocate -- --verify FILE

Computes who gets what, why, and what would follow from something else. docs/allocation.md describes the files.

  --input FILE      applications and rules as JSON, sums in cents; calls/example-allocation.json is an example
  --policy POLICY   instead of the one in the file: rank:strict, rank:skip, rank:offer, prorata,
                    band:<points>[:score|:money], maxscore[:score|:money|:partial]
  --what-if …       compares with a scenario, parts divided by commas; euros and points:
                    appropriation=8000000  reserve=50000  threshold=60  minimumGrant=10000  policy=prorata
                    score:<application>=72.5  withdrawn=<application>
                    floor:<dimension>:<group>=500000  ceiling:<dimension>:<group>=2000000  quotas=none
  --scenarios FILE  compares with the scenarios of a JSON list, in cents and units of the score
  --plan FILE       writes the allocation with its input, so that it can be verified
  --chart FILE      writes an SVG chart: the applications as ranked against the appropriation
  --reasons         tells the reason for each application
  --verify FILE     computes a written plan again; exit code 0 only if every byte is the same`;

/** Exit codes: 0 done, 1 not the same or infeasible, 2 what was given cannot be used. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      input: { type: 'string' },
      policy: { type: 'string' },
      'what-if': { type: 'string', multiple: true, default: [] },
      scenarios: { type: 'string' },
      plan: { type: 'string' },
      chart: { type: 'string' },
      reasons: { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
      verify: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const language = languages.find((one) => one === values.language);
  if (values.help || !language || (!values.input && !values.verify)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  return values.verify
    ? verify(await readFile(values.verify, 'utf8'), language)
    : compute({ ...values, input: values.input ?? '', whatIf: values['what-if'] }, language);
}

interface Wanted {
  readonly input: string;
  readonly policy?: string | undefined;
  readonly whatIf: readonly string[];
  readonly scenarios?: string | undefined;
  readonly plan?: string | undefined;
  readonly chart?: string | undefined;
  readonly reasons: boolean;
}

/** Computes the allocation and its scenarios, prints them, and writes the files that are wanted. */
async function compute(wanted: Wanted, language: Language): Promise<number> {
  const checked = checkInput(await readInput(wanted.input, wanted.policy));
  if ('faults' in checked) return tellFaults('', checked.faults, language);
  const { input } = checked;
  const listed = wanted.scenarios
    ? readJsonBy(scenarioList, await readFile(wanted.scenarios, 'utf8'))
    : { value: [] };
  if ('faults' in listed) return tellFaults('', listed.faults, language);
  const scenarios = [...wanted.whatIf.map((text) => readScenario(text, input)), ...listed.value];
  const allocation = allocate(input);
  const compared: Compared[] = [];
  for (const scenario of scenarios) {
    const one = compare({ input, allocation }, scenario);
    if ('faults' in one) return tellFaults(`${scenario.name}: `, one.faults, language);
    compared.push(one);
  }
  console.log(reportOf({ allocation, compared }, language, wanted.reasons));
  if (wanted.plan) await writeFile(wanted.plan, `${canonicalJson({ input, allocation })}\n`);
  if (wanted.chart) await writeFile(wanted.chart, drawing(input, allocation, compared, language));
  return allocation.kind === 'plan' ? 0 : 1;
}

/** The input as the file has it, with another policy where one was named. */
async function readInput(file: string, policy: string | undefined): Promise<unknown> {
  const read = await readJson(file);
  if (policy === undefined || typeof read !== 'object' || read === null) return read;
  const { scorePerPoint } = read as { scorePerPoint?: unknown };
  const perPoint = Number.isSafeInteger(scorePerPoint) ? (scorePerPoint as number) : 1;
  return { ...read, policy: readPolicy(policy, { scorePerPoint: perPoint }) };
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OptionFault(`${file}: ${(error as SyntaxError).message}`);
  }
}

function verify(document: string, language: Language): number {
  const say = reportWords[language];
  const result = replay(document);
  switch (result.outcome) {
    case 'same':
      console.log(say.same);
      return 0;
    case 'unreadable':
      return tellFaults('', result.faults, language);
    case 'differs':
      console.error(say.differs(result.engineVersion));
      return 1;
  }
}

function tellFaults(of: string, faults: readonly Fault[], language: Language): number {
  for (const fault of faults) console.error(`${of}${explainFault(fault, language)}`);
  return 2;
}

function drawing(
  input: CheckedInput,
  allocation: Allocation,
  compared: readonly Compared[],
  language: Language,
): string {
  const own = { name: nameOf(input.policy), allocation };
  const all = [own, ...compared.map((one) => ({ name: one.scenario.name, allocation: one.allocation }))];
  return chartOf(
    all.flatMap(({ name, allocation: one }) => (one.kind === 'plan' ? [{ name, plan: one }] : [])),
    language,
  );
}

function nameOf({ kind, ...rest }: CheckedInput['policy']): string {
  return [kind.toUpperCase(), ...Object.values(rest)].join(' ');
}

try {
  process.exitCode = await main();
} catch (error) {
  const isExpected = error instanceof OptionFault || (error as NodeJS.ErrnoException).code !== undefined;
  if (!isExpected) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
