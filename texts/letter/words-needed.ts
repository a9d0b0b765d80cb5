import type { Outcome } from '../../domain/decision/outcome.ts';
import type { CaseLanguage } from '../../domain/language.ts';
import type { Fact } from './content.ts';

interface Statement {
  readonly authority: string;
  readonly applicant: string;
  readonly awarded: string;
  readonly eligible: string;
  readonly percent: number;
}

/** Every word of a decision letter that does not come from the call or the rules. */
export interface LetterWords {
  readonly decision: string;
  /** Of a letter that is no decision yet. */
  readonly draft: string;
  /** Of a courtesy translation, by the language of the decision itself. */
  readonly translation: Readonly<Record<CaseLanguage, string>>;
  readonly caseNumber: string;
  readonly date: string;
  readonly businessId: string;

  readonly matter: string;
  readonly matterIs: string;
  readonly matterText: string;
  readonly call: string;
  readonly project: string;
  readonly applicant: string;
  readonly administrator: string;
  readonly partners: string;
  readonly arrived: string;
  readonly arrivedAs: (when: string, version: number) => string;

  readonly statement: Readonly<Record<Outcome, (facts: Statement) => string>>;
  readonly share: (facts: Statement) => string;
  readonly sums: string;
  readonly sumHeader: readonly string[];
  readonly totalCosts: string;
  readonly vat: string;
  readonly ineligible: string;
  readonly eligibleCosts: string;
  readonly maximum: (percent: number) => string;
  readonly requested: string;
  readonly granted: string;

  readonly terms: string;
  readonly purpose: string;
  readonly purposeText: (project: string) => string;
  readonly eligibleHeading: string;
  readonly eligibleText: (kinds: string) => string;
  readonly costRules: readonly string[];
  readonly periodHeading: string;
  readonly period: (starts: string, ends: string, latest: string) => string;
  readonly paymentHeading: string;
  readonly payment: string;
  readonly reportHeading: string;
  readonly report: (due: string) => string;
  readonly conditions: string;
  readonly partnership: string;
  readonly standingTerms: readonly string[];

  readonly reasons: string;
  readonly allMet: string;
  readonly notMet: string;
  readonly judged: (reason: string) => string;
  readonly requirements: string;
  readonly requirementsCaption: string;
  readonly requirementHeader: readonly string[];
  readonly verdicts: { readonly yes: string; readonly no: string; readonly partly: string };
  readonly evaluation: string;
  readonly evaluated: (evaluators: number) => string;
  readonly scores: string;
  readonly scoreHeader: readonly string[];
  readonly points: string;
  readonly justified: string;
  readonly allocation: string;
  readonly ranked: (rank: number, of: number, appropriation: string) => string;

  readonly provisions: string;
  readonly signatories: string;
  readonly signed: (decisionMaker: string, presenter: string) => string;
  readonly moreInformation: string;
  readonly informed: string;
  readonly verification: string;
  readonly verificationText: string;
  readonly letterNumber: string;
  readonly digest: string;
  readonly verificationAddress: string;

  readonly rectification: string;
  /** What is said in general, then time, notice, contents and address under their names. */
  readonly rectificationText: (authority: string, address: string) => readonly (string | Fact)[];
  readonly page: readonly [page: string, of: string];
}
