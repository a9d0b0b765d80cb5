import type { Call } from '../call/call.ts';
import type { CaseState } from '../case/state.ts';
import type { Outcome } from '../decision/outcome.ts';
import type { Text } from '../language.ts';
import { type Cents, sumCents } from '../money.ts';
import { type Instant, type LocalDate, localDateOf } from '../time.ts';

/**
 * A call's results as open data: what Decree 1394/2022 lets be published of each application, and nothing about a
 * person. It holds organisations only: name, business id, sum applied for, sum granted or refusal, purpose.
 */
export interface Results {
  readonly call: { readonly id: string; readonly name: Text; readonly authority: Text };
  readonly appropriationCents: Cents;
  readonly appliedCents: Cents;
  readonly awardedCents: Cents;
  readonly applications: readonly ResultLine[];
}

export interface ResultLine {
  readonly caseNumber: string;
  readonly initiated: Instant;
  readonly applicant: string;
  readonly businessId: string;
  readonly purpose: string;
  readonly appliedCents: Cents;
  readonly awardedCents: Cents;
  readonly outcome: Outcome;
  readonly decided: LocalDate;
}

/** The results of a call's decided cases, in the order of their numbers. Throws where one is not decided. */
export function resultsOf(call: Call, cases: readonly CaseState[]): Results {
  const applications = cases.map(lineOf);
  return {
    call: { id: call.id, name: call.name, authority: call.authority.name },
    appropriationCents: call.appropriation.cents,
    appliedCents: sumCents(applications.map(({ appliedCents }) => appliedCents)),
    awardedCents: sumCents(applications.map(({ awardedCents }) => awardedCents)),
    applications,
  };
}

function lineOf({ number, decision, decidedAt }: CaseState): ResultLine {
  if (!number || !decision || !decidedAt) throw new Error(`case ${number} is not decided`);
  return {
    caseNumber: number,
    initiated: decision.arrivedAt,
    applicant: decision.applicant.name,
    businessId: decision.applicant.businessId,
    purpose: decision.title,
    appliedCents: decision.costs.requestedCents,
    awardedCents: decision.awardedCents,
    outcome: decision.outcome,
    decided: localDateOf(decidedAt),
  };
}
