import type { Application } from '../application/application.ts';
import type { Call, Opening } from '../call/call.ts';
import type { Finding, RuleId } from '../eligibility/rule.ts';
import { screen } from '../eligibility/screening.ts';
import type { Fault } from '../fault.ts';
import type { Instant } from '../time.ts';

/** A finding, and the place of the application that it is about, as a JSON pointer. */
export interface PlacedFinding {
  readonly place: string;
  readonly finding: Finding;
}

/**
 * What the rules would find in an application that is being written, if it arrived at an instant. A rule is left out
 * where it looks at something with a fault, since nothing can be told of that yet, and where it finds its requirement
 * fulfilled.
 */
export function findingsBeforehand(
  candidate: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
  call: Call & Opening,
  at: Instant,
): readonly PlacedFinding[] {
  const faulty = faults.map(({ place }) => place);
  const application = soundPartsOf(candidate, faulty);
  return screen({ call, application, arrivedAt: at }).flatMap((finding) => {
    const { places, mend } = looksAt[finding.rule];
    if (finding.outcome === 'met') return [];
    if (places.some((place) => isTouched(place, faulty))) return [];
    return [{ place: mend(finding.subject), finding }];
  });
}

/** Whether one of the faults is at a place, within it, or around it. */
function isTouched(place: string, faulty: readonly string[]): boolean {
  return faulty.some((fault) => `${fault}/`.startsWith(`${place}/`) || `${place}/`.startsWith(`${fault}/`));
}

/** The candidate with what has faults left blank: whole lists, and single fields of the rest. */
function soundPartsOf(candidate: Readonly<Record<string, unknown>>, faulty: readonly string[]): Application {
  const parts = Object.entries(blank).map(([part, empty]) => {
    const value = candidate[part];
    if (!isTouched(`/${part}`, faulty)) return [part, value];
    if (!isFields(empty) || !isFields(value)) return [part, empty];
    const sound = Object.entries(value).filter(([field]) => !isTouched(`/${part}/${field}`, faulty));
    return [part, { ...empty, ...Object.fromEntries(sound) }];
  });
  return Object.fromEntries(parts) as Application;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Looks {
  /** Where in the application a rule looks, as JSON pointers. */
  readonly places: readonly string[];
  /** Where an applicant would mend it. */
  readonly mend: (subject: string | undefined) => string;
}

function at(mend: string, ...places: readonly string[]): Looks {
  return { places, mend: () => mend };
}

const municipalities = ['/applicant/kind', '/applicant/municipality', '/participants'];

const looksAt: Readonly<Record<RuleId, Looks>> = {
  'arrived-in-time': at(''),
  'applicant-may-apply': at('/applicant/kind', '/applicant/kind', '/applicant/name'),
  'applicant-identified': at('/applicant/name', '/applicant/kind', '/applicant/name'),
  'municipalities-known': at('/participants', ...municipalities),
  'municipalities-continue': at('/participants', ...municipalities, '/project/ends'),
  'municipalities-of-aland': at('/participants', ...municipalities),
  'several-municipalities': at('/participants', ...municipalities),
  'theme-named': at('/project/themes', '/project/themes'),
  'part-included': { places: ['/parts'], mend: (subject = '') => `/parts/${subject}` },
  'not-excluded': at('/project/summary', '/project/title', '/project/summary', '/parts'),
  'period-within-call': at('/project/ends', '/project/starts', '/project/ends'),
  'financing-adds-up': at('/financing', '/financing', '/costs', '/participants'),
  'costs-eligible': at('/costs', '/costs'),
  'costs-necessary': at('/costs', '/costs'),
  'internal-charges-actual': at('/costs', '/costs'),
  'vat-left-out': at('/costs', '/costs'),
  'share-within-maximum': at('/financing/requestedCents', '/financing/requestedCents', '/costs'),
};

/** Stands for the parts that have faults; no rule that looks at them is believed. */
const blank: Application = {
  format: 'anslag-application-1',
  callId: '',
  language: 'fi',
  applicant: { kind: 'municipality', name: '', businessId: '', email: '' },
  contact: { name: '', email: '' },
  project: { title: '', summary: '', themes: [], starts: '2000-01-01', ends: '2000-01-01' },
  parts: {},
  participants: [],
  costs: [],
  financing: { requestedCents: 0, ownCents: 0, otherPublicCents: 0 },
  attachments: [],
};
