import { type Cents, sumCents } from '../money.ts';
import { regions } from '../register/register.ts';
import type { AllocationRule, QuotaDimension, QuotaRule } from './allocation-rule.ts';
import type { Call } from './call.ts';

/** A part of an allocation rule that does not fit the call or another part, as a path of keys and a code. */
export interface AllocationFault {
  readonly path: readonly (string | number)[];
  readonly code:
    | 'no-such-criterion'
    | 'reserve-above-appropriation'
    | 'partial-grants-without-money-value'
    | 'no-such-group'
    | 'group-repeated'
    | 'quota-without-limit'
    | 'floor-above-ceiling'
    | 'floors-above-appropriation';
}

/** What a rule is held against. */
export type RuleContext = Pick<Call, 'appropriation' | 'themes' | 'applicants' | 'evaluation'>;

/** Everything in which an allocation rule does not agree with itself or with its call. */
export function faultsOfAllocation(rule: AllocationRule, call: RuleContext): readonly AllocationFault[] {
  const { reserveCents = 0, quotas = [], tieKeys } = rule;
  const available = call.appropriation.cents - reserveCents;
  const isPartialByScore =
    rule.policy === 'maxscore' && rule.grants === 'partial' && rule.value !== 'score-times-money';
  return [
    ...tieKeys.flatMap((key, index): AllocationFault[] =>
      call.evaluation.criteria.some(({ id }) => id === key)
        ? []
        : [{ path: ['tieKeys', index], code: 'no-such-criterion' }],
    ),
    ...when(available < 0, ['reserveCents'], 'reserve-above-appropriation'),
    ...when(isPartialByScore, ['grants'], 'partial-grants-without-money-value'),
    ...quotas.flatMap((quota, index) => faultsOfQuota(quota, index, quotas, call)),
    ...faultsOfFloors(quotas, Math.max(0, available)),
  ];
}

function faultsOfQuota(
  { dimension, group, floorCents, ceilingCents }: QuotaRule,
  index: number,
  all: readonly QuotaRule[],
  call: RuleContext,
): readonly AllocationFault[] {
  const isRepeated = all.findIndex((one) => one.dimension === dimension && one.group === group) !== index;
  const isAbove = floorCents !== undefined && ceilingCents !== undefined && floorCents > ceilingCents;
  return [
    ...when(!groupsOf(dimension, call).includes(group), ['quotas', index, 'group'], 'no-such-group'),
    ...when(isRepeated, ['quotas', index, 'group'], 'group-repeated'),
    ...when(floorCents === undefined && ceilingCents === undefined, ['quotas', index], 'quota-without-limit'),
    ...when(isAbove, ['quotas', index, 'floorCents'], 'floor-above-ceiling'),
  ];
}

/** The groups of a dimension that applications of a call can belong to. */
export function groupsOf(
  dimension: QuotaDimension,
  { themes, applicants }: Pick<Call, 'themes' | 'applicants'>,
): readonly string[] {
  switch (dimension) {
    case 'theme':
      return themes.map(({ id }) => id);
    case 'region':
      return regions;
    case 'language':
      return ['fi', 'sv'];
    case 'lead':
      return applicants.kinds;
  }
}

/** The groups of one dimension do not overlap, so all their floors must fit in the money at once. */
function faultsOfFloors(quotas: readonly QuotaRule[], available: Cents): readonly AllocationFault[] {
  const floors = (dimension: string) =>
    sumCents(quotas.filter((one) => one.dimension === dimension).map(({ floorCents = 0 }) => floorCents));
  const isTooMuch = [...new Set(quotas.map(({ dimension }) => dimension))].some(
    (dimension) => floors(dimension) > available,
  );
  return when(isTooMuch, ['quotas'], 'floors-above-appropriation');
}

function when(
  isFault: boolean,
  path: AllocationFault['path'],
  code: AllocationFault['code'],
): readonly AllocationFault[] {
  return isFault ? [{ path, code }] : [];
}
