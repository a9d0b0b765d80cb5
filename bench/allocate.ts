/**
 * The allocation against solvers that floating point decides: `npm run bench:allocate`. CPU milliseconds, medians of fresh
 * processes, all solvers in one run; every answer is added up again in integers. Writes its section of
 * docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { calls, pisinger } from '../test/domain/allocation/instances.ts';
import { madeCalls } from '../test/domain/allocation/made-call.ts';

/** `-- --runs N`: how many fresh processes each figure is the median of. */
const runs = Number(parseArgs({ options: { runs: { type: 'string', default: '3' } } }).values.runs);
const timeoutSeconds = 60;
/** Solvers that are wrong or do not end on small calls are not tried on larger ones. */
const onSmallCalls = ['highs, default', 'yalps', 'javascript-lp-solver'];
const document = 'docs/benchmarks.md';
const folder = '.local/bench';
const solvers = ['ours', 'highs, tuned', 'highs, default', 'yalps', 'javascript-lp-solver'];

interface Measured {
  readonly first?: number;
  readonly repeat?: number;
  readonly outcome?: string;
  readonly traps?: number;
  readonly wrong?: number;
  readonly reasons?: number;
  readonly right?: number;
  readonly slowest?: string;
  readonly megabytes?: number;
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  try {
    await bundle('bench/allocation-run.ts', 'run.mjs');
    await bundle('domain/allocation/allocate.ts', 'allocate.mjs');
    writeFileSync(`${folder}/empty.mjs`, '');
    const sections = [
      heading(),
      trapSection(),
      callSection(),
      pisingerSection(),
      rankSection(),
      coldStartSection(),
    ];
    save(sections.join('\n\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bundle(entry: string, name: string) {
  return build({
    entryPoints: [entry],
    outfile: `${folder}/${name}`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    external: ['highs', 'yalps', 'javascript-lp-solver'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    define: {
      'import.meta.url': JSON.stringify(new URL('../test/domain/allocation/instances.ts', import.meta.url)),
    },
  });
}

function heading(): string {
  const [cpu] = cpus();
  return [
    '## Allocation',
    '',
    `\`npm run bench:allocate\`: CPU milliseconds, medians of ${runs} fresh processes, all in one run, on ${cpus().length} cores (${cpu?.model.trim()}), Node ${process.versions.node}. "First" loads the solver and solves; "repeat" is the median of 3 to 21 further solves in the same process (as many as 3 seconds allow). "Ours" computes the whole plan: the draw, the order, the digest of the input, every reason but the search for shortfalls; "our choice alone" what the other solvers are asked, the set. An answer that breaks a row by a cent when it is added up in integers, or is not the optimum, is *wrong*. \`highs\` "tuned" gets money in thousands of euros, values divided by what they have in common, \`mip_rel_gap\` 0, \`mip_abs_gap\` 0.99 and tolerances of 1e-9; "default" gets cents.`,
  ].join('\n');
}

function trapSection(): string {
  const rows = solvers.map((solver) => {
    const { traps = 0, wrong } = run('traps', solver) ?? {};
    return [solver, wrong === undefined ? `no answer in ${timeoutSeconds} s` : `${wrong} of ${traps}`];
  });
  return ['### Traps', '', table(['solver', 'wrong'], rows)].join('\n');
}

function callSection(): string {
  const sized = [...calls.filter(({ n }) => n <= 500), ...madeCalls].sort((a, b) => a.n - b.n);
  const head = (names: readonly string[]) => [
    'instance',
    ...names.map((name) => `${name}: first / repeat`),
    ...names
      .filter((name) => name.startsWith('our'))
      .flatMap((name) => [`highs tuned : ${name}, first`, 'repeat']),
  ];
  const rowsOf = (task: string, names: readonly string[], measured: typeof sized) =>
    measured.map((call) => {
      const all = names.map((solver) =>
        onSmallCalls.includes(solver) && call.n > 100 ? null : median(task, solver, call.id),
      );
      const highs = all[names.indexOf('highs, tuned')];
      const ratios = names.flatMap((name, at) =>
        name.startsWith('our') ? [ratio(highs, all[at], 'first'), ratio(highs, all[at], 'repeat')] : [],
      );
      return [call.id, ...all.map(cell), ...ratios];
    });
  const alone = ['ours', 'our choice alone', ...solvers.slice(1)];
  const within = sized.filter(({ optimum }) => optimum.pointsQuotas !== null);
  return [
    '### Calls by points, the appropriation alone',
    '',
    table(head(alone), rowsOf('points', alone, sized)),
    '',
    '### Calls by points, within quotas',
    '',
    table(head(solvers), rowsOf('quotas', solvers, within)),
  ].join('\n');
}

function ratio(
  highs: Measured | undefined | null,
  own: Measured | undefined | null,
  part: 'first' | 'repeat',
): string {
  return own?.[part] && highs?.[part] ? `${Number((highs[part] / own[part]).toPrecision(2))} ×` : '–';
}

function cell(measured: Measured | undefined | null): string {
  if (measured === null) return '–';
  if (!measured) return `none in ${timeoutSeconds} s`;
  const { first = 0, repeat = 0, outcome } = measured;
  return `${ms(first)} / ${ms(repeat)}${outcome === 'right' ? '' : ` *${outcome}*`}`;
}

function pisingerSection(): string {
  const { right = 0, slowest = '', first = Infinity } = run('pisinger', 'ours') ?? {};
  return `### Pisinger's hard knapsack families\n\n${right} of ${pisinger.length} proved, all in one process. The slowest, \`${slowest}\`, took ${ms(first)} ms.`;
}

function rankSection(): string {
  const rows = [500, 50_000, 100_000].map((count) => {
    const all = repeated(() => run('rank', 'ours', String(count)));
    const middle = all.sort((a, b) => (a.first ?? 0) - (b.first ?? 0))[Math.floor(all.length / 2)];
    return [
      String(count),
      ms(middle?.first ?? Infinity),
      String(middle?.reasons ?? 0),
      `${middle?.megabytes} MB`,
    ];
  });
  return [
    '### RANK with a reason for everybody',
    '',
    table(['applications', 'ms', 'reasons', 'memory of the process'], rows),
  ].join('\n');
}

function coldStartSection(): string {
  const measure = (file: string) =>
    Array.from({ length: 5 }, () => {
      const script = `await import('./${folder}/${file}'); const u = process.cpuUsage(); console.log(JSON.stringify({ first: (u.user + u.system) / 1000 }));`;
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      });
      return (JSON.parse(stdout) as { first: number }).first;
    }).sort((a, b) => a - b)[2] ?? Infinity;
  const [empty, own] = [measure('empty.mjs'), measure('allocate.mjs')];
  return `### Cold start\n\nLoading the engine, bundled, costs ${ms(own - empty)} ms more than loading an empty module (medians of 5). \`highs\` is not loaded.`;
}

function median(task: string, solver: string, instance: string): Measured | undefined {
  const first = run(task, solver, instance);
  if (!first) return undefined;
  const all = [first, ...repeated(() => run(task, solver, instance), runs - 1)];
  const middle = (part: 'first' | 'repeat') =>
    all.map((one) => one[part] ?? Infinity).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Infinity;
  const odd = all.find(({ outcome }) => outcome !== 'right');
  return { first: middle('first'), repeat: middle('repeat'), outcome: odd?.outcome ?? 'right' };
}

function repeated(measure: () => Measured | undefined, times = runs): Measured[] {
  return Array.from({ length: times }, measure).filter((one) => one !== undefined);
}

/** One fresh process; undefined where it does not end in time. */
function run(task: string, solver: string, instance = ''): Measured | undefined {
  const { stdout, stderr, error, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1500', `${folder}/run.mjs`, task, solver, instance],
    { encoding: 'utf8', timeout: timeoutSeconds * 1000 },
  );
  if (error) return undefined;
  if (status !== 0) {
    console.error(`${task} ${solver} ${instance}: ${stderr}`);
    return { outcome: 'no answer' };
  }
  const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
  console.log(task, solver, instance, JSON.stringify(measured));
  return measured;
}

function ms(time: number): string {
  return time >= 10 ? String(Math.round(time)) : time.toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Replaces this section of the document, or adds it at its end. */
function save(section: string): void {
  let before = '# Benchmarks\n';
  try {
    before = readFileSync(document, 'utf8');
  } catch {
    // The first to measure makes the document.
  }
  const own = /## Allocation\n[\s\S]*?(?=\n## |$)/;
  const after = own.test(before)
    ? before.replace(own, () => `${section}\n`)
    : `${before.trimEnd()}\n\n${section}\n`;
  writeFileSync(document, after);
}

await main();
