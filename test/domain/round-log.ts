import { sha256 } from '../../domain/canonical.ts';
import { type Commanding, fold, isRefusal } from '../../domain/log/decider.ts';
import { type Event, seal } from '../../domain/log/event.ts';
import type { RoundBody } from '../../domain/round/events.ts';
import { type RoundCommand, roundDecider } from '../../domain/round/round.ts';
import { call2022, officials } from '../call-2022.ts';

const seed = 'a seed that nobody can guess';
export const plan = { key: 'rounds/2022/plans/p.json', sha256: 'a'.repeat(64) };
export const batch = 'b'.repeat(64);
export const afterClosing = '2022-04-25T13:15:00.000Z';
export const by = (username: string): Commanding['actor'] => ({ kind: 'official', username });

const { opensAt, closesAt, ...call } = call2022;
export const commands = {
  publish: { type: 'publish-call', call, officials, opensAt, closesAt, seedCommitment: sha256(seed) },
  close: { type: 'close-call' },
  propose: {
    type: 'propose-allocation',
    proposal: 1,
    plan,
    awardedCents: 900_000_000,
    applications: 40,
    seed,
  },
  approve: { type: 'approve-plan', plan: plan.sha256 },
  draft: {
    type: 'draft-decisions',
    batch,
    revision: 0,
    list: { key: 'k', sha256: 'c'.repeat(64) },
    drafts: 49,
    preparedBy: ['anna', 'eva', 'erik'],
  },
  decide: { type: 'approve-drafts', batch },
} as const satisfies Record<string, RoundCommand>;

/** A call's log in memory: carries commands out as the store does, one event each. */
export class RoundLog {
  readonly events: Event<RoundBody>[] = [];

  get state() {
    return fold(roundDecider, this.events);
  }

  give(
    command: RoundCommand,
    actor: Commanding['actor'] = { kind: 'workflow', step: 'test' },
    at = afterClosing,
  ) {
    const decision = roundDecider.decide(this.state, command, { actor, at });
    if (!isRefusal(decision)) {
      const commandId = `c${this.events.length}`;
      const sealed = { actor, at, stream: 'CALL#2022', commandId, salt: '0'.repeat(32) };
      this.events.push(seal(decision, sealed, this.events.at(-1)));
    }
    return decision;
  }
}

/** A call of 10 million euros that has closed, with a plan proposed that awards nine. */
export function proposed(): RoundLog {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'), '2022-02-01T08:00:00.000Z');
  log.give(commands.close);
  log.give(commands.propose);
  return log;
}

export function drafted(): RoundLog {
  const log = proposed();
  log.give(commands.approve, by('anna'));
  log.give(commands.draft);
  return log;
}

export function decided(): RoundLog {
  const log = drafted();
  log.give(commands.decide, by('dora'));
  return log;
}
