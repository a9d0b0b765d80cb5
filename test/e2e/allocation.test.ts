import type { Plan } from '../../domain/allocation/plan.ts';
import type { Move } from '../../domain/allocation/what-if.ts';
import type { Event } from '../../domain/log/event.ts';
import type { RoundBody } from '../../domain/round/events.ts';
import { readMailbox } from '../../rehearsal/mailbox.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf } from './handled-call.ts';

/** Two applications for 184 450 euros each, and money for one of them. */
let handled: HandledCall;
let cases: readonly string[];
let plan: string;
beforeAll(async () => {
  handled = await HandledCall.start(200_000_00);
  const first = await handled.submit();
  const second = await handled.submit({
    ...korsholm,
    project: { ...korsholm.project, title: 'Ett annat projekt' },
  });
  cases = [first, second];
  await handled.close();
  await handled.evaluate();
  const [task] = await handled.tasksOf('anna');
  plan = task?.about ?? '';
}, 240_000);
afterAll(() => handled.end());

const anna = () => handled.as('anna');

async function roundLog(): Promise<readonly Event<RoundBody>[]> {
  return (await anna().get<{ events: Event<RoundBody>[] }>('/calls/2022/log')).events;
}

const whatIf = (scenario: object) => ({ commandId: crypto.randomUUID(), scenario });

interface Computed {
  readonly plan: string;
  readonly awardedCents: number;
  readonly moves: readonly Move[];
  readonly allocation: Plan;
}

test('a presenter sees what more money would change, and the comparison stays on the call’s log', async () => {
  const request = whatIf({ name: 'Dubbelt anslag', appropriation: 400_000_00 });
  const computed = await anna().post<Computed>('/calls/2022/what-ifs', request);
  expect(computed).toMatchObject({ plan, awardedCents: 368_900_00 });
  expect(computed.moves).toMatchObject([
    { before: 0, after: 184_450_00, difference: 184_450_00, rankBefore: 2, rankAfter: 2 },
  ]);
  await anna().post('/calls/2022/what-ifs', request);
  const noted = (await roundLog()).filter(({ type }) => type === 'what-if-noted');
  expect(noted.map(({ data }) => data)).toMatchObject([
    { plan, name: 'Dubbelt anslag', awardedCents: 368_900_00 },
  ]);
});

test('a what-if with faults, or by anybody but a presenter, is refused and leaves no trace', async () => {
  const before = await roundLog();
  const faulty = whatIf({ name: 'fel', withdrawn: ['ANS/2022/0009'] });
  await expect(anna().post('/calls/2022/what-ifs', faulty)).rejects.toMatchObject({
    status: 400,
    problem: { faults: [{ place: '/withdrawn/0', code: 'no-such-application' }] },
  });
  const sound = whatIf({ name: 'Inget', appropriation: 0 });
  expect(await refusalOf(handled.as('eva').post('/calls/2022/what-ifs', sound))).toBe(
    '403 urn:anslag:not-allowed',
  );
  expect(await refusalOf(handled.as('mallory').post('/calls/2022/what-ifs', sound))).toBe(
    '404 urn:anslag:not-found',
  );
  expect(await roundLog()).toEqual(before);
});

test('a presenter returns the plan for a rule of the call’s kind only', async () => {
  const [task] = await handled.tasksOf('anna');
  const instead = { quotas: [{ dimension: 'theme', group: 'beauty', floorCents: 1 }] };
  const answer = { kind: 'approve-plan', plan, approve: false, reason: 'Kvoter.', instead };
  await expect(anna().post(`/tasks/${task?.id}/answer`, answer)).rejects.toMatchObject({
    status: 400,
    problem: { faults: [{ place: '/instead/quotas/0/group', code: 'no-such-group' }] },
  });
});

test('quotas that nobody can meet are named row by row, cannot be approved, and can be asked otherwise', async () => {
  const answer = async (instead: object) => {
    const [task] = await handled.tasksOf('anna');
    await anna().post(`/tasks/${task?.id}/answer`, {
      kind: 'approve-plan',
      plan,
      approve: false,
      reason: 'Kvoter.',
      instead,
    });
    const [next] = await handled.tasksOf('anna');
    plan = next?.about ?? '';
    return next?.id;
  };
  const id = await answer({
    rule: { policy: 'maxscore', value: 'score', grants: 'full', floors: 'met' },
    quotas: [{ dimension: 'language', group: 'fi', floorCents: 100_00 }],
  });
  const { data } = (await roundLog()).findLast(({ type }) => type === 'allocation-proposed') ?? {};
  expect(data).toMatchObject({ proposal: 2, infeasible: true, awardedCents: 0 });
  expect(
    await refusalOf(anna().post(`/tasks/${id}/answer`, { kind: 'approve-plan', plan, approve: true })),
  ).toBe('409 urn:anslag:limits-not-kept');
  await answer({ rule: { policy: 'rank', mode: 'offer' }, quotas: [] });
  const last = (await roundLog()).findLast(({ type }) => type === 'allocation-proposed');
  expect(last?.data).toMatchObject({ proposal: 3, awardedCents: 184_450_00 });
});

describe('after the decisions', () => {
  let granted: string;
  let refused: string;
  const propose = (more: object = {}) => ({
    commandId: crypto.randomUUID(),
    reason: 'Mottagaren har avstått från understödet.',
    ...more,
  });
  const decline = { commandId: crypto.randomUUID(), reason: 'Projektet kan inte genomföras.' };

  beforeAll(async () => {
    const [task] = await handled.tasksOf('anna');
    await anna().post(`/tasks/${task?.id}/answer`, { kind: 'approve-plan', plan, approve: true });
    await handled.decide();
    const states = await Promise.all(cases.map((caseId) => handled.caseOf(caseId)));
    granted = cases[states.findIndex(({ decision }) => decision?.awardedCents === 184_450_00)] ?? '';
    refused = cases.find((caseId) => caseId !== granted) ?? '';
  }, 240_000);

  test('nothing is proposed while nothing is over', async () => {
    expect(await refusalOf(anna().post('/calls/2022/reallocations', propose()))).toBe(
      '409 urn:anslag:nothing-to-reallocate',
    );
  });

  test('only its recipient declines a grant, once, and who got nothing has nothing to decline', async () => {
    const sofia = handled.as('sofia');
    expect(await refusalOf(handled.as('olle').post(`/applications/${granted}/refusal`, decline))).toBe(
      '404 urn:anslag:not-found',
    );
    expect(await refusalOf(sofia.post(`/applications/${refused}/refusal`, decline))).toBe(
      '409 urn:anslag:nothing-granted',
    );
    const answers = await Promise.all(
      [1, 2, 3].map(() => sofia.post<object>(`/applications/${granted}/refusal`, decline)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const again = { ...decline, commandId: crypto.randomUUID() };
    expect(await refusalOf(sofia.post(`/applications/${granted}/refusal`, again))).toBe(
      '409 urn:anslag:grant-already-declined',
    );
    const freed = (await roundLog()).filter(({ type }) => type === 'award-changed');
    expect(freed.map(({ data }) => data)).toMatchObject([
      { cause: { kind: 'declined' }, fromCents: 184_450_00, toCents: 0 },
    ]);
  });

  test('a presenter proposes who comes next, a decision maker approves exactly that, once', async () => {
    expect(await refusalOf(handled.as('eva').post('/calls/2022/reallocations', propose()))).toBe(
      '403 urn:anslag:not-allowed',
    );
    const superseded = await anna().post<{ plan: { sha256: string } }>(
      '/calls/2022/reallocations',
      propose(),
    );
    const proposed = await anna().post<{ plan: { sha256: string }; moves: object[] }>(
      '/calls/2022/reallocations',
      propose(),
    );
    expect(superseded.plan.sha256).not.toBe(proposed.plan.sha256);
    const task = { kind: 'decide-reallocation', about: proposed.plan.sha256 };
    expect(await handled.tasksOf('dora')).toMatchObject([task]);
    const told = (await readMailbox(handled.cloud.origin)).filter(({ subject }) =>
      subject.includes('avgöra en omfördelning'),
    );
    // One for each proposal.
    expect(told.map(({ to }) => to)).toEqual([['dora@vm.example'], ['dora@vm.example']]);
    const { number } = await handled.caseOf(refused);
    expect(proposed.moves).toEqual([{ caseNumber: number, fromCents: 0, toCents: 184_450_00 }]);
    const shown = await handled.as('dora').get<{ allocation: Plan }>('/calls/2022/reallocation');
    expect(shown.allocation.awards).toMatchObject([{ id: number, cents: 184_450_00 }]);
    const path = `/calls/2022/reallocations/${proposed.plan.sha256}/decision`;
    const approval = { commandId: crypto.randomUUID(), approve: true };
    expect(await refusalOf(anna().post(path, approval))).toBe('403 urn:anslag:not-allowed');
    const answers = await Promise.all([1, 2, 3].map(() => handled.as('dora').post<object>(path, approval)));
    expect(answers).toMatchObject(Array(3).fill({ type: 'reallocation-approved', awardedCents: 184_450_00 }));
    const events = await roundLog();
    expect(events.filter(({ type }) => type === 'reallocation-approved')).toHaveLength(1);
    expect(await handled.tasksOf('dora')).toEqual([]);
    const other = { commandId: crypto.randomUUID(), approve: true };
    expect(await refusalOf(handled.as('dag').post(path, other))).toBe('409 urn:anslag:another-reallocation');
  });

  test('the case that got the money has a new decision, signed, with a letter that replaces the one before', async () => {
    await handled.cloud.settled();
    const { decision, earlier, letter, signature, number } = await handled.caseOf(refused);
    expect(decision).toMatchObject({
      outcome: 'grantedInFull',
      awardedCents: 184_450_00,
      correction: { ground: 'reallocation', presenter: 'anna', decisionMaker: 'dora' },
    });
    expect(signature).toBeDefined();
    const verification = async (digest = '') =>
      (await fetch(`${handled.cloud.output('ApiAddress')}/letters/${digest}`)).json();
    expect(await verification(letter?.sha256)).toMatchObject({
      of: 'letter',
      inForce: true,
      outcome: 'grantedInFull',
      decidedAt: decision?.correction?.at,
    });
    expect(await verification(earlier[0]?.letter?.sha256)).toMatchObject({
      inForce: false,
      replacedBy: number,
      outcome: 'refused',
      awardedCents: 0,
    });
    const mails = await readMailbox(handled.cloud.origin);
    expect(mails.filter(({ subject }) => subject === `Beslut i ärende ${number} har ändrats`)).not.toEqual(
      [],
    );
    const { events } = await anna().get<{ events: Event[] }>(`/cases/${refused}/log`);
    expect(events.filter(({ type }) => type === 'decision-corrected')).toHaveLength(1);
  });

  test('late money beyond what anybody asked gives nobody anything', async () => {
    const request = propose({ appropriationCents: 900_000_00 });
    expect(await refusalOf(anna().post('/calls/2022/reallocations', request))).toBe(
      '409 urn:anslag:nothing-to-reallocate',
    );
  });

  test('each of its routes has answered as the contract says', () => {
    expect([...handled.answers.given]).toEqual(
      expect.arrayContaining([
        'POST /applications/{caseId}/refusal',
        'POST /calls/{callId}/reallocations',
        'GET /calls/{callId}/reallocation',
        'POST /calls/{callId}/reallocations/{plan}/decision',
      ]),
    );
  });
});
