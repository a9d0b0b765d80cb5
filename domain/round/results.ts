import type { Call } from '../call/call.ts';
import type { CaseState } from '../case/state.ts';
import type { Outcome } from '../decision/outcome.ts';
import { decidedOn } from '../decision/verification.ts';
import type { Text } from '../language.ts';
import { type Cents, sumCents } from '../money.ts';
import { municipalityOf } from '../register/register.ts';
import { type LocalDate, localDateOf } from '../time.ts';

/**
 * A call's results as open data: what Decree 1394/2022 § 2 has an authority tell of applications and decisions, which
 * holds all that § 8 publishes. Organisations only, and nothing about a person: no contact, no address, no official.
 */
export interface Results {
  readonly format: 'anslag-results-1';
  readonly call: { readonly id: string; readonly name: Text; readonly authority: Text };
  readonly appropriationCents: Cents;
  readonly appliedCents: Cents;
  readonly awardedCents: Cents;
  readonly applications: readonly ResultLine[];
}

/** One application; the points of § 2 that each field meets stand beside it. */
export interface ResultLine {
  /** 3 a */
  readonly caseNumber: string;
  /** 3 b: when the matter became pending. */
  readonly initiated: LocalDate;
  /** 3 c */
  readonly appliedCents: Cents;
  readonly applicant: string;
  /** 4 a */
  readonly businessId: string;
  /** 5 a */
  readonly decided: LocalDate;
  /** 5 b: 0 where nothing was granted. */
  readonly awardedCents: Cents;
  /** 5 c: no grant was given. */
  readonly notGranted: boolean;
  readonly outcome: Outcome;
  /** 5 d */
  readonly purpose: string;
  /** 5 e: the municipalities in which the grant is, or would have been, used. */
  readonly area: readonly AreaMunicipality[];
}

export interface AreaMunicipality {
  /** Statistics Finland's code. */
  readonly code: string;
  readonly sv: string;
  readonly fi: string;
}

/** The results of a call's decided cases, in the order of their numbers. Throws where one is not decided. */
export function resultsOf(call: Call, cases: readonly CaseState[]): Results {
  const applications = cases.map(lineOf);
  return {
    format: 'anslag-results-1',
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
    initiated: localDateOf(decision.arrivedAt),
    appliedCents: decision.costs.requestedCents,
    applicant: decision.applicant.name,
    businessId: decision.applicant.businessId,
    decided: localDateOf(decidedOn(decision, decidedAt)),
    awardedCents: decision.awardedCents,
    notGranted: decision.awardedCents === 0,
    outcome: decision.outcome,
    purpose: decision.title,
    area: decision.area.map((code) => {
      const { sv = code, fi = code } = municipalityOf(code)?.name ?? {};
      return { code, sv, fi };
    }),
  };
}
