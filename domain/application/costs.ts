import type { CostRule } from '../call/call.ts';
import { type Cents, percentOf, sumCents } from '../money.ts';
import type { Application, CostItem } from './application.ts';

/** What of an application's costs a grant can rest on, in cents, and why the rest falls away. */
export interface CostAssessment {
  /** All costs as the applicant counted them. */
  readonly totalCents: Cents;
  /** Value added tax counted in (Decree 893/2019 § 4), on every row. */
  readonly vatCents: Cents;
  /** Costs without VAT of kinds that are not eligible (§ 5), for instance equipment, or that a person declined. */
  readonly ineligibleCents: Cents;
  readonly ineligible: readonly CostItem[];
  /** Total − VAT − ineligible. */
  readonly eligibleCents: Cents;
  readonly requestedCents: Cents;
  /** The call's share of the eligible costs, rounded down to the cent. */
  readonly maximumCents: Cents;
  /** The most that can be granted: what was asked, but at most the maximum. */
  readonly grantableCents: Cents;
}

/**
 * Assesses the costs by the call's cost rule, without those that a person has declined. Pure arithmetic on cents;
 * refuses nothing.
 */
export function assessCosts(
  { costs, financing }: Pick<Application, 'costs' | 'financing'>,
  rule: CostRule,
  isDeclined: (item: CostItem) => boolean = () => false,
): CostAssessment {
  const ineligible = costs.filter((item) => !rule.eligible.includes(item.category) || isDeclined(item));
  const totalCents = sumCents(costs.map(({ cents }) => cents));
  const vatCents = sumCents(costs.map((item) => item.vatCents));
  const ineligibleCents = sumCents(ineligible.map((item) => item.cents - item.vatCents));
  const eligibleCents = totalCents - vatCents - ineligibleCents;
  const maximumCents = percentOf(eligibleCents, rule.maximumSharePercent);
  return {
    totalCents,
    vatCents,
    ineligibleCents,
    ineligible,
    eligibleCents,
    requestedCents: financing.requestedCents,
    maximumCents,
    grantableCents: Math.min(financing.requestedCents, maximumCents),
  };
}
