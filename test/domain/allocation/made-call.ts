import type { RowInstance, CallInstance as Shared } from './instances.ts';

type CallInstance = Pick<Shared, 'id' | 'n' | 'B' | 'score' | 'request' | 'minimum' | 'rows'> & {
  readonly optimum: Pick<Shared['optimum'], 'points' | 'pointsQuotas'>;
};

/**
 * Calls as large as the first of 2019, with the best points under the appropriation alone and within the quotas: proved by
 * our own search, and found by HiGHS 1.15.3 too, with each of its answers added up again in integers.
 */
export const madeCalls: readonly CallInstance[] = [
  madeCall(1, 184, 908_600, 892_550),
  madeCall(2, 184, 986_700, 950_300),
  madeCall(3, 184, 939_950, 906_100),
];

/**
 * A made-up call of so many applications, of which those under 50 points are left out: the money of 2022 for each
 * application, scores in half points, requests from 40 000 to 2 040 000 euros with most of them near 300 000, some of them
 * 85 per cent of a round sum; three themes with floors and ceilings, ceilings for regions and for whoever leads several
 * projects, and a floor for applications in Swedish. The same seed gives the same call.
 */
function madeCall(seed: number, applications: number, points: number, pointsQuotas: number): CallInstance {
  const random = randomFrom(seed);
  const drafted = Array.from({ length: applications }, () => ({
    score: 50 * Math.round(2 * Math.min(100, Math.max(0, 66 + 11 * bell(random)))),
    request: 8_500 * Math.round(Math.min(24_000, Math.max(470, 3_500 * Math.exp(0.7 * bell(random))))),
    share: one([0.6, 0.7, 0.8, 1], random),
    area: weighted([0.5, 0.3, 0.2], random),
    region: weighted(zipf(19, 0.8), random),
    isSwedish: random() < 0.09,
    lead: weighted(zipf(1_600, 1), random),
  }));
  const passed = drafted.filter(({ score }) => score >= 5_000);
  const B = Math.floor((applications * 1e9) / 49 / 100) * 100;
  const members = (belongs: (one: (typeof passed)[number]) => boolean) =>
    passed.flatMap((application, index) => (belongs(application) ? [index] : []));
  const row = (name: string, own: readonly number[], lo: number, hi: number): RowInstance => ({
    name,
    members: own,
    lo: Math.floor(lo * B),
    hi: Math.floor(hi * B),
  });
  const requested = (own: readonly number[]) =>
    own.reduce((sum, index) => sum + (passed[index]?.request ?? 0), 0);
  const ceilings = (name: string, count: number, own: (at: number) => readonly number[], hi: number) =>
    Array.from({ length: count }, (_, at) => row(`${name}${at}`, own(at), 0, hi)).filter(
      ({ members: those }) => those.length > 1,
    );
  return {
    id: `call-${applications}-s${seed}`,
    n: passed.length,
    B,
    score: passed.map(({ score }) => score),
    request: passed.map(({ request }) => request),
    minimum: passed.map(({ request, share }) => Math.floor(request * share)),
    rows: [
      ...[0.3, 0.2, 0.15].map((lo, at) =>
        row(
          `area${at}`,
          members(({ area }) => area === at),
          lo,
          0.6,
        ),
      ),
      ...ceilings('region', 19, (at) => members(({ region }) => region === at), 0.18),
      row(
        'sv',
        members(({ isSwedish }) => isSwedish),
        0.05,
        1,
      ),
      ...ceilings('lead', 20, (at) => members(({ lead }) => lead === at), 0.06).filter(
        ({ members: own, hi }) => requested(own) > hi,
      ),
    ],
    optimum: { points, pointsQuotas },
  };
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Near the normal distribution: the sum of twelve. */
function bell(random: () => number): number {
  return Array.from({ length: 12 }, random).reduce((sum, part) => sum + part, -6);
}

function one(list: readonly number[], random: () => number): number {
  return list[Math.floor(random() * list.length)] ?? 0;
}

/** Parts that fall off with their place, as the sizes of regions do. */
function zipf(count: number, exponent: number): number[] {
  const weights = Array.from({ length: count }, (_, at) => (at + 1) ** -exponent);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function weighted(weights: readonly number[], random: () => number): number {
  let left = random();
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}
