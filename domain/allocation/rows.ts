import type { Cents } from '../money.ts';
import { availableOf, type CheckedApplication, type CheckedInput } from './input.ts';

/** A rule that can refuse money, by the name an official would give it. */
export type Row =
  | { readonly kind: 'appropriation' }
  | { readonly kind: 'ceiling'; readonly dimension: string; readonly group: string }
  | { readonly kind: 'floor'; readonly dimension: string; readonly group: string }
  | { readonly kind: 'reserved'; readonly dimension: string; readonly waitsFor: readonly Waiting[] }
  | { readonly kind: 'applicant-cap'; readonly applicant: string }
  | { readonly kind: 'municipality-cap'; readonly municipality: string };

/** Money that waits for a group whose floor is not reached. */
export interface Waiting {
  readonly group: string;
  readonly cents: Cents;
}

/** An upper limit on the sum granted to its members. */
export interface Limit {
  readonly row: Row;
  readonly most: Cents;
}

/** A dimension of the quotas that has floors: what its groups must get, or have reserved for them. */
export interface Dimension {
  readonly name: string;
  readonly groups: readonly { readonly group: string; readonly floor: Cents }[];
}

/** All rows of an input, and which of them each application is in. Index 0 of the limits is the appropriation. */
export interface Rows {
  readonly limits: readonly Limit[];
  readonly dimensions: readonly Dimension[];
  /** Indexes into `limits`; the appropriation, which everybody is in, among them. */
  limitsOf(application: CheckedApplication): readonly number[];
  /** The index of its group in a dimension, or −1. */
  groupIn(dimension: number, application: CheckedApplication): number;
}

/** The rows of an input. A cap becomes a row only for those who could exceed it. */
export function rowsOf(input: CheckedInput): Rows {
  const limits: Limit[] = [{ row: { kind: 'appropriation' }, most: availableOf(input) }];
  const ceilings = ceilingsOf(input, limits);
  const caps = capsOf(input, limits);
  const dimensions = dimensionsOf(input);
  const limitsOf = memberships(input, (application) => [0, ...ceilings(application), ...caps(application)]);
  raiseToStanding(limits, input, limitsOf);
  const groupIndex = dimensions.map(
    ({ groups }) => new Map(groups.map(({ group }, index) => [group, index])),
  );
  return {
    limits,
    dimensions,
    limitsOf,
    groupIn: (dimension, application) => {
      const group = application.groups[dimensions[dimension]?.name ?? ''];
      return group === undefined ? -1 : (groupIndex[dimension]?.get(group) ?? -1);
    },
  };
}

type Membership = (application: CheckedApplication) => readonly number[];

/** Awards that stand may exceed a ceiling or a cap by now; then it has no room, but is not broken anew. */
function raiseToStanding(limits: Limit[], { applications }: CheckedInput, limitsOf: Membership): void {
  const standing = limits.map(() => 0);
  for (const application of applications)
    if (application.awarded > 0)
      for (const index of limitsOf(application))
        standing[index] = (standing[index] ?? 0) + application.awarded;
  limits.forEach((limit, index) => {
    if (index > 0 && (standing[index] ?? 0) > limit.most)
      limits[index] = { ...limit, most: standing[index] ?? 0 };
  });
}

/** Worked out once for each application; walks ask many times. */
function memberships({ applications }: CheckedInput, of: Membership): Membership {
  const known = new Map(applications.map((application) => [application, of(application)]));
  return (application) => known.get(application) ?? of(application);
}

function ceilingsOf({ quotas }: CheckedInput, limits: Limit[]): Membership {
  const index = new Map<string, Map<string, number>>();
  for (const { dimension, group, ceiling } of quotas) {
    if (ceiling === null) continue;
    const groups = index.get(dimension) ?? new Map<string, number>();
    index.set(dimension, groups.set(group, limits.length));
    limits.push({ row: { kind: 'ceiling', dimension, group }, most: ceiling });
  }
  return ({ groups }) => [...index].flatMap(([dimension, rows]) => rows.get(groups[dimension] ?? '') ?? []);
}

function capsOf({ caps, applications }: CheckedInput, limits: Limit[]): Membership {
  const applicants = capRows(caps.applicant, applications, ({ applicant }) => (applicant ? [applicant] : []));
  const municipalities = capRows(caps.municipality, applications, (one) => one.municipalities);
  const index = {
    applicant: addCaps(limits, applicants, caps.applicant, (applicant) => ({
      kind: 'applicant-cap',
      applicant,
    })),
    municipality: addCaps(limits, municipalities, caps.municipality, (municipality) => ({
      kind: 'municipality-cap',
      municipality,
    })),
  };
  return ({ applicant, municipalities: own }) => [
    ...(index.applicant.get(applicant ?? '') ?? []),
    ...own.flatMap((one) => index.municipality.get(one) ?? []),
  ];
}

/** Those whose requests together exceed the cap, sorted. */
function capRows(
  cap: Cents | null,
  applications: readonly CheckedApplication[],
  countedAgainst: (application: CheckedApplication) => readonly string[],
): string[] {
  if (cap === null) return [];
  const requested = new Map<string, Cents>();
  for (const application of applications)
    for (const name of countedAgainst(application))
      requested.set(name, (requested.get(name) ?? 0) + application.requested);
  return [...requested].flatMap(([name, sum]) => (sum > cap ? [name] : [])).sort();
}

function addCaps(
  limits: Limit[],
  names: readonly string[],
  cap: Cents | null,
  rowOf: (name: string) => Row,
): ReadonlyMap<string, readonly number[]> {
  return new Map(names.map((name) => [name, [limits.push({ row: rowOf(name), most: cap ?? 0 }) - 1]]));
}

function dimensionsOf({ quotas }: CheckedInput): readonly Dimension[] {
  const names = [...new Set(quotas.filter(({ floor }) => floor > 0).map(({ dimension }) => dimension))];
  return names.map((name) => ({
    name,
    groups: quotas
      .filter(({ dimension, floor }) => dimension === name && floor > 0)
      .map(({ group, floor }) => ({ group, floor })),
  }));
}
