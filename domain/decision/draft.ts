import type { Award } from '../allocation/plan.ts';
import { type Application, municipalitiesOf } from '../application/application.ts';
import type { Call } from '../call/call.ts';
import type { CaseState } from '../case/state.ts';
import { assessJudgedCosts } from '../eligibility/judged-costs.ts';
import type { Finding } from '../eligibility/rule.ts';
import { type Conclusion, judgementOf, unmet } from '../eligibility/screening.ts';
import { fraction, mean } from '../fraction.ts';
import type { Cents } from '../money.ts';
import { municipalityOf } from '../register/register.ts';
import type { Decision, MetRequirement, Partner, Standing } from './decision.ts';
import type { Outcome } from './outcome.ts';
import { provisionsFor } from './provisions.ts';

/** What a decision is drafted from. */
export interface DraftInput {
  readonly call: Call;
  readonly state: CaseState;
  readonly application: Application;
  /** What the approved plan gives it; absent where it was not in the plan. */
  readonly award?: Award;
  /** How many applications the plan ranked. */
  readonly ranked: number;
  /** What the plan shared out, where that is not the call's whole appropriation. */
  readonly availableCents?: Cents;
  /** What a presenter added to the reasons after a decision maker's remark. */
  readonly additions?: readonly string[];
}

/** Drafts the decision on a prepared case. Throws where the case is not prepared, since nothing could be decided. */
export function draftDecision(input: DraftInput): Decision {
  const { call, state, application, award, additions = [] } = input;
  const { number, current, arrivedAt, conclusion } = state;
  if (!number || !current || !arrivedAt || !conclusion) throw new Error('the case is not prepared');
  const { ineligible: _, ...costs } = assessJudgedCosts(application, call.costs, state.judgements);
  const awardedCents = award?.cents ?? 0;
  const outcome = outcomeOf(conclusion, awardedCents, costs.requestedCents);
  const failing = unmet(state.findings, state.judgements);
  return {
    callId: call.id,
    caseNumber: number,
    version: current.version,
    arrivedAt,
    language: application.language,
    applicant: {
      name: application.applicant.name,
      businessId: application.applicant.businessId,
      email: application.applicant.email,
    },
    partners: partnersOf(application),
    area: municipalitiesOf(application),
    title: application.project.title,
    period: { starts: application.project.starts, ends: application.project.ends },
    outcome,
    awardedCents,
    costs,
    unmet: failing.map((finding) => ({ finding, judgement: judgementOf(finding, state.judgements) })),
    met: state.findings.filter((finding) => !failing.includes(finding)).map(metOf),
    ...(additions.length > 0 ? { additions } : {}),
    ...(award ? { standing: standingOf(input, award) } : {}),
    provisions: provisionsFor(outcome),
  };
}

function outcomeOf(conclusion: Conclusion, awardedCents: Cents, requestedCents: Cents): Outcome {
  if (conclusion === 'dismiss') return 'dismissed';
  if (conclusion === 'refuse' || awardedCents === 0) return 'refused';
  return awardedCents === requestedCents ? 'grantedInFull' : 'grantedInPart';
}

function metOf({ rule, subject, sentence }: Finding): MetRequirement {
  return { rule, ...(subject ? { subject } : {}), source: sentence.source };
}

function partnersOf({ applicant, participants }: Application): readonly Partner[] {
  return participants
    .filter(({ municipality }) => municipality !== applicant.municipality)
    .map(({ municipality, email }) => {
      const registered = municipalityOf(municipality);
      const language = registered?.language ?? 'fi';
      return { municipality, email, language, name: registered?.name[language] ?? municipality };
    });
}

function standingOf(
  { call: { evaluation }, state: { points, evaluators }, ranked, availableCents }: DraftInput,
  award: Award,
): Standing {
  const scorings = evaluators.filter(({ standing }) => standing === 'scored').map(({ scores }) => scores);
  const criteria = evaluation.criteria.map(({ id }) => {
    const given = scorings.map((scores) => scores.find(({ criterion }) => criterion === id));
    const said = given.map((one) => one?.justification.trim() ?? '').filter(Boolean);
    return {
      id,
      score: mean(given.map((one) => fraction(one?.score ?? 0))),
      justifications: [...new Set(said)],
    };
  });
  const shared = availableCents === undefined ? {} : { availableCents };
  return {
    points: points ?? fraction(0),
    evaluators: scorings.length,
    criteria,
    ranked,
    ...shared,
    award,
  };
}
