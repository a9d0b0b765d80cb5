import { applicantIdentified, applicantMayApply, arrivedInTime } from './applicant-rules.ts';
import {
  costsEligible,
  costsNecessary,
  financingAddsUp,
  internalChargesActual,
  shareWithinMaximum,
  vatLeftOut,
} from './cost-rules.ts';
import {
  municipalitiesContinue,
  municipalitiesKnown,
  municipalitiesOfAland,
  severalMunicipalities,
} from './municipality-rules.ts';
import { notExcluded, partIncluded, periodWithinCall, themeNamed } from './project-rules.ts';
import { type Facts, type Finding, type Rule, type RuleId, ruleIds } from './rule.ts';

const ruleOf: Readonly<Record<RuleId, Rule>> = {
  'arrived-in-time': arrivedInTime,
  'applicant-may-apply': applicantMayApply,
  'applicant-identified': applicantIdentified,
  'municipalities-known': municipalitiesKnown,
  'municipalities-continue': municipalitiesContinue,
  'municipalities-of-aland': municipalitiesOfAland,
  'several-municipalities': severalMunicipalities,
  'theme-named': themeNamed,
  'part-included': partIncluded,
  'not-excluded': notExcluded,
  'period-within-call': periodWithinCall,
  'financing-adds-up': financingAddsUp,
  'costs-eligible': costsEligible,
  'costs-necessary': costsNecessary,
  'internal-charges-actual': internalChargesActual,
  'vat-left-out': vatLeftOut,
  'share-within-maximum': shareWithinMaximum,
};

/** Every rule of eligibility, in the order in which they are read. */
export const rules: readonly Rule[] = ruleIds.map((id) => ruleOf[id]);

/** Examines an application by every rule. Never decides: a presenter confirms what follows from the findings. */
export function screen(facts: Facts): readonly Finding[] {
  return rules.flatMap((rule) =>
    [rule.examine(facts)].flat().map(({ evidence = {}, ...examination }) => ({
      rule: rule.id,
      version: rule.version,
      consequence: rule.consequence,
      evidence,
      ...examination,
    })),
  );
}

/** A presenter's word on one finding: whether the requirement is fulfilled, and why. */
export interface Judgement {
  readonly rule: RuleId;
  readonly subject?: string;
  readonly met: boolean;
  readonly reason: string;
}

/** What a screening leads to: scoring, or a decision without it. */
export type Conclusion = 'examine' | 'refuse' | 'dismiss';

/** The findings that must be judged by a person and have not been. */
export function unjudged(findings: readonly Finding[], judgements: readonly Judgement[]): readonly Finding[] {
  return findings.filter((finding) => finding.outcome === 'judgement' && !judgementOf(finding, judgements));
}

/** The requirements that are not fulfilled, the presenter's judgements considered, completion being over. */
export function unmet(findings: readonly Finding[], judgements: readonly Judgement[]): readonly Finding[] {
  return findings.filter((finding) => {
    const judgement = judgementOf(finding, judgements);
    return judgement ? !judgement.met : finding.outcome === 'notMet' || finding.outcome === 'missing';
  });
}

/** What follows from the findings as the presenter judged them. What is not judged yet counts as fulfilled. */
export function conclude(findings: readonly Finding[], judgements: readonly Judgement[]): Conclusion {
  const consequences = unmet(findings, judgements).map(({ consequence }) => consequence);
  if (consequences.includes('dismiss')) return 'dismiss';
  return consequences.includes('refuse') ? 'refuse' : 'examine';
}

/**
 * What the applicant can complete; nothing where the application must be dismissed or refused whatever is added,
 * since asking would only delay the decision (Administrative Procedure Act § 22, § 23).
 */
export function completable(findings: readonly Finding[]): readonly Finding[] {
  const hopeless = findings.some(
    ({ outcome, consequence }) => outcome === 'notMet' && consequence !== 'reduce',
  );
  return hopeless ? [] : findings.filter(({ outcome }) => outcome === 'missing');
}

/** The judgement that is about a finding, if there is one. */
export function judgementOf(
  { rule, subject }: Pick<Finding, 'rule' | 'subject'>,
  judgements: readonly Judgement[],
): Judgement | undefined {
  return judgements.find((judgement) => judgement.rule === rule && judgement.subject === subject);
}
