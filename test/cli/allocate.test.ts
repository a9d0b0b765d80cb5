import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const example = 'calls/example-allocation.json';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anslag-allocate-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function allocate(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/allocate.ts', ...args], (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

test('what-ifs stand beside the rule of the call, with who moves, by how much and why', async () => {
  const { code, out } = await allocate(
    '--input',
    example,
    '--what-if',
    'appropriation=3000000',
    '--what-if',
    'withdrawn=A1',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/│ {2}Points │|│ Points │/);
  expect(out).toContain('A8: 310,000 € becomes 280,000 €. A lower grant is awarded.');
  expect(out).toContain('A1: 670,000 € becomes 0 €. The application is withdrawn.');
});

test('a written plan is verified byte for byte, and one that was changed by a cent is not', async () => {
  const plan = join(folder, 'plan.json');
  await allocate('--input', example, '--policy', 'maxscore:money', '--plan', plan);
  expect((await allocate('--verify', plan)).code).toBe(0);
  const written = await readFile(plan, 'utf8');
  const [, cents] = /"cents":(\d+),"id"/.exec(written) ?? [];
  await writeFile(plan, written.replace(`"cents":${cents},"id"`, `"cents":${Number(cents) + 1},"id"`));
  const { code, err } = await allocate('--verify', plan);
  expect([code, err]).toEqual([1, 'The allocation was computed again and is another one.\n']);
});

test('a bad input is told every fault at its place', async () => {
  const bad = join(folder, 'bad.json');
  const input = JSON.parse(await readFile(example, 'utf8'));
  await writeFile(
    bad,
    JSON.stringify({
      ...input,
      quota: [],
      applications: [{ ...input.applications[0], requested: 1.5 }, ...input.applications.slice(1)],
    }),
  );
  const { code, err, out } = await allocate('--input', bad, '--language', 'sv');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('/quota: uppgiften är okänd');
  expect(err).toContain('/applications/0/requested: ska vara ett belopp i hela cent');
});

test.each([
  ['an application that is not there', 'withdrawn=B1', '/withdrawn/0: there is no application B1'],
  ['a part that is not known', 'appropriatoin=1', 'appropriatoin=1: appropriation'],
  ['a sum that is not one', 'appropriation=1.234', '1.234: 8000000 or 8000000.50'],
  ['points that the scale has not', 'threshold=60.001', '60.001: points in units of 1/100'],
])('a scenario with %s is refused', async (_, scenario, said) => {
  const { code, err } = await allocate('--input', example, '--what-if', scenario);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test('the chart has a bar for each application and a line for the appropriation', async () => {
  const chart = join(folder, 'chart.svg');
  await allocate('--input', example, '--what-if', 'policy=rank:strict', '--chart', chart);
  const svg = await readFile(chart, 'utf8');
  expect(svg.match(/<g><title>/g)).toHaveLength(2 * 16);
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
  expect(svg).toContain('<title>1. A3: 630,000\u00a0€ / 630,000\u00a0€</title>');
});
