import { conclude, judgementOf, unjudged } from '../eligibility/screening.ts';
import type { Commanding, Refusal } from '../log/decider.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody } from './events.ts';
import type { CaseState, Stage } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

export function recordScreening(
  state: CaseState,
  { version, findings, related = [] }: Of<'record-screening'>,
): Answer {
  return (
    outside(state, 'registered', 'completed', 'screened') ?? {
      type: 'eligibility-screened',
      data: { version, findings, related },
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
