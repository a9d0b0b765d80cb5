import type { Call } from '../../domain/call/call.ts';
import { mergingDuring } from './departures.ts';
import { topicsOfEarlierCalls } from './earlier-topics.ts';
import type { FlawName } from './flaws.ts';
import { type PublishedGrant, publishedGrants } from './published.ts';
import { integer, type Random } from './random.ts';
import { type Topic, topics } from './topics.ts';

/** What is wrong with a generated application, if anything, and about what. */
export interface GeneratedKind {
  readonly flaw?: FlawName;
  readonly subject?: string;
}

/** Who applies in the rehearsal of a call. */
export interface Cast {
  readonly published: readonly PublishedGrant[];
  readonly generated: readonly GeneratedKind[];
  readonly topics: readonly Topic[];
  /** A sum to ask for, in whole thousands of euros. */
  readonly thousands: (random: Random) => number;
}

/** The cast of a call. Every rule of the call is met by somebody. */
export function castOf(call: Call): Cast {
  const published = publishedGrants[call.id] ?? [];
  const ofCall = [...topics, ...topicsOfEarlierCalls].filter(({ theme }) =>
    call.themes.some(({ id }) => id === theme),
  );
  const sumIn = (least: number, most: number) => (random: Random) => integer(random, least, most);
  if (call.id === '2022') {
    return { published, generated: kindsOf2022, topics: ofCall, thousands: sumIn(90, 420) };
  }
  const thousands = call.appropriation.pool ? sumsOf2019 : sumIn(90, 700);
  return { published, generated: kindsOf(call), topics: ofCall, thousands };
}

/** Published of the first round of 2019: grants from 11,900 to 2,000,000 euros; most here are in between. */
function sumsOf2019(random: Random): number {
  return random() < 0.35 ? integer(random, 900, 2000) : integer(random, 12, 800);
}

/** One or more of each flaw that means something in the call, and some applications that are in order. */
function kindsOf(call: Call): readonly GeneratedKind[] {
  const joint = call.applicants.minimumMunicipalities > 1;
  return [
    ...call.exclusions.flatMap(({ id }): GeneratedKind[] => [
      { flaw: 'excluded', subject: id },
      { flaw: 'only looks excluded', subject: id },
    ]),
    ...call.requiredParts.slice(1, 3).flatMap(({ id }): GeneratedKind[] => [
      { flaw: 'part missing', subject: id },
      { flaw: 'part forgotten', subject: id },
    ]),
    ...flawsOfEveryCall.map((flaw) => ({ flaw })),
    ...(mergingDuring(call) ? [{ flaw: 'merging partner' } as const] : []),
    // Valtimo was a municipality of its own until the end of 2019.
    ...(call.window.closes < '2020' ? [] : [{ flaw: 'merged partner' } as const]),
    ...Array.from({ length: joint ? 1 : 5 }, (): GeneratedKind => ({ flaw: 'alone' })),
    ...Array.from({ length: joint ? 6 : 8 }, () => ({})),
  ];
}

const flawsOfEveryCall: readonly FlawName[] = [
  'asks too much',
  'counts VAT in',
  'buys equipment',
  'needs licences',
  'has licences anyway',
  'charges itself',
  'charges itself a price',
  'joint authority',
  'joint authority for one',
  'joint authority on behalf',
  'joint authority in name only',
  'unknown partner',
  'partner in Åland',
  'only in Åland',
  'no theme',
  'ends too late',
  'sums differ',
  'company',
  'wellbeing services county',
  'named like a company',
  'wrong check digit',
  'late',
  'divides opinions',
  'weak',
  'weak',
];

/** The 35 of 2022, which with the 14 published make the 49 applications that came in. */
const kindsOf2022: readonly GeneratedKind[] = [
  { flaw: 'alone' },
  { flaw: 'alone' },
  { flaw: 'excluded', subject: 'social-and-health-care' },
  { flaw: 'only looks excluded', subject: 'social-and-health-care' },
  { flaw: 'excluded', subject: 'mere-digitisation' },
  { flaw: 'only looks excluded', subject: 'mere-digitisation' },
  { flaw: 'part missing', subject: 'changePlan' },
  { flaw: 'part forgotten', subject: 'changePlan' },
  { flaw: 'part missing', subject: 'resultsPlan' },
  { flaw: 'part forgotten', subject: 'resultsPlan' },
  { flaw: 'asks too much' },
  { flaw: 'asks too much' },
  { flaw: 'counts VAT in' },
  { flaw: 'counts VAT in' },
  { flaw: 'buys equipment' },
  { flaw: 'buys equipment' },
  { flaw: 'joint authority' },
  { flaw: 'joint authority' },
  { flaw: 'joint authority in name only' },
  { flaw: 'merged partner' },
  { flaw: 'no theme' },
  { flaw: 'ends too late' },
  { flaw: 'sums differ' },
  { flaw: 'company' },
  { flaw: 'late' },
  { flaw: 'weak' },
  { flaw: 'weak' },
  { flaw: 'partner in Åland' },
  { flaw: 'needs licences' },
  { flaw: 'charges itself' },
  { flaw: 'mentions a purchase' },
  {},
  {},
  {},
  {},
];
