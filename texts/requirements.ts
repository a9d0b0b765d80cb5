import type { Call, Sentence } from '../domain/call/call.ts';
import type { Finding, Outcome, RuleId } from '../domain/eligibility/rule.ts';
import { type Judgement, judgementOf } from '../domain/eligibility/screening.ts';
import type { Language } from './language.ts';
import { explainOutcome, ruleNames } from './rules.ts';

/** One rule's result for an application, for its reader. */
export interface Requirement {
  readonly rule: RuleId;
  readonly version: number;
  readonly subject?: string;
  /** What is required. */
  readonly requirement: string;
  readonly outcome: Outcome;
  /** Why, with the facts. */
  readonly reason: string;
  /** What a person said of it; their word stands over the outcome. */
  readonly judgement?: Pick<Judgement, 'met' | 'reason'>;
  /** The sentence it rests on, in its own language. */
  readonly sentence: Sentence;
}

/** Every rule that was applied to an application, fulfilled or not, each with its reason in the reader's language. */
export function requirementsOf(
  {
    findings,
    judgements,
  }: { readonly findings: readonly Finding[]; readonly judgements: readonly Judgement[] },
  call: Call,
  language: Language,
): readonly Requirement[] {
  return findings.map((finding) => {
    const { rule, version, subject, outcome, sentence } = finding;
    const judgement = judgementOf(finding, judgements);
    return {
      rule,
      version,
      ...(subject ? { subject } : {}),
      requirement: ruleNames[rule][language],
      outcome,
      reason: explainOutcome(finding, call, language),
      ...(judgement ? { judgement: { met: judgement.met, reason: judgement.reason } } : {}),
      sentence,
    };
  });
}
