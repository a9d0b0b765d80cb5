import { caseDecider } from '../../../domain/case/case.ts';
import type { CaseCommand } from '../../../domain/case/commands.ts';
import type { CaseBody, Summary } from '../../../domain/case/events.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { type Commanding, fold, isRefusal, type Refusal } from '../../../domain/log/decider.ts';
import { type Actor, type Event, seal } from '../../../domain/log/event.ts';
import { call2022, korsholm, officials } from '../../call-2022.ts';

export const during = '2022-04-20T10:00:00.000Z';
export const after = '2022-05-02T09:00:00.000Z';
export const applicant: Actor = {
  kind: 'applicant',
  username: 'sofia',
  businessId: korsholm.applicant.businessId,
};
const workflow: Actor = { kind: 'workflow', step: 'test' };

export function official(username: string): Actor {
  return { kind: 'official', username };
}

const summary: Summary = {
  applicantName: 'Korsholm',
  title: korsholm.project.title,
  language: 'sv',
  email: korsholm.applicant.email,
  contactEmail: korsholm.contact.email,
  requestedCents: korsholm.financing.requestedCents,
  municipalities: ['499', '905', '946'],
  otherPublicCents: 0,
};

/** A case's log in memory: carries commands out as the store does, one event each. */
export class CaseLog {
  readonly events: Event<CaseBody>[] = [];

  get state(): CaseState {
    return fold(caseDecider, this.events);
  }

  give(command: CaseCommand, by: Partial<Commanding> = {}): CaseBody | Refusal {
    const circumstance = { actor: workflow, at: after, ...by };
    const decision = caseDecider.decide(this.state, command, circumstance);
    if (!isRefusal(decision)) {
      const commandId = `c${this.events.length}`;
      const sealed = { ...circumstance, stream: 'CASE#1', commandId, salt: '0'.repeat(32) };
      this.events.push(seal(decision, sealed, this.events.at(-1)));
    }
    return decision;
  }
}

export const commands = {
  open: {
    type: 'open-application',
    callId: '2022',
    businessId: korsholm.applicant.businessId,
    opensAt: call2022.opensAt,
    closesAt: call2022.closesAt,
    email: korsholm.applicant.email,
    language: 'sv',
  },
  announce: { type: 'open-version', files: [], expiresAt: during },
  receive: (version: number, arrivedAt = during, sha256 = String(version).repeat(64)) => ({
    type: 'receive-submission' as const,
    version,
    arrivedAt,
    sha256,
    summary,
    number: 'ANS/2022/0001',
  }),
  screen: (findings: CaseState['findings'] = [], version = 1) => ({
    type: 'record-screening' as const,
    version,
    findings,
  }),
  confirm: { type: 'confirm-screening', judgements: [], officials },
  assign: { type: 'assign-evaluators', officials, count: 2 },
  score: (score: number) => ({
    type: 'save-scores' as const,
    criteria: call2022.evaluation.criteria,
    scores: call2022.evaluation.criteria.map(({ id }) => ({ criterion: id, score, justification: 'Klart.' })),
  }),
  combine: { type: 'combine-scores', criteria: call2022.evaluation.criteria, disagreementPoints: 30 },
  change: (score: number, reason = 'Jag läste fel budget.') => ({
    type: 'change-scores' as const,
    criteria: call2022.evaluation.criteria,
    scores: call2022.evaluation.criteria.map(({ id }) => ({
      criterion: id,
      score,
      justification: 'Ändrat.',
    })),
    reason,
  }),
  consider: (another: boolean, reason = 'De vägde budgeten olika.') => ({
    type: 'consider-disagreement' as const,
    another,
    reason,
    officials,
  }),
} as const satisfies Record<string, CaseCommand | ((...args: never[]) => CaseCommand)>;

/** A case whose application was registered in time. */
export function registered(): CaseLog {
  const log = new CaseLog();
  log.give(commands.open, { actor: applicant, at: during });
  log.give(commands.announce, { actor: applicant, at: during });
  log.give(commands.receive(1), { at: during });
  return log;
}

/** The same, screened by the machine with these findings. */
export function screened(findings: CaseState['findings'] = []): CaseLog {
  const log = registered();
  log.give(commands.screen(findings));
  return log;
}

/** A case that a presenter has confirmed to be scored, with its evaluators. */
export function evaluating(): CaseLog {
  const log = screened();
  log.give(commands.confirm, { actor: official('anna') });
  log.give(commands.assign);
  return log;
}

/** A case that two evaluators gave all fours. */
export function evaluated(): CaseLog {
  const log = evaluating();
  log.give(commands.score(4), { actor: official('eva') });
  log.give(commands.score(4), { actor: official('erik') });
  log.give(commands.combine);
  return log;
}
