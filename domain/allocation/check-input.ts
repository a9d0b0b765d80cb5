import type { Fault } from '../fault.ts';
import { isCents } from '../money.ts';
import { FaultList, type Place } from './fault-list.ts';
import type {
  AllocationInput,
  Application,
  Caps,
  CheckedApplication,
  CheckedInput,
  CheckedQuota,
  Limits,
  Policy,
  SharedAppropriation,
} from './input.ts';

/** With these a search ends within about half a minute, so that any allocation fits a Lambda of 1 769 MB and 60 s. */
const defaultLimits: Limits = { work: 300_000, explanation: 150_000 };

/** What a fault of an input can be; `texts/allocation.ts` has a sentence for each. */
export type InputFault =
  | 'not-an-object'
  | 'not-a-list'
  | 'unknown-field'
  | 'not-a-text'
  | 'not-cents'
  | 'not-an-integer'
  | 'out-of-range'
  | 'not-one-of'
  | 'repeated'
  | 'more-than-requested'
  | 'floor-above-ceiling'
  | 'reserve-above-appropriation'
  | 'awarded-by-others-beyond-appropriation'
  | 'other-number-of-keys'
  | 'partial-grants-without-money-value'
  | 'too-large-to-be-exact';

/** A checked input, or every fault of what was to be one. */
export type Checked = { readonly input: CheckedInput } | { readonly faults: readonly Fault[] };

/**
 * The input with every default written out, or every fault it has, each with its place as a JSON pointer. Fields it
 * does not know are faults too: a misspelt quota must not be no quota.
 */
export function checkInput(value: unknown): Checked {
  const faults = new FaultList<InputFault>();
  const input = readInput(faults, value);
  return input && faults.all.length === 0 ? { input } : { faults: faults.all };
}

/** As `checkInput`, for callers that made the input themselves. Throws a TypeError that names the first fault. */
export function checkedInput(input: AllocationInput): CheckedInput {
  const checked = checkInput(input);
  if ('input' in checked) return checked.input;
  const [first] = checked.faults;
  throw new TypeError(`no allocation input: ${first?.code} at ${first?.place || '/'}`);
}

function readInput(faults: FaultList<InputFault>, value: unknown): CheckedInput | undefined {
  const root = faults.object(value, '', [
    'appropriation',
    'reserve',
    'shared',
    'policy',
    'threshold',
    'minimumGrant',
    'quotas',
    'caps',
    'scorePerPoint',
    'maximumScore',
    'seed',
    'limits',
    'applications',
  ]);
  if (!root) return undefined;
  const input: CheckedInput = {
    appropriation: root.cents('appropriation'),
    reserve: root.cents('reserve', 0),
    shared: root.has('shared')
      ? readShared(root.object('shared', ['appropriation', 'awardedByOthers']))
      : null,
    policy: readPolicy(root),
    threshold: root.integer('threshold', 0, Number.MAX_SAFE_INTEGER, 0),
    minimumGrant: root.cents('minimumGrant', 0),
    quotas: readQuotas(root),
    caps: readCaps(root),
    scorePerPoint: root.integer('scorePerPoint', 1),
    maximumScore: root.integer('maximumScore', 1),
    seed: root.text('seed'),
    limits: readLimits(root),
    applications: [],
  };
  const applications = root
    .list('applications')
    .map((place) => readApplication(place, input.maximumScore))
    .filter((application) => application !== undefined);
  refuseAcross(faults, input, applications);
  return { ...input, applications: applications.sort(by(({ id }) => id)) };
}

function readShared(shared: Place<InputFault> | undefined): SharedAppropriation | null {
  if (!shared) return null;
  const read = {
    appropriation: shared.cents('appropriation'),
    awardedByOthers: shared.cents('awardedByOthers'),
  };
  if (read.awardedByOthers > read.appropriation)
    shared.fault('awardedByOthers', 'awarded-by-others-beyond-appropriation');
  return read;
}

function readPolicy(root: Place<InputFault>): Policy {
  const kinds = ['rank', 'prorata', 'band', 'maxscore'] as const;
  const values = ['score', 'score-times-money'] as const;
  const policy = root.object('policy', ['kind', 'mode', 'width', 'value', 'grants', 'floors']);
  const kind = policy?.choice('kind', kinds);
  if (!policy || !kind) return { kind: 'prorata' };
  if (kind === 'prorata') {
    policy.only('kind');
    return { kind };
  }
  if (kind === 'rank') {
    policy.only('kind', 'mode');
    return { kind, mode: policy.oneOf('mode', ['strict', 'skip', 'offer']) };
  }
  const value = policy.oneOf('value', values);
  if (kind === 'band') {
    policy.only('kind', 'width', 'value');
    return { kind, width: policy.integer('width', 0), value };
  }
  policy.only('kind', 'value', 'grants', 'floors');
  const grants = policy.oneOf('grants', ['full', 'partial'], 'full');
  if (grants === 'partial' && value === 'score') policy.fault('value', 'partial-grants-without-money-value');
  return { kind, value, grants, floors: policy.oneOf('floors', ['met', 'reserved'], 'met') };
}

function readQuotas(root: Place<InputFault>): readonly CheckedQuota[] {
  const seen = new Set<string>();
  const quotas = root.list('quotas', []).map((place): CheckedQuota => {
    const quota = place.object('', ['dimension', 'group', 'floor', 'ceiling']);
    if (!quota) return { dimension: '', group: '', floor: 0, ceiling: null };
    const dimension = quota.text('dimension');
    const group = quota.text('group');
    const floor = quota.cents('floor', 0);
    const ceiling = quota.has('ceiling') ? quota.cents('ceiling') : null;
    if (ceiling !== null && floor > ceiling) quota.fault('floor', 'floor-above-ceiling');
    const name = JSON.stringify([dimension, group]);
    if (seen.has(name)) quota.fault('group', 'repeated', { group });
    seen.add(name);
    return { dimension, group, floor, ceiling };
  });
  return quotas.sort(by(({ dimension, group }) => JSON.stringify([dimension, group])));
}

function readCaps(root: Place<InputFault>): Required<Caps> {
  const caps = root.has('caps') ? root.object('caps', ['applicant', 'municipality']) : undefined;
  return {
    applicant: caps?.has('applicant') ? caps.cents('applicant') : null,
    municipality: caps?.has('municipality') ? caps.cents('municipality') : null,
  };
}

function readLimits(root: Place<InputFault>): Limits {
  const limits = root.has('limits') ? root.object('limits', ['work', 'explanation']) : undefined;
  if (!limits) return defaultLimits;
  return {
    work: limits.integer('work', 0, Number.MAX_SAFE_INTEGER, defaultLimits.work),
    explanation: limits.integer('explanation', 0, Number.MAX_SAFE_INTEGER, defaultLimits.explanation),
  };
}

const applicationFields = [
  'id',
  'drawKey',
  'score',
  'requested',
  'minimum',
  'keys',
  'groups',
  'applicant',
  'municipalities',
  'awarded',
] as const;

function readApplication(place: Place<InputFault>, maximumScore: number): CheckedApplication | undefined {
  const read = place.object('', applicationFields);
  if (!read) return undefined;
  const application: CheckedApplication = {
    id: read.text('id'),
    drawKey: read.text('drawKey'),
    score: read.integer('score', 0, maximumScore),
    requested: read.cents('requested'),
    minimum: read.cents('minimum'),
    keys: read.list('keys', []).map((key) => key.integer('', Number.MIN_SAFE_INTEGER)),
    groups: read.texts('groups'),
    applicant: read.has('applicant') ? read.text('applicant') : null,
    municipalities: [...new Set(read.list('municipalities', []).map((one) => one.text('')))].sort(),
    awarded: read.cents('awarded', 0),
  };
  for (const field of ['minimum', 'awarded'] as const)
    if (application[field] > application.requested) read.fault(field, 'more-than-requested');
  return application;
}

/** What can only be seen with all of the input at hand. */
function refuseAcross(
  faults: FaultList<InputFault>,
  input: CheckedInput,
  applications: readonly CheckedApplication[],
): void {
  if (input.reserve > input.appropriation) faults.add('/reserve', 'reserve-above-appropriation');
  for (const field of ['id', 'drawKey'] as const) refuseRepeated(faults, applications, field);
  const keys = applications[0]?.keys.length ?? 0;
  applications.forEach((application, at) => {
    if (application.keys.length !== keys)
      faults.add(`/applications/${at}/keys`, 'other-number-of-keys', { expected: keys });
  });
  const requested = applications.reduce((sum, application) => sum + application.requested, 0);
  if (!isCents(requested)) faults.add('/applications', 'too-large-to-be-exact');
  if (input.policy.kind === 'band' || input.policy.kind === 'maxscore')
    refuseInexactValue(faults, input, requested);
}

/** A sum of values must be a safe integer: the greatest there can be is every request at the best score. */
function refuseInexactValue(faults: FaultList<InputFault>, input: CheckedInput, requested: number): void {
  if ('value' in input.policy && input.policy.value === 'score-times-money') {
    const partial = input.policy.kind === 'maxscore' && input.policy.grants === 'partial';
    const most = input.maximumScore * (partial ? requested : Math.ceil(requested / 100));
    if (!Number.isSafeInteger(most)) faults.add('/policy/value', 'too-large-to-be-exact');
  }
}

function refuseRepeated(
  faults: FaultList<InputFault>,
  applications: readonly Application[],
  field: 'id' | 'drawKey',
): void {
  const seen = new Set<string>();
  applications.forEach((application, at) => {
    if (seen.has(application[field]))
      faults.add(`/applications/${at}/${field}`, 'repeated', { [field]: application[field] });
    seen.add(application[field]);
  });
}

/** Compares by UTF-16 code units, as RFC 8785 sorts keys; no locale, so that every machine sorts alike. */
function by<T>(nameOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
}
