import * as fc from 'fast-check';
import { allocate } from '../../../domain/allocation/allocate.ts';
import type { Policy } from '../../../domain/allocation/input.ts';
import { replay } from '../../../domain/allocation/replay.ts';
import { compare, type Scenario } from '../../../domain/allocation/what-if.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import { changed, inputs } from './arbitraries.ts';

const policy = fc.constantFrom<Policy>(
  { kind: 'rank', mode: 'skip' },
  { kind: 'prorata' },
  { kind: 'band', width: 2, value: 'score' },
  { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' },
);
const all = { quotas: true, caps: true, threshold: true };

const scenario = fc.record<Scenario, 'name'>(
  {
    name: fc.constant('if'),
    appropriation: fc.integer({ min: 1, max: 90 }),
    threshold: fc.constantFrom(0, 2, 4),
    policy,
    quotas: fc.constant([]),
  },
  { requiredKeys: ['name'] },
);

test('a scenario is the allocation of its own input, and its moves are all the differences', () => {
  fc.assert(
    fc.property(inputs(policy, all), scenario, fc.boolean(), (input, change, withdraws) => {
      const [first] = input.applications;
      const whole = withdraws && first ? { ...change, withdrawn: [first.id] } : change;
      const allocation = allocate(input);
      const compared = compare({ input, allocation }, whole);
      if ('faults' in compared) throw new Error(JSON.stringify(compared.faults));
      const { name: _, withdrawn = [], ...instead } = whole;
      const own = changed(input, {
        ...instead,
        applications: input.applications.filter(({ id }) => !withdrawn.includes(id)),
      });
      expect(canonicalJson(compared.allocation)).toBe(canonicalJson(allocate(own)));
      if (allocation.kind === 'infeasible' || compared.allocation.kind === 'infeasible') return;
      const after = new Map(compared.allocation.awards.map((award) => [award.id, award.cents]));
      const moved = new Map(compared.moves.map((move) => [move.id, move.difference]));
      for (const { id, cents } of allocation.awards)
        expect(moved.get(id) ?? 0).toBe((after.get(id) ?? 0) - cents);
    }),
    { numRuns: 400 },
  );
});

test('a scenario with an application that is not there is refused at its place', () => {
  fc.assert(
    fc.property(inputs(policy, all), (input) => {
      const allocation = allocate(input);
      const change = { name: 'if', scores: { nobody: 3 }, withdrawn: ['no one'] };
      expect(compare({ input, allocation }, change)).toEqual({
        faults: [
          { place: '/scores/nobody', code: 'no-such-application', details: { id: 'nobody' } },
          { place: '/withdrawn/0', code: 'no-such-application', details: { id: 'no one' } },
        ],
      });
    }),
    { numRuns: 20 },
  );
});

test('a kept plan is computed again to the same bytes, and a change of any award, score or rule is found', () => {
  fc.assert(
    fc.property(inputs(policy, all), (input) => {
      const kept = { callId: 'any', input, allocation: allocate(input) };
      expect(replay(`${canonicalJson(kept)}\n`)).toEqual({ outcome: 'same' });
      const other = { ...input, appropriation: input.appropriation + 1 };
      expect(replay(canonicalJson({ ...kept, input: other })).outcome).toBe('differs');
      const made = { ...kept, allocation: { ...kept.allocation, engineVersion: 'older' } };
      expect(replay(canonicalJson(made))).toEqual({ outcome: 'differs', engineVersion: 'older' });
    }),
    { numRuns: 200 },
  );
});

test.each(['', '{}', '{"input": {}, "allocation": {}}'])('%j is no kept plan', (text) => {
  expect(replay(text).outcome).toBe('unreadable');
});
