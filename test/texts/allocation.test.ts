import * as fc from 'fast-check';
import { allocate } from '../../domain/allocation/allocate.ts';
import type { Policy } from '../../domain/allocation/input.ts';
import type { Allocation, Proof } from '../../domain/allocation/plan.ts';
import {
  explainInversion,
  explainLeftOver,
  explainProof,
  explainReason,
  explainUnkept,
} from '../../texts/allocation.ts';
import { formatPoints } from '../../texts/format.ts';
import { type Language, languages } from '../../texts/language.ts';
import { inputs } from '../domain/allocation/arbitraries.ts';

const policies = fc.constantFrom<Policy>(
  { kind: 'rank', mode: 'strict' },
  { kind: 'rank', mode: 'offer' },
  { kind: 'prorata' },
  { kind: 'band', width: 2, value: 'score' },
  { kind: 'maxscore', value: 'score-times-money', grants: 'full', floors: 'met' },
);

test('whatever an allocation says reads as sentences, different in each language', () => {
  fc.assert(
    fc.property(inputs(policies, { quotas: true, caps: true, threshold: true }), (input) => {
      const allocation = allocate(input);
      const said = languages.map((language) => sentencesOf(allocation, language));
      for (const sentences of said)
        for (const sentence of sentences)
          expect(sentence).toMatch(/^(?!.*(undefined|NaN|null|\[object|\s\s|\.\.)).+\.$/su);
      for (const [index, sentence] of said[0]?.entries() ?? [])
        expect(new Set([sentence, said[1]?.[index], said[2]?.[index]]).size).toBe(3);
    }),
    { numRuns: 400 },
  );
});

test('a refusal names what was missing, and the points that would have been enough', () => {
  const budget = { kind: 'appropriation' } as const;
  const needed = { score: 7050, more: 150, scorePerPoint: 100, ahead: 'ANS/2022/0007' };
  const reason = { code: 'does-not-fit', row: budget, room: 1_000_000, short: 250_050, needed } as const;
  expect(explainReason(reason, 'sv').replaceAll('\u00a0', ' ')).toBe(
    'Ansökan avslås. När den stod i tur i rangordningen återstod 10 000 € av anslaget, och det fattades 2 500,50 €. Med 70,5 poäng, det vill säga 1,5 poäng mer, hade understöd beviljats. Den hade då stått före ansökan ANS/2022/0007 i rangordningen.',
  );
});

test('how sure a plan is, is told for every status', () => {
  const statuses: readonly Proof[] = [
    { status: 'exact' },
    { status: 'exact-value' },
    { status: 'best-known', band: null, value: 990, bound: 1000, gap: 10 },
  ];
  for (const language of languages)
    expect(new Set(statuses.map((proof) => explainProof(proof, language))).size).toBe(3);
  const [, , limited] = statuses;
  expect(explainProof(limited as Proof, 'en')).toBe(
    'The allocation is the best found. Its value is at least 99 per cent of the greatest possible.',
  );
  expect(
    explainProof({ status: 'best-known', band: 1, value: 2, bound: 3, gap: 1 }, 'sv').replaceAll(
      '\u00a0',
      ' ',
    ),
  ).toBe(
    'Fördelningen är den bästa som hittats. Dess värde i poängklass 2 är minst 66,6 procent av det största möjliga. För poängklasserna efter den är inget bevisat.',
  );
  expect(explainProof({ status: 'best-known', band: 0, value: 0, bound: 0, gap: 0 }, 'en')).toContain('100');
});

test('points without an end in decimals are never told too low', () => {
  expect(formatPoints(1, 3, 'en')).toBe('0.3334');
  expect(formatPoints(6634, 100, 'fi')).toBe('66,34');
});

function sentencesOf(allocation: Allocation, language: Language): string[] {
  if (allocation.kind === 'infeasible')
    return allocation.conflict.map((unkept) => explainUnkept(unkept, language));
  return [
    ...allocation.awards.map(({ reason }) => explainReason(reason, language)),
    ...allocation.leftOver.reasons.map((reason) => explainLeftOver(reason, language)),
    ...allocation.inversions.map((inversion) => explainInversion(inversion, language)),
  ];
}
