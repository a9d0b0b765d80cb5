import type { Application } from '../../domain/application/application.ts';
import { hashOf } from '../../domain/canonical.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { initialCase } from '../../domain/case/state.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { draftDecision } from '../../domain/decision/draft.ts';
import { conclude, screen } from '../../domain/eligibility/screening.ts';
import { municipalitiesOn } from '../../domain/register/register.ts';
import { planIn, proposePlan } from '../../domain/round/plan.ts';
import { combinedPoints } from '../../domain/scoring/scoring.ts';
import type { LetterFrame } from '../../texts/letter/letter.ts';
import { call2022, korsholm } from '../call-2022.ts';

interface Sample {
  readonly decision: Decision;
  readonly frame: LetterFrame;
}

const decidedAt = '2022-06-16T10:00:00.000Z';
const { criteria } = call2022.evaluation;

/** Korsholm's application came two minutes late: nothing was examined. */
const dismissed = sampleOf(korsholm, { arrivedAt: '2022-04-25T13:17:00.000Z' });

/** A grant in full to a project of three municipalities. */
const granted = sampleOf(korsholm, { scores: [4, 3] });

/** In Finnish, below the threshold, so that nothing was granted. */
const refused = sampleOf({ ...korsholm, language: 'fi' }, { scores: [1, 2] });

/** Everything at its utmost: every municipality, 400 rows of equipment, and evaluators who wrote all they could. */
const utmost = sampleOf(
  {
    ...korsholm,
    language: 'fi',
    project: { ...korsholm.project, title: 'Yhteinen tietoaineistojen laadun malli. '.repeat(7) },
    participants: municipalitiesOn('2022-04-25').map(({ code }) => ({
      municipality: code,
      email: `kirjaamo-${code}@kunta.example`,
      shareCents: 100_00,
    })),
    financing: { ...korsholm.financing, ownCents: korsholm.financing.ownCents + 496_000_00 },
    costs: [
      ...korsholm.costs,
      ...Array.from({ length: 400 }, (_, index) => ({
        category: 'equipment' as const,
        description: `Laite ${index + 1} työasemien ja mittauspisteiden varusteluun`,
        cents: 1_240_00,
        vatCents: 240_00,
      })),
    ],
  },
  { scores: [5, 4], justification: 'Hyvin kuvattu ja muille kunnille käyttökelpoinen. '.repeat(80) },
);

/** Decisions from the shortest to the longest a call can bring forth, as letters that could be sent. */
export const samples = { dismissed, granted, refused, utmost } as const;

function sampleOf(
  application: Application,
  { arrivedAt = '2022-04-20T10:00:00.000Z', scores = [] as readonly number[], justification = 'Klart.' },
): Sample {
  const call = call2022;
  const findings = screen({ call, application, arrivedAt });
  const scored = scores.map((score) =>
    criteria.map(({ id }) => ({ criterion: id, score, justification: `${justification}` })),
  );
  const state: CaseState = {
    ...initialCase,
    stage: scored.length > 0 ? 'evaluated' : 'concluded',
    number: 'ANS/2022/0001',
    arrivedAt,
    findings,
    conclusion: conclude(findings, []),
    current: {
      version: 1,
      sha256: 'a'.repeat(64),
      arrivedAt,
      summary: {
        applicantName: application.applicant.name,
        title: application.project.title,
        language: application.language,
        email: application.applicant.email,
        contactEmail: application.contact.email,
        requestedCents: application.financing.requestedCents,
        municipalities: application.participants.map(({ municipality }) => municipality),
        otherPublicCents: 0,
      },
    },
    evaluators: scored.map((given, index) => ({ username: `e${index}`, standing: 'scored', scores: given })),
    ...(scored.length > 0 ? { points: combinedPoints(scored, criteria) } : {}),
  };
  const steps = proposePlan({ call, seed: 'seed', cases: [{ state, application }], proposal: 1 });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const [award] = planIn(step.value).awards;
  const decision = draftDecision({ call, state, application, ...(award ? { award } : {}), ranked: 1 });
  return {
    decision,
    frame: {
      call,
      decidedAt,
      signatories: { presenter: 'Anna Ahlgren', decisionMaker: 'Dora Dahl' },
      verification: { digest: hashOf(decision), address: 'https://anslag.example/verify' },
    },
  };
}
