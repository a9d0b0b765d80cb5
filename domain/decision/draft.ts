import type { Award } from '../allocation/plan.ts';
import type { Application } from '../application/application.ts';
import { assessCosts } from '../application/costs.ts';
import type { Call } from '../call/call.ts';
import type { CaseState } from '../case/state.ts';
import { type Conclusion, judgementOf, unmet } from '../eligibility/screening.ts';
import { fraction, mean } from '../fraction.ts';
import type { Cents } from '../money.ts';
import { municipalityOf } from '../register/register.ts';
import type { Decision, Partner, Standing } from './decision.ts';
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
}

/** Drafts the decision on a prepared case. Throws where the case is not prepared, since nothing could be decided. */
export function draftDecision({ call, state, application, award, ranked }: DraftInput): Decision {
  const { number, current, arrivedAt, conclusion } = state;
  if (!number || !current || !arrivedAt || !conclusion) throw new Error('the case is not prepared');
  const { ineligible: _, ...costs } = assessCosts(application, call.costs);
  const awardedCents = award?.cents ?? 0;
  const outcome = outcomeOf(conclusion, awardedCents, costs.requestedCents);
  const requirements = unmet(state.findings, state.judgements).map((finding) => ({
    finding,
    judgement: judgementOf(finding, state.judgements),
  }));
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
    title: application.project.title,
    outcome,
    awardedCents,
    costs,
    unmet: requirements,
    ...(award ? { standing: standingOf(call, state, award, ranked) } : {}),
    provisions: provisionsFor(outcome),
  };
}

function outcomeOf(conclusion: Conclusion, awardedCents: Cents, requestedCents: Cents): Outcome {
  if (conclusion === 'dismiss') return 'dismissed';
  if (conclusion === 'refuse' || awardedCents === 0) return 'refused';
  return awardedCents === requestedCents ? 'grantedInFull' : 'grantedInPart';
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
  { evaluation }: Call,
  { points, evaluators }: CaseState,
  award: Award,
  ranked: number,
): Standing {
  const scorings = evaluators.filter(({ standing }) => standing === 'scored').map(({ scores }) => scores);
  const criteria = evaluation.criteria.map(({ id }) => ({
    id,
    score: mean(
      scorings.map((scores) => fraction(scores.find(({ criterion }) => criterion === id)?.score ?? 0)),
    ),
  }));
  return { points: points ?? fraction(0), criteria, ranked, award };
}
