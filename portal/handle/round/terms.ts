import type { ValueRule } from '../../../domain/allocation/input.ts';
import { faultsOfAllocation, type RuleContext } from '../../../domain/call/allocation-faults.ts';
import type {
  AllocationRule,
  AllocationTerms,
  PolicyRule,
  QuotaDimension,
} from '../../../domain/call/allocation-rule.ts';
import type { Fault } from '../../../domain/fault.ts';
import { eurosInField, parseEuros } from '../../form/euros.ts';

/** An allocation rule as it stands in a form: what was typed, also for the policies that are not chosen. */
export interface TermsFields {
  readonly policy: PolicyRule['policy'];
  readonly mode: Extract<PolicyRule, { policy: 'rank' }>['mode'];
  readonly bandPoints: string;
  readonly value: ValueRule;
  readonly grants: 'full' | 'partial';
  readonly floors: 'met' | 'reserved';
  readonly thresholdPoints: string;
  readonly minimumPercent: string;
  readonly reserveCents: string;
  readonly minimumGrantCents: string;
  readonly quotas: readonly QuotaFields[];
  readonly applicantCents: string;
  readonly municipalityCents: string;
}

export interface QuotaFields {
  readonly row: string;
  readonly dimension: QuotaDimension;
  readonly group: string;
  readonly floorCents: string;
  readonly ceilingCents: string;
}

/** A rule with nothing left out: what a new proposal, or a trial, is to be computed with. */
export type WholeTerms = Required<Omit<AllocationTerms, 'tieKeys'>> & { readonly rule: PolicyRule };

/** A rule as it is filled in when a form is opened. */
export function fieldsOf(rule: AllocationRule): TermsFields {
  return {
    policy: rule.policy,
    mode: rule.policy === 'rank' ? rule.mode : 'skip',
    bandPoints: rule.policy === 'band' ? String(rule.bandPoints) : '5',
    value: rule.policy === 'band' || rule.policy === 'maxscore' ? rule.value : 'score',
    grants: rule.policy === 'maxscore' ? rule.grants : 'full',
    floors: rule.policy === 'maxscore' ? rule.floors : 'met',
    thresholdPoints: String(rule.thresholdPoints),
    minimumPercent: String(rule.minimumPercent),
    reserveCents: eurosInField(rule.reserveCents ?? 0),
    minimumGrantCents: eurosInField(rule.minimumGrantCents ?? 0),
    quotas: (rule.quotas ?? []).map(({ dimension, group, floorCents, ceilingCents }) => ({
      row: `${dimension} ${group}`,
      dimension,
      group,
      floorCents: eurosInField(floorCents),
      ceilingCents: eurosInField(ceilingCents),
    })),
    applicantCents: eurosInField(rule.caps?.applicantCents),
    municipalityCents: eurosInField(rule.caps?.municipalityCents),
  };
}

/**
 * The rule that a form says, or every fault of it: what is no number by its field, and what does not fit the call as the API would
 * refuse it. Places are those of the rule, `/quotas/0/floorCents`.
 */
export function readTerms(
  fields: TermsFields,
  call: RuleContext,
): { readonly terms: WholeTerms } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const percent = (place: string, typed: string) => {
    if (/^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 100) return Number(typed);
    faults.push({ place, code: 'out-of-range', details: { least: 0, most: 100 } });
    return 0;
  };
  const euros = (place: string, typed: string) => {
    const cents = parseEuros(typed);
    if (cents === undefined) faults.push({ place, code: 'not-euros' });
    return cents ?? 0;
  };
  const maybe = <Name extends string>(name: Name, place: string, typed: string) =>
    typed.trim() === '' ? {} : ({ [name]: euros(place, typed) } as { readonly [Key in Name]: number });
  const terms: WholeTerms = {
    rule: policyIn(fields, fields.policy === 'band' ? percent('/bandPoints', fields.bandPoints) : 0),
    thresholdPoints: percent('/thresholdPoints', fields.thresholdPoints),
    minimumPercent: percent('/minimumPercent', fields.minimumPercent),
    reserveCents: euros('/reserveCents', fields.reserveCents),
    minimumGrantCents: euros('/minimumGrantCents', fields.minimumGrantCents),
    quotas: fields.quotas.map(({ dimension, group, floorCents, ceilingCents }, at) => ({
      dimension,
      group,
      ...maybe('floorCents', `/quotas/${at}/floorCents`, floorCents),
      ...maybe('ceilingCents', `/quotas/${at}/ceilingCents`, ceilingCents),
    })),
    caps: {
      ...maybe('applicantCents', '/applicantCents', fields.applicantCents),
      ...maybe('municipalityCents', '/municipalityCents', fields.municipalityCents),
    },
  };
  for (const [at, { group }] of fields.quotas.entries())
    if (!group) faults.push({ place: `/quotas/${at}/group`, code: 'required' });
  if (faults.length === 0) {
    const { rule, ...others } = terms;
    const unfit = faultsOfAllocation({ ...rule, ...others, tieKeys: [] }, call);
    faults.push(...unfit.map(({ path, code }) => ({ place: `/${path.join('/')}`, code })));
  }
  return faults.length > 0 ? { faults } : { terms };
}

/** The policy with what belongs to it: only value by money can be granted in part, and without floors none is reserved. */
function policyIn(fields: TermsFields, bandPoints: number): PolicyRule {
  const { policy, mode, value } = fields;
  switch (policy) {
    case 'rank':
      return { policy, mode };
    case 'prorata':
      return { policy };
    case 'band':
      return { policy, bandPoints, value };
    case 'maxscore': {
      const grants = value === 'score-times-money' ? fields.grants : 'full';
      return { policy, value, grants, floors: hasFloors(fields) ? fields.floors : 'met' };
    }
  }
}

/** Whether any group is to get at least something. */
export function hasFloors({ quotas }: TermsFields): boolean {
  return quotas.some(({ floorCents }) => floorCents.trim() !== '');
}
