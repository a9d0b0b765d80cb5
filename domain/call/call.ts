import type { Text } from '../language.ts';
import type { Cents } from '../money.ts';
import type { Instant, LocalDate, LocalTime } from '../time.ts';
import type { AllocationRule } from './allocation-rule.ts';

/**
 * A grant call as the authority publishes it: everything that its rules, its allocation and its decisions rest on.
 * It is data (`calls/`); no code knows a single call. Once published it is locked.
 */
export interface Call {
  /** Short and stable, for instance `2022` or `2019-2`; part of addresses. */
  readonly id: string;
  readonly name: Text;
  /** What the money is for, as the call announces it. */
  readonly purpose: Text;
  readonly authority: Authority;
  readonly appropriation: Appropriation;
  readonly window: Window;
  readonly applicants: ApplicantRule;
  /** What a project must emphasise, one of these; empty where the call names none. */
  readonly themes: readonly Theme[];
  /** Kinds of project that get nothing. A person judges each; the machine only points at signs of it. */
  readonly exclusions: readonly Exclusion[];
  readonly costs: CostRule;
  readonly requiredParts: readonly RequiredPart[];
  readonly evaluation: Evaluation;
  /** Days an applicant gets to complete an application (Administrative Procedure Act 434/2003 § 22, § 33). */
  readonly completionDays: number;
  readonly allocation: AllocationRule;
  readonly grant: GrantTerms;
  /** Where the call's facts were taken from; every source named elsewhere in the call is a statute or one of these. */
  readonly sources: readonly Reference[];
  /** What no source tells and this file therefore assumes; shown to whoever publishes the call. */
  readonly assumptions: readonly Assumption[];
}

/** A document that tells some of the call's facts. */
export interface Reference {
  /** Short, `S2`; what a `Source` that is no section of a statute names. */
  readonly key: string;
  readonly title: string;
  /** The facts it tells that name no source where they stand: JSON pointers into the call. */
  readonly tells: readonly string[];
}

export interface Assumption {
  /** The facts that are assumed: JSON pointers into the call. */
  readonly about: readonly string[];
  readonly text: string;
}

export interface Authority {
  readonly name: Text;
  /** The contact person a decision must name (Administrative Procedure Act § 44). */
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  /** Prefix of case numbers: `ANS` gives `ANS/2022/0001`. */
  readonly registerPrefix: string;
}

export interface Appropriation {
  readonly cents: Cents;
  /** Item of the state budget. */
  readonly budgetItem: string;
  /** Calls with the same pool share its money: the sum of all their awards stays within `cents` of the pool. */
  readonly pool?: { readonly id: string; readonly cents: Cents };
}

/** Local times in Finland; each is turned into an instant once, when the call is published. */
export interface Window {
  readonly opens: LocalTime;
  readonly closes: LocalTime;
}

/** An applicant's legal form, as Decree 893/2019 § 3 tells them apart. */
export type ApplicantKind = 'municipality' | 'jointAuthority' | 'company' | 'association' | 'wellbeingCounty';

export interface ApplicantRule {
  readonly kinds: readonly ApplicantKind[];
  /** The least number of municipalities that carry the project out together; 1 lets a municipality apply alone. */
  readonly minimumMunicipalities: number;
  readonly sentence: Sentence;
  /** Whether municipalities count that take no part themselves and on whose behalf a joint authority applies. */
  readonly onBehalf: boolean;
}

/** A sentence that a rule rests on, with where it stands. */
export interface Sentence {
  readonly text: string;
  readonly source: Source;
}

/**
 * Where something stands: a section of a statute, `893/2019 § 6, 2 p.`, or else the announcement of the call itself,
 * by the key that the call's file explains, `S2`.
 */
export type Source = string;

export interface Theme {
  readonly id: string;
  readonly name: Text;
  readonly sentence: Sentence;
}

export interface Exclusion {
  readonly id: string;
  readonly name: Text;
  readonly sentence: Sentence;
  /** Beginnings of words, in lower case, that make the machine point the exclusion out to the presenter. */
  readonly signs: readonly string[];
}

/** The kinds of cost of Decree 893/2019 § 5. */
export type CostCategory =
  | 'personnel'
  | 'travel'
  | 'premises'
  | 'services'
  | 'supplies'
  | 'licences'
  | 'equipment'
  | 'investment';

export interface CostRule {
  /** Whole per cent of the eligible costs without value added tax that the grant may cover at most. */
  readonly maximumSharePercent: number;
  readonly eligible: readonly CostCategory[];
  /** Kinds that are eligible only as far as the project cannot do without them, which a person judges. */
  readonly onlyIfNecessary: readonly CostCategory[];
  readonly sentence: Sentence;
}

/** A text that an application must have. */
export interface RequiredPart {
  readonly id: string;
  readonly name: Text;
  readonly sentence: Sentence;
}

export interface Evaluation {
  readonly criteria: readonly Criterion[];
  readonly evaluatorsPerCase: number;
  /** Days an evaluator has for a case before the presenter is told. */
  readonly days: number;
  /** When two evaluators' points (of 100) are at least this far apart, a presenter considers why. */
  readonly disagreementPoints: number;
}

export interface Criterion {
  readonly id: string;
  readonly name: Text;
  /** Points for the best score; the weights of a call add up to 100. */
  readonly weight: number;
  /** Scores are the integers from 0 to this. */
  readonly best: number;
  readonly source: Source;
}

export interface GrantTerms {
  /** Last day on which costs may arise. */
  readonly periodEnds: LocalDate;
  readonly reportDue: LocalDate;
  /** What the report must show and come with. */
  readonly reporting: readonly Duty[];
  readonly conditions: readonly Duty[];
}

/** Something a recipient must do, with where that stands. */
export interface Duty {
  readonly text: Text;
  readonly source: Source;
}

/** The people a call is handled by, by the user names of the authority's directory. */
export interface Officials {
  /** The name by which each signs, for all of them. */
  readonly names: Readonly<Record<string, string>>;
  /** Where each is told of tasks and of how the call goes; whoever has none is not told by mail. */
  readonly emails?: Readonly<Record<string, string>>;
  readonly presenters: readonly string[];
  readonly evaluators: readonly string[];
  /** Evaluators who step in for one who is disqualified, in this order. */
  readonly reserveEvaluators: readonly string[];
  readonly decisionMakers: readonly string[];
}

/** The window as instants. */
export interface Opening {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}
