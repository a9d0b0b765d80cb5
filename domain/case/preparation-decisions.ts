import { conclude, judgementOf, unjudged } from '../eligibility/screening.ts';
import type { Commanding, Refusal } from '../log/decider.ts';
import { combinedPoints, faultsOf } from '../scoring/scoring.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody } from './events.ts';
import type { CaseState, Stage } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

export function recordScreening(state: CaseState, { version, findings }: Of<'record-screening'>): Answer {
  return (
    outside(state, 'registered', 'completed', 'screened') ?? {
      type: 'eligibility-screened',
      data: { version, findings },
    }
  );
}

/** What is missing is asked for once. */
export function requestCompletion(state: CaseState, { deadline, missing }: Of<'request-completion'>): Answer {
  if (state.completion) return { refused: 'completion-already-requested' };
  return outside(state, 'screened') ?? { type: 'completion-requested', data: { deadline, missing } };
}

export function expireCompletion(state: CaseState): Answer {
  return (
    outside(state, 'completing') ?? {
      type: 'completion-expired',
      data: { deadline: state.completion?.deadline ?? '' },
    }
  );
}

/**
 * A presenter of the call judges every finding that needs a person, may set aside any other with a reason, and the
 * conclusion follows from that: the machine proposes, a person decides (Administrative Procedure Act § 53 e).
 */
export function confirmScreening(
  state: CaseState,
  { judgements, officials }: Of<'confirm-screening'>,
  { actor }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return { refused: 'not-a-presenter' };
  }
  const refusal = outside(state, 'screened') ?? refusalOfJudgements(state, judgements);
  if (refusal) return refusal;
  return {
    type: 'screening-confirmed',
    data: { judgements, conclusion: conclude(state.findings, judgements) },
  };
}

/**
 * The call's evaluators take turns: each case begins one further down their list, so that the work is shared and
 * who gets which case can be foreseen. Whoever prepared the case is passed over, then the reserve steps in.
 */
export function assignEvaluators(
  state: CaseState,
  { officials, count }: Of<'assign-evaluators'>,
  _by: Commanding,
): Answer {
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  if (state.evaluators.length > 0) return { refused: 'wrong-stage', details: { stage: state.stage } };
  const turn = Number(state.number?.split('/').at(-1) ?? 1) - 1;
  const evaluators = candidates(state, rotated(officials.evaluators, turn), officials.reserveEvaluators);
  if (evaluators.length < count) return { refused: 'too-few-evaluators', details: { needed: count } };
  return { type: 'evaluators-assigned', data: { evaluators: evaluators.slice(0, count) } };
}

/** An evaluator says that a ground of disqualification bars them from the case; scores already given fall away. */
export function declareDisqualification(
  state: CaseState,
  { ground }: Of<'declare-disqualification'>,
  by: Commanding,
): Answer {
  const evaluator = evaluatorOf(state, by);
  if (!evaluator) return { refused: 'not-your-case' };
  if (evaluator.standing === 'disqualified') return { refused: 'disqualified' };
  if (!ground.trim()) return { refused: 'ground-missing' };
  return (
    outside(state, 'evaluating') ?? {
      type: 'evaluator-disqualified',
      data: { evaluator: evaluator.username, ground },
    }
  );
}

/** The first of the reserve, then of the other evaluators, who has nothing to do with the case takes over. */
export function replaceEvaluator(
  state: CaseState,
  { evaluator, officials }: Of<'replace-evaluator'>,
): Answer {
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  const [replacement] = candidates(state, officials.reserveEvaluators, officials.evaluators);
  if (replacement === undefined) return { refused: 'too-few-evaluators', details: { needed: 1 } };
  return { type: 'evaluator-replaced', data: { evaluator, replacement } };
}

/** An evaluator of the case gives all scores at once, each with its justification, and once. */
export function saveScores(
  state: CaseState,
  { scores, criteria }: Of<'save-scores'>,
  by: Commanding,
): Answer {
  const evaluator = evaluatorOf(state, by);
  if (!evaluator) return { refused: 'not-your-case' };
  if (evaluator.standing === 'disqualified') return { refused: 'disqualified' };
  if (evaluator.standing === 'scored') return { refused: 'already-scored' };
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  const [fault, ...more] = faultsOf(scores, criteria);
  if (fault) return { refused: 'scores-incomplete', details: { ...fault, faults: more.length + 1 } };
  return { type: 'scores-saved', data: { evaluator: evaluator.username, scores } };
}

export function combineScores(state: CaseState, { criteria }: Of<'combine-scores'>): Answer {
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  const taking = state.evaluators.filter(({ standing }) => standing !== 'disqualified');
  if (taking.length === 0 || taking.some(({ standing }) => standing !== 'scored')) {
    return { refused: 'scores-missing' };
  }
  const points = combinedPoints(
    taking.map(({ scores }) => scores),
    criteria,
  );
  return { type: 'scores-combined', data: { points } };
}

function outside(state: CaseState, ...stages: readonly Stage[]): Refusal<CaseRefusal> | undefined {
  return stages.includes(state.stage)
    ? undefined
    : { refused: 'wrong-stage', details: { stage: state.stage } };
}

function refusalOfJudgements(
  { findings }: CaseState,
  judgements: Of<'confirm-screening'>['judgements'],
): Refusal<CaseRefusal> | undefined {
  const [open] = unjudged(findings, judgements);
  if (open) return { refused: 'judgement-missing', details: place(open) };
  const stray = judgements.find(
    (judgement) => !findings.some((finding) => judgementOf(finding, [judgement])),
  );
  if (stray) return { refused: 'judgement-without-finding', details: place(stray) };
  const bare = judgements.find(({ reason }) => !reason.trim());
  return bare && { refused: 'judgement-without-reason', details: place(bare) };
}

function place({ rule, subject = '' }: { rule: string; subject?: string }): {
  rule: string;
  subject: string;
} {
  return { rule, subject };
}

function evaluatorOf(state: CaseState, { actor }: Commanding): CaseState['evaluators'][number] | undefined {
  return actor.kind === 'official'
    ? state.evaluators.find(({ username }) => username === actor.username)
    : undefined;
}

function candidates(state: CaseState, ...lists: readonly (readonly string[])[]): readonly string[] {
  const barred = [...state.preparedBy, ...state.evaluators.map(({ username }) => username)];
  return [...new Set(lists.flat())].filter((username) => !barred.includes(username));
}

function rotated(list: readonly string[], turns: number): readonly string[] {
  const start = list.length === 0 ? 0 : turns % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
