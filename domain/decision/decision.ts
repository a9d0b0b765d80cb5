import type { Award } from '../allocation/plan.ts';
import type { CostAssessment } from '../application/costs.ts';
import type { Source } from '../call/call.ts';
import type { Finding, RuleId } from '../eligibility/rule.ts';
import type { Judgement } from '../eligibility/screening.ts';
import type { Fraction } from '../fraction.ts';
import type { CaseLanguage } from '../language.ts';
import type { Cents } from '../money.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Outcome } from './outcome.ts';
import type { Provision } from './provisions.ts';

/**
 * A decision with everything its letter says, so that the letter follows from it alone: the parties, the matter, what
 * is decided, the reasons with their facts, and the provisions (Administrative Procedure Act 434/2003 § 44, § 45; State
 * Grants Act 688/2001 § 11). Texts are made of it in the reader's language.
 */
export interface Decision {
  readonly callId: string;
  readonly caseNumber: string;
  /** The version of the application that it is made on. */
  readonly version: number;
  readonly arrivedAt: Instant;
  readonly language: CaseLanguage;
  readonly applicant: { readonly name: string; readonly businessId: string; readonly email: string };
  readonly partners: readonly Partner[];
  /** Codes of the municipalities in which the grant is to be used: all that carry the project out. */
  readonly area: readonly string[];
  readonly title: string;
  /** The project's own time, as the application gives it. */
  readonly period: { readonly starts: LocalDate; readonly ends: LocalDate };
  readonly outcome: Outcome;
  readonly awardedCents: Cents;
  readonly costs: Omit<CostAssessment, 'ineligible'>;
  /** The requirements that were not fulfilled, as the presenter confirmed; those that only reduced the sum among them. */
  readonly unmet: readonly UnmetRequirement[];
  /** The requirements that were fulfilled. */
  readonly met: readonly MetRequirement[];
  /** What a presenter had to add to the reasons, when a decision maker asked for it. */
  readonly additions?: readonly string[];
  /** How it was scored and where that placed it; absent where it was not examined. */
  readonly standing?: Standing;
  readonly provisions: readonly Provision[];
  /** That and why this text replaces the one that was first decided; absent where it is the first. */
  readonly correction?: DecisionCorrection;
}

/** Administrative Procedure Act § 50 (an error of fact) or § 51 (a typing error). */
export type CorrectionGround = 'factual-error' | 'typing-error';

export interface DecisionCorrection {
  readonly at: Instant;
  /** An error, or that money came free for those next in the order: then it is a new decision in the matter. */
  readonly ground: CorrectionGround | 'reallocation';
  readonly reason: string;
  /** Who put it forward and who decided, where not those of the first decision; user names. */
  readonly presenter?: string;
  readonly decisionMaker?: string;
}

/** A municipality that takes part and is told the decision in its own language. */
export interface Partner {
  readonly municipality: string;
  readonly name: string;
  readonly email: string;
  readonly language: CaseLanguage;
}

export interface UnmetRequirement {
  readonly finding: Finding;
  /** What the presenter said of it, where a person had to judge. */
  readonly judgement?: Judgement;
}

/** A requirement that was fulfilled, and where it stands. */
export interface MetRequirement {
  readonly rule: RuleId;
  readonly subject?: string;
  readonly source: Source;
}

export interface Standing {
  readonly points: Fraction;
  /** How many scored it. */
  readonly evaluators: number;
  /** The evaluators' mean score for each criterion, and what they said of it, without their names. */
  readonly criteria: readonly {
    readonly id: string;
    readonly score: Fraction;
    readonly justifications: readonly string[];
  }[];
  /** Among how many the allocation ranked it. */
  readonly ranked: number;
  /** What there was to share out, where the call shares its appropriation with others. */
  readonly availableCents?: Cents;
  readonly award: Award;
}
