import * as fc from 'fast-check';
import { checkedInput } from '../../../domain/allocation/check-input.ts';
import type { AllocationInput, Application, CheckedInput, Policy } from '../../../domain/allocation/input.ts';

/** What kinds of rules an arbitrary input has. */
export interface Kinds {
  readonly applications?: number;
  readonly cents?: number;
  readonly quotas?: boolean;
  readonly caps?: boolean;
  readonly threshold?: boolean;
  /** What all sums are multiples of; a cent, or more where whole euros are to differ. */
  readonly unit?: fc.Arbitrary<number>;
}

/**
 * Small inputs in which everything that can go wrong is near: sums of a few cents, few different scores, quotas and caps
 * that bind. The least that is left unsaid by an input is left unsaid.
 */
export function inputs(policy: fc.Arbitrary<Policy>, kinds: Kinds = {}): fc.Arbitrary<CheckedInput> {
  const { applications: most = 12, cents = 9 } = kinds;
  const application = applicationOf(cents);
  return fc
    .record({
      policy,
      unit: kinds.unit ?? fc.constantFrom(1, 70),
      applications: fc.uniqueArray(application, { maxLength: most, selector: ({ id }) => id }),
      appropriation: fc.integer({ min: 0, max: Math.ceil((most * cents) / 2) }),
      reserve: fc.constantFrom(0, 0, 0, 1),
      threshold: kinds.threshold ? fc.constantFrom(0, 1, 2) : fc.constant(0),
      minimumGrant: kinds.threshold ? fc.constantFrom(0, 0, 3) : fc.constant(0),
      quotas: kinds.quotas ? quotasOf(cents * 4) : fc.constant<CheckedInput['quotas'][number][]>([]),
      caps: fc.constantFrom<Record<string, number>>(
        ...(kinds.caps ? [{}, { applicant: 9 }, { municipality: 11 }] : [{}]),
      ),
      seed: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ unit, ...input }) =>
      checkedInput({
        ...input,
        appropriation: input.appropriation * unit,
        reserve: Math.min(input.reserve, input.appropriation),
        minimumGrant: input.minimumGrant * unit,
        quotas: input.quotas.map(({ floor, ceiling, ...quota }) => ({
          ...quota,
          floor: floor * unit,
          ceiling: ceiling === null ? null : ceiling * unit,
        })),
        caps: Object.fromEntries(Object.entries(input.caps).map(([cap, sum]) => [cap, sum * unit])),
        applications: input.applications.map((one) => ({
          ...one,
          requested: one.requested * unit,
          minimum: one.minimum * unit,
        })),
        scorePerPoint: 1,
        maximumScore: 6,
      }),
    );
}

function applicationOf(cents: number): fc.Arbitrary<Application> {
  return fc
    .record({
      id: fc.integer({ min: 0, max: 99 }).map(String),
      score: fc.integer({ min: 0, max: 5 }),
      requested: fc.integer({ min: 1, max: cents }),
      minimum: fc.integer({ min: 0, max: cents }),
      key: fc.constantFrom(0, 0, 1),
      region: fc.constantFrom(undefined, 'r0', 'r1', 'r2'),
      language: fc.constantFrom(undefined, undefined, 'sv'),
      applicant: fc.constantFrom('x', 'y', 'z', 'u'),
      municipalities: fc.subarray(['1', '2', '3', '4']),
    })
    .map(({ id, key, region, language, minimum, ...rest }) => ({
      ...rest,
      id,
      drawKey: `draw ${id}`,
      minimum: Math.min(minimum, rest.requested),
      keys: [key],
      groups: { ...(region && { region }), ...(language && { language }) },
    }));
}

function quotasOf(most: number): fc.Arbitrary<CheckedInput['quotas'][number][]> {
  const names = [
    ['region', 'r0'],
    ['region', 'r1'],
    ['region', 'r2'],
    ['language', 'sv'],
  ] as const;
  return fc.subarray([...names]).chain((chosen) =>
    fc.tuple(
      ...chosen.map(([dimension, group]) =>
        fc
          .tuple(fc.constantFrom(0, 0, 1, 3, 6, 12), fc.integer({ min: 0, max: most }), fc.boolean())
          .map(([floor, more, hasCeiling]) => ({
            dimension,
            group,
            floor,
            ceiling: hasCeiling ? floor + more : null,
          })),
      ),
    ),
  );
}

/** The input with its raw parts changed, checked again. */
export function changed(input: CheckedInput, change: Partial<AllocationInput>): CheckedInput {
  return checkedInput({ ...input, ...change });
}

/** The input with one application changed. */
export function withApplication(input: CheckedInput, id: string, change: Partial<Application>): CheckedInput {
  return changed(input, {
    applications: input.applications.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
}
