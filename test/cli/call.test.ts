import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showCall } from '../../cli/call/show.ts';
import { outputNamed } from '../../cli/outputs.ts';
import { languages } from '../../texts/language.ts';
import { callIds, callOf } from '../calls.ts';

/** Runs `npm run call -- …` without npm; returns its exit code and what it said, on either stream. */
function run(...args: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    'node',
    ['--disable-warning=ExperimentalWarning', 'cli/call.ts', ...args],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return { code: status, said: stdout + stderr };
}

test.each(callIds)('the call %s is shown whole in every language, its quotations in their own', (id) => {
  const call = callOf(id);
  for (const language of languages) {
    const shown = showCall(call, language);
    expect(shown).not.toMatch(/undefined|NaN|\[object/);
    const texts = [
      call.name,
      call.purpose,
      ...[...call.themes, ...call.exclusions, ...call.requiredParts].map(({ name }) => name),
      ...call.evaluation.criteria.map(({ name }) => name),
      ...[...call.grant.reporting, ...call.grant.conditions].map(({ text }) => text),
    ];
    for (const text of texts) expect(shown).toContain(text[language]);
    for (const { sentence } of call.exclusions) expect(shown).toContain(sentence.text);
    for (const { text } of call.assumptions) expect(shown).toContain(text);
  }
});

test('check says of several files which hold, and where the others do not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anslag-call-'));
  const broken = join(folder, 'broken.yaml');
  try {
    writeFileSync(broken, readFileSync('calls/2022.yaml', 'utf8').replace('weight: 20', 'weight: 21'));
    const { code, said } = run('check', 'calls/2022.yaml', broken, '--language', 'sv');
    expect(code).toBe(1);
    expect(said).toContain('calls/2022.yaml: ✓ Understöd för digitaliseringen i kommunerna 2022');
    expect(said).toMatch(
      /broken\.yaml:\d+:\d+ \/evaluation\/criteria: kriteriernas vikter är tillsammans inte 100/,
    );
    expect(run('check', 'calls/2022.yaml').code).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [[]],
  [['check']],
  [['show']],
  [['publish', 'calls/2022.yaml']],
  [['check', '--language', 'de', 'x']],
])('a misused command %j is answered with how it is used', (args) => {
  const { code, said } = run(...args);
  expect(code).toBe(2);
  expect(said).toContain('npm run call -- publish FILE');
});

test('schema prints the schema that is kept beside the calls', () => {
  expect(JSON.parse(run('schema').said)).toEqual(JSON.parse(readFileSync('calls/call.schema.json', 'utf8')));
});

test('an output is found with and without CloudFormation’s digits, and not where there are two', () => {
  expect(outputNamed({ a: { ApiAddress0A1B2C3D: 'x' } }, 'ApiAddress')).toBe('x');
  expect(outputNamed({ a: { ApiAddress: 'x', Other: 'y' } }, 'ApiAddress')).toBe('x');
  expect(() => outputNamed({ a: { ApiAddress: 'x' }, b: { ApiAddress: 'y' } }, 'ApiAddress')).toThrow(
    '2 outputs',
  );
});
