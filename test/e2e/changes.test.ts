import { proofFault } from '../../cli/proof.ts';
import type { Verification } from '../../domain/decision/verification.ts';
import type { Event } from '../../domain/log/event.ts';
import { announce, asFile, fateOf, upload } from '../../rehearsal/applicant.ts';
import { fetchText } from '../../rehearsal/fetch.ts';
import { readMailbox } from '../../rehearsal/mailbox.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf, scores } from './handled-call.ts';

/** What an applicant changes after applying: completes, asks for more time, withdraws. */

const confirm = { kind: 'confirm-screening', judgements: [] };
const incomplete = { ...korsholm, parts: { ...korsholm.parts, changePlan: '' } };
const day = 24 * 60 * 60 * 1000;

let handled: HandledCall;

async function taskOf(username: string, kind: string, caseId: string): Promise<string | undefined> {
  const tasks = await handled.tasksOf(username);
  return tasks.find((task) => task.kind === kind && task.caseId === caseId)?.id;
}

async function typesOf(caseId: string): Promise<readonly string[]> {
  const { events } = await handled.as('anna').get<{ events: Event[] }>(`/cases/${caseId}/log`);
  return events.map(({ type }) => type);
}

async function subjects(): Promise<readonly string[]> {
  await handled.cloud.settled();
  const response = await fetch(`${handled.cloud.origin}/_local/mail?to=${korsholm.applicant.email}`);
  const { messages } = (await response.json()) as { messages: { subject: string }[] };
  return messages.map(({ subject }) => subject);
}

async function turnDays(days: number): Promise<void> {
  await handled.cloud.turnTo(new Date(Date.parse(await handled.cloud.now()) + days * day).toISOString());
}

function titled(title: string, application = korsholm) {
  return { ...application, project: { ...application.project, title } };
}

describe('completing', () => {
  let caseId: string;
  let other: string;
  beforeAll(async () => {
    handled = await HandledCall.start();
    caseId = await handled.submit(incomplete);
    other = await handled.submit(titled('Ett annat projekt', incomplete));
    await handled.close();
  });
  afterAll(() => handled.end());

  const ask = (until = '2022-05-16') => ({
    commandId: crypto.randomUUID(),
    until,
    reason: 'Planen behandlas av kommunstyrelsen.',
  });

  test('the presenter is shown that the same applicant and municipalities are in another case', async () => {
    const { related } = await handled.caseOf(caseId);
    expect(related).toMatchObject([
      {
        caseId: other,
        number: 'ANS/2022/0002',
        callId: '2022',
        title: 'Ett annat projekt',
        sameApplicant: true,
      },
    ]);
    expect(related[0]?.municipalities).toEqual(['499', '905', '946']);
  });

  test('an applicant asks for more time, and the presenter finds it among the tasks', async () => {
    expect((await handled.caseOf(caseId)).completion).toMatchObject({ deadline: '2022-05-09T13:15:00.000Z' });
    expect(await refusalOf(handled.as('olle').post(`/applications/${caseId}/extension`, ask()))).toBe(
      '404 urn:anslag:not-found',
    );
    expect(
      await refusalOf(handled.as('sofia').post(`/applications/${caseId}/extension`, ask('2022-05-09'))),
    ).toBe('409 urn:anslag:extension-not-later');
    const request = ask();
    await handled.as('sofia').post(`/applications/${caseId}/extension`, request);
    await handled.as('sofia').post(`/applications/${caseId}/extension`, request);
    expect(await refusalOf(handled.as('sofia').post(`/applications/${caseId}/extension`, ask()))).toBe(
      '409 urn:anslag:extension-already-asked',
    );
    expect(await taskOf('anna', 'answer-extension', caseId)).toBeDefined();
    expect(await taskOf('eva', 'answer-extension', caseId)).toBeUndefined();
  });

  test('the presenter gives it, once, and the applicant is told', async () => {
    const id = await taskOf('anna', 'answer-extension', caseId);
    const answer = { kind: 'answer-extension', grant: true, reason: 'Skälet är godtagbart.' };
    expect(await refusalOf(handled.as('eva').post(`/tasks/${id}/answer`, answer))).toBe(
      '403 urn:anslag:not-allowed',
    );
    await Promise.all([1, 2, 3].map(() => handled.as('anna').post(`/tasks/${id}/answer`, answer)));
    expect(await refusalOf(handled.as('anna').post(`/tasks/${id}/answer`, { ...answer, grant: false }))).toBe(
      '409 urn:anslag:already-answered',
    );
    expect(await taskOf('anna', 'answer-extension', caseId)).toBeUndefined();
    expect((await subjects()).filter((subject) => subject.startsWith('Mer tid'))).toEqual([
      'Mer tid för ansökan ANS/2022/0001: till 16.5.2022 kl. 16.15',
    ]);
  });

  test('who was given time and who was not are each reminded three days before, and only the latter’s time passes', async () => {
    await turnDays(15);
    expect((await subjects()).filter((subject) => subject.startsWith('Påminnelse'))).toEqual([
      'Påminnelse: komplettera ansökan ANS/2022/0002 senast 9.5.2022 kl. 16.15',
    ]);
    expect((await handled.caseOf(other)).completion?.outcome).toBe('expired');
    expect(await taskOf('anna', 'confirm-screening', other)).toBeDefined();
    expect((await handled.caseOf(caseId)).completion?.outcome).toBe('awaited');
    await turnDays(4);
    expect((await subjects()).filter((subject) => subject.startsWith('Påminnelse'))).toHaveLength(2);
  });

  test('an answer after the time is refused, and the case is decided on the papers there are', async () => {
    const late = announce(handled.as('sofia'), other, { json: asFile(korsholm) });
    expect(await refusalOf(late)).toBe('409 urn:anslag:submission-not-awaited');
    const id = await taskOf('anna', 'confirm-screening', other);
    await handled.as('anna').post(`/tasks/${id}/answer`, confirm);
    expect(await handled.caseOf(other)).toMatchObject({ stage: 'concluded', conclusion: 'refuse' });
  });

  test('two answers at once: one completes, the other is answered with its fault, and none is lost', async () => {
    const client = handled.as('sofia');
    const versions = [];
    for (const title of ['Första svaret', 'Andra svaret']) {
      versions.push(await announce(client, caseId, { json: asFile(titled(title)) }));
    }
    await Promise.all(versions.map(upload));
    await Promise.all(versions.map((version) => fateOf(client, version)));
    await handled.cloud.settled();
    const { versions: known, completion, stage } = await handled.caseOf(caseId);
    expect(known.map(({ fate }) => fate).sort()).toEqual(['accepted', 'accepted', 'rejected']);
    expect([completion?.outcome, stage]).toEqual(['answered', 'screened']);
    expect((await typesOf(caseId)).filter((type) => type === 'version-received')).toHaveLength(1);
    expect(await subjects()).toContain('Ansökan kunde inte tas emot');
    expect(handled.answers.given).toContain('POST /applications/{caseId}/extension');
  });
});

describe('asked by hand to complete', () => {
  let caseId: string;
  let first: string | undefined;
  beforeAll(async () => {
    handled = await HandledCall.start();
    caseId = await handled.submit();
    await handled.close();
  });
  afterAll(() => handled.end());

  const about = { rule: 'part-included', subject: 'changePlan' };
  const points = [
    { ...about, text: 'Beskriv vem som leder förändringen.' },
    { text: 'Bifoga avtalet mellan kommunerna.' },
  ];
  const told = async () => (await subjects()).filter((subject) => subject.startsWith('Komplettera')).length;

  test('a presenter asks instead of confirming; what names nothing that was examined is refused', async () => {
    first = await taskOf('anna', 'confirm-screening', caseId);
    const path = `/tasks/${first}/answer`;
    const ask = { kind: 'ask-completion', points };
    expect(await refusalOf(handled.as('eva').post(path, ask))).toBe('403 urn:anslag:not-allowed');
    expect(await refusalOf(handled.as('anna').post(path, { ...ask, points: [] }))).toBe(
      '400 urn:anslag:malformed-request',
    );
    const stray = { ...ask, points: [{ rule: 'part-included', subject: 'poetry', text: 'Dikta.' }] };
    expect(await refusalOf(handled.as('anna').post(path, stray))).toBe('409 urn:anslag:requirement-unknown');
    await Promise.all([1, 2].map(() => handled.as('anna').post(path, ask)));
    expect(await refusalOf(handled.as('anna').post(path, confirm))).toBe('409 urn:anslag:already-answered');
    expect(await taskOf('anna', 'confirm-screening', caseId)).toBeUndefined();
  });

  test('the applicant is told the points once, with the time that the call gives, and reads them in the service', async () => {
    expect(await told()).toBe(1);
    const mails = await readMailbox(handled.cloud.origin);
    const request = mails.find(({ subject }) => subject.startsWith('Komplettera'));
    const text = await fetchText(`${handled.cloud.origin}/_local/mail/${request?.id}.txt`);
    expect(text).toContain('Beskriv vem som leder förändringen.');
    expect(text).toContain('Bifoga avtalet mellan kommunerna.');
    const view = await handled.as('sofia').get(`/applications/${caseId}`);
    expect(view).toMatchObject({
      stage: 'completing',
      completion: { missing: points, deadline: '2022-05-09T13:15:00.000Z', outcome: 'awaited' },
    });
  });

  test('the applicant is reminded, answers with a new version, which is screened and is another task to confirm', async () => {
    await turnDays(12);
    expect((await subjects()).filter((subject) => subject.startsWith('Påminnelse'))).toHaveLength(1);
    const version = await announce(handled.as('sofia'), caseId, { json: asFile(titled('Kompletterat')) });
    await upload(version);
    await fateOf(handled.as('sofia'), version);
    await handled.cloud.settled();
    const screened = (await typesOf(caseId)).filter((type) => type === 'eligibility-screened');
    expect(screened).toHaveLength(2);
    const second = await taskOf('anna', 'confirm-screening', caseId);
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  });

  test('the presenter asks again, nobody answers, and the case is judged on the papers there are', async () => {
    const second = await taskOf('anna', 'confirm-screening', caseId);
    await handled.as('anna').post(`/tasks/${second}/answer`, { kind: 'ask-completion', points });
    expect(await told()).toBe(2);
    // Fourteen days from then end on a Saturday, and so on the Monday after.
    await turnDays(17);
    expect((await subjects()).filter((subject) => subject.startsWith('Påminnelse'))).toHaveLength(2);
    expect((await handled.caseOf(caseId)).completion?.outcome).toBe('expired');
    const third = await taskOf('anna', 'confirm-screening', caseId);
    const judgements = [{ ...about, met: false, reason: 'Ledningen är inte beskriven.' }];
    await handled.as('anna').post(`/tasks/${third}/answer`, { kind: 'confirm-screening', judgements });
    expect(await handled.caseOf(caseId)).toMatchObject({ stage: 'concluded', conclusion: 'refuse' });
  });
});

describe('withdrawing', () => {
  let evaluated: string;
  let evaluating: string;
  let kept: string;
  beforeAll(async () => {
    handled = await HandledCall.start();
    evaluated = await handled.submit();
    evaluating = await handled.submit(titled('Bedöms just nu'));
    kept = await handled.submit(titled('Behålls'));
  });
  afterAll(() => handled.end());

  const withdraw = (caseId: string, username = 'sofia', commandId = crypto.randomUUID()) =>
    handled
      .as(username)
      .post(`/applications/${caseId}/withdrawal`, { commandId, reason: 'Det blir inte av.' });

  test('before the closing it ends the case, and its preparation never begins', async () => {
    const early = await handled.submit(titled('Återtas genast'));
    expect(await refusalOf(withdraw(early, 'olle'))).toBe('404 urn:anslag:not-found');
    await withdraw(early);
    expect(await subjects()).toContain('Ansökan ANS/2022/0004 har återtagits');
    await handled.close();
    expect(await taskOf('anna', 'confirm-screening', early)).toBeUndefined();
    expect((await typesOf(early)).filter((type) => !type.startsWith('mail-')).at(-1)).toBe(
      'application-withdrawn',
    );
  });

  test('during the evaluation the evaluators’ tasks end, and a score that comes after it is refused', async () => {
    for (const caseId of [evaluated, evaluating, kept]) {
      await handled
        .as('anna')
        .post(`/tasks/${await taskOf('anna', 'confirm-screening', caseId)}/answer`, confirm);
    }
    const [eva, erik] = [
      await taskOf('eva', 'score-case', evaluating),
      await taskOf('erik', 'score-case', evaluating),
    ];
    await handled.as('eva').post(`/tasks/${eva}/answer`, scores(5));
    await withdraw(evaluating);
    expect(await taskOf('erik', 'score-case', evaluating)).toBeUndefined();
    expect(await refusalOf(handled.as('erik').post(`/tasks/${erik}/answer`, scores(5)))).toBe(
      '409 urn:anslag:wrong-stage',
    );
    expect(await typesOf(evaluating)).not.toContain('step-failed');
  });

  test('the same withdrawal again is the same, another is refused, and one mail is sent', async () => {
    const commandId = crypto.randomUUID();
    for (const username of ['eva', 'erik']) {
      const id = await taskOf(username, 'score-case', evaluated);
      await handled.as(username).post(`/tasks/${id}/answer`, scores(4));
      const other = await taskOf(username, 'score-case', kept);
      await handled.as(username).post(`/tasks/${other}/answer`, scores(4));
    }
    const answers = await Promise.all([1, 2, 3].map(() => withdraw(evaluated, 'sofia', commandId)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await refusalOf(withdraw(evaluated))).toBe('409 urn:anslag:already-withdrawn');
    const confirmed = (await subjects()).filter(
      (subject) => subject === 'Ansökan ANS/2022/0001 har återtagits',
    );
    expect(confirmed).toHaveLength(1);
    expect(await handled.as('sofia').get(`/applications/${evaluated}`)).toMatchObject({ stage: 'withdrawn' });
  });

  test('the allocation, the decisions and the results leave the withdrawn out', async () => {
    const [plan] = (await handled.tasksOf('anna')).filter(({ kind }) => kind === 'approve-plan');
    await handled
      .as('anna')
      .post(`/tasks/${plan?.id}/answer`, { kind: 'approve-plan', plan: plan?.about, approve: true });
    const [drafts] = await handled.tasksOf('dora');
    const { events } = await handled.as('anna').get<{ events: Event<never>[] }>('/calls/2022/log');
    const data = events.map((event) => (event as unknown as { data: Record<string, number> }).data);
    expect(
      data.map(({ applications, drafts: count }) => applications ?? count).filter(Number.isInteger),
    ).toEqual([1, 1]);
    await handled
      .as('dora')
      .post(`/tasks/${drafts?.id}/answer`, { kind: 'approve-drafts', batch: drafts?.about, approve: true });
    await handled.cloud.settled();
    const results = await fetch(`${handled.cloud.output('ApiAddress')}/calls/2022/results`);
    const { applications } = (await results.json()) as { applications: { caseNumber: string }[] };
    expect(applications.map(({ caseNumber }) => caseNumber)).toEqual(['ANS/2022/0003']);
    expect(await refusalOf(withdraw(kept))).toBe('409 urn:anslag:already-decided');
    expect(handled.answers.given).toContain('POST /applications/{caseId}/withdrawal');
  });
});

describe('a decided case', () => {
  let caseId: string;
  beforeAll(async () => {
    handled = await HandledCall.start();
    caseId = await handled.submit();
    await handled.close();
    await handled
      .as('anna')
      .post(`/tasks/${await taskOf('anna', 'confirm-screening', caseId)}/answer`, confirm);
    for (const username of ['eva', 'erik']) {
      await handled
        .as(username)
        .post(`/tasks/${await taskOf(username, 'score-case', caseId)}/answer`, scores(4));
    }
    await approveAll();
  });
  afterAll(() => handled.end());

  const propose = (changes: object, ground = 'typing-error') => ({
    commandId: crypto.randomUUID(),
    ground,
    causedByApplicant: false,
    reason: 'Uppgiften i beslutet är fel.',
    changes,
  });
  const verified = async (digest: string) => {
    const response = await fetch(`${handled.cloud.output('ApiAddress')}/letters/${digest}`);
    const found = (await response.json()) as Verification;
    expect(proofFault(found)).toBeUndefined();
    return found;
  };
  const letterOf = async () =>
    (await handled.as('sofia').get<{ sha256: string }>(`/applications/${caseId}/letter`)).sha256;

  test('a typing error is corrected: a new letter, and mails to the applicant and its partners', async () => {
    const before = await letterOf();
    const path = `/cases/${caseId}/corrections`;
    expect(await refusalOf(handled.as('mallory').post(path, propose({ title: 'Rätt namn' })))).toBe(
      '404 urn:anslag:not-found',
    );
    expect(await refusalOf(handled.as('dora').post(path, propose({ title: 'Rätt namn' })))).toBe(
      '403 urn:anslag:not-allowed',
    );
    await handled.as('anna').post(path, propose({ title: 'Rätt namn' }));
    const id = await taskOf('dora', 'decide-correction', caseId);
    const answer = { kind: 'decide-correction', approve: true };
    await Promise.all([1, 2].map(() => handled.as('dora').post(`/tasks/${id}/answer`, answer)));
    await handled.cloud.settled();
    expect(await letterOf()).not.toBe(before);
    expect(await subjects()).toContain('Beslut i ärende ANS/2022/0001 har rättats');
    expect(await verified(before)).toMatchObject({ inForce: false, replacedBy: 'ANS/2022/0001' });
    expect(await verified(await letterOf())).toMatchObject({ of: 'letter', inForce: true });
    const types = await typesOf(caseId);
    const after = types.slice(types.indexOf('correction-proposed'));
    expect(after.filter((type) => !type.startsWith('mail-'))).toEqual([
      'correction-proposed',
      'decision-corrected',
      'correction-signed',
      'letter-rendered',
      'letter-opened',
    ]);
    // The applicant and its two partners.
    expect(after.filter((type) => type === 'mail-sent')).toHaveLength(3);
  });

  test('before less is granted the applicant is heard, and an error of fact needs its consent', async () => {
    await handled
      .as('anna')
      .post(`/cases/${caseId}/corrections`, propose({ awardedCents: 100_000_00 }, 'factual-error'));
    expect((await subjects()).filter((subject) => subject.startsWith('Du hörs'))).toHaveLength(1);
    const id = await taskOf('dora', 'decide-correction', caseId);
    const answer = { kind: 'decide-correction', approve: true };
    expect(await refusalOf(handled.as('dora').post(`/tasks/${id}/answer`, answer))).toBe(
      '409 urn:anslag:hearing-runs',
    );
    const statement = { commandId: crypto.randomUUID(), consents: true, statement: 'Vi samtycker.' };
    expect(await refusalOf(handled.as('olle').post(`/applications/${caseId}/statement`, statement))).toBe(
      '404 urn:anslag:not-found',
    );
    await handled.as('sofia').post(`/applications/${caseId}/statement`, statement);
    await handled.as('dora').post(`/tasks/${id}/answer`, answer);
    await handled.cloud.settled();
    const { decision, letter } = await handled.caseOf(caseId);
    expect(decision).toMatchObject({
      awardedCents: 100_000_00,
      outcome: 'grantedInPart',
      title: 'Rätt namn',
    });
    expect(letter).toBeDefined();
    const { events } = await handled
      .as('anna')
      .get<{ events: { type: string; data: object }[] }>('/calls/2022/log');
    // The typing error frees nothing, the error of fact what it took.
    expect(events.filter(({ type }) => type === 'award-changed').map(({ data }) => data)).toEqual([
      {
        caseNumber: 'ANS/2022/0001',
        cause: { kind: 'correction' },
        fromCents: 184_450_00,
        toCents: 100_000_00,
      },
    ]);
    expect(handled.answers.given).toContain('POST /applications/{caseId}/statement');
    expect(handled.answers.given).toContain('POST /cases/{caseId}/corrections');
  });
});

/** The presenter approves the plan that is proposed, and the decision maker the drafts. */
async function approveAll(): Promise<void> {
  const [plan] = (await handled.tasksOf('anna')).filter(({ kind }) => kind === 'approve-plan');
  await handled
    .as('anna')
    .post(`/tasks/${plan?.id}/answer`, { kind: 'approve-plan', plan: plan?.about, approve: true });
  const [drafts] = await handled.tasksOf('dora');
  await handled
    .as('dora')
    .post(`/tasks/${drafts?.id}/answer`, { kind: 'approve-drafts', batch: drafts?.about, approve: true });
  await handled.cloud.settled();
}

test('a case that is withdrawn when the decisions are drafted is not decided, and the others are', async () => {
  handled = await HandledCall.start();
  try {
    const [first, second] = [await handled.submit(), await handled.submit(titled('Återtas sist'))];
    await handled.close();
    for (const caseId of [first, second]) {
      await handled
        .as('anna')
        .post(`/tasks/${await taskOf('anna', 'confirm-screening', caseId)}/answer`, confirm);
      for (const username of ['eva', 'erik']) {
        await handled
          .as(username)
          .post(`/tasks/${await taskOf(username, 'score-case', caseId)}/answer`, scores(4));
      }
    }
    const [plan] = (await handled.tasksOf('anna')).filter(({ kind }) => kind === 'approve-plan');
    await handled
      .as('anna')
      .post(`/tasks/${plan?.id}/answer`, { kind: 'approve-plan', plan: plan?.about, approve: true });
    const [drafts] = await handled.tasksOf('dora');
    await handled.as('sofia').post(`/applications/${second}/withdrawal`, { commandId: crypto.randomUUID() });
    await handled
      .as('dora')
      .post(`/tasks/${drafts?.id}/answer`, { kind: 'approve-drafts', batch: drafts?.about, approve: true });
    await handled.cloud.settled();
    expect((await handled.caseOf(first)).stage).toBe('decided');
    expect((await handled.caseOf(second)).stage).toBe('withdrawn');
    const { events } = await handled.as('anna').get<{ events: Event[] }>('/calls/2022/log');
    expect(events.filter(({ type }) => !type.startsWith('mail-')).at(-1)?.type).toBe('results-published');
  } finally {
    await handled.end();
  }
});
