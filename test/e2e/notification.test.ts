import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Application } from '../../domain/application/application.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import { findFault } from '../../domain/log/chain.ts';
import { type Event, seal } from '../../domain/log/event.ts';
import type { Mail } from '../../domain/mail/ledger.ts';
import { fetchText } from '../../rehearsal/fetch.ts';
import { readMailbox } from '../../rehearsal/mailbox.ts';
import { appendEvent, readEvents } from '../../store/event-log.ts';
import { openTable } from '../../store/table.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf } from './handled-call.ts';

const minute = 60_000;
const bounces = 'bounce+registry@simulator.amazonses.com';
const suppressed = 'suppressionlist@simulator.amazonses.com';

let handled: HandledCall;
const ids: Record<string, string> = {};
const idOf = (name: string) => ids[name] ?? '';

beforeAll(async () => {
  handled = await HandledCall.start();
  for (const [name, email] of [
    ['throttled', 'throttled@korsholm.example'],
    ['bounced', bounces],
    ['suppressed', suppressed],
    ['cut off', 'cut-off@korsholm.example'],
  ] as const) {
    ids[name] = await handled.submit(applicationOf(name, email));
  }
  ids.incomplete = await handled.submit({
    ...applicationOf('incomplete', 'incomplete@korsholm.example'),
    parts: { ...korsholm.parts, changePlan: '' },
  });
  await handled.close();
}, 240_000);
afterAll(() => handled.end());

function applicationOf(title: string, email: string): Application {
  return {
    ...korsholm,
    applicant: { ...korsholm.applicant, email },
    contact: { ...korsholm.contact, email },
    project: { ...korsholm.project, title },
  };
}

async function later(milliseconds: number): Promise<void> {
  const now = Date.parse(await handled.cloud.now());
  await handled.cloud.turnTo(new Date(now + milliseconds).toISOString());
  await handled.cloud.settled();
}

const logOf = async (name: string) =>
  (await handled.as('anna').get<{ events: Event<CaseBody>[] }>(`/cases/${idOf(name)}/log`)).events;

const mailOf = async (name: string, key = 'decision') => {
  const { mails } = await handled.as('anna').get<{ mails: Mail[] }>(`/cases/${idOf(name)}/mails`);
  return mails.find((mail) => mail.key === key);
};

async function mailboxOf(address: string, subject: RegExp) {
  const all = await readMailbox(handled.cloud.origin);
  return all.filter((mail) => mail.to.includes(address) && subject.test(mail.subject));
}

async function throttle(mails: number): Promise<void> {
  const response = await fetch(`${handled.cloud.origin}/_local/throttle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mails }),
  });
  expect(response.status).toBe(200);
}

/** What is left on the log by a function that went down after it announced a message and before it knew more. */
async function cutOff(name: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: handled.cloud.origin,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const table = openTable(handled.cloud.output('TableName'), client);
  const stream = `CASE#${idOf(name)}`;
  const last = (await readEvents<CaseBody>(table, stream)).at(-1);
  const body: CaseBody = {
    type: 'mail-wanted',
    data: {
      mail: 'decision',
      key: 'decision',
      to: ['cut-off@korsholm.example'],
      attempt: 1,
      repeats: false,
    },
  };
  const about = {
    actor: { kind: 'workflow', step: 'send-mail' } as const,
    at: await handled.cloud.now(),
    stream,
    commandId: 'send-mail:decision:1',
    salt: 'f'.repeat(32),
  };
  expect(await appendEvent(table, seal(body, about, last))).toBe(true);
}

test('presenters are told when the call has closed, how many applied and for how much, in both languages', async () => {
  const [told] = await mailboxOf('anna@vm.example', /Haku on päättynyt.*Utlysningen har stängts/);
  const text = await fetchText(`${handled.cloud.origin}/_local/mail/${told?.id}.txt`);
  expect(text).toContain('5 ansökningar kom in, sammanlagt 922');
  expect(text).toContain('Hakemuksia saapui 5');
  const html = await fetchText(`${handled.cloud.origin}/_local/mail/${told?.id}.html`);
  expect(html).toMatch(/<html lang="fi">[\s\S]*<div lang="sv"/);
});

test('officials are told once that there are tasks of a kind, however many cases there are', async () => {
  expect(await mailboxOf('anna@vm.example', /vahvistaa hakemusten tarkastus/)).toHaveLength(1);
});

test('an applicant who has not completed the application is reminded three days before the time is out', async () => {
  expect(await mailboxOf('incomplete@korsholm.example', /^Komplettera ansökan/)).toHaveLength(1);
  await later(10 * 24 * 60 * minute);
  expect(await mailboxOf('incomplete@korsholm.example', /^Påminnelse/)).toHaveLength(0);
  await later(1.2 * 24 * 60 * minute);
  expect(await mailboxOf('incomplete@korsholm.example', /^Påminnelse: komplettera/)).toHaveLength(1);
  await later(4 * 24 * 60 * minute);
  expect((await logOf('incomplete')).map(({ type }) => type)).toContain('completion-expired');
});

test('the decisions go out although the mail service takes none at first, one was cut off, and two bounce', async () => {
  await handled.prepare();
  await handled.cloud.settled();
  await cutOff('cut off');
  await throttle(12);
  await handled.decide();
  for (let times = 0; times < 12; times++) await later(2 * minute);
  for (const name of Object.keys(ids)) {
    expect((await handled.caseOf(idOf(name))).stage).toBe('decided');
    expect(await mailOf(name)).toMatchObject({ standing: 'sent' });
  }
  const { events } = await handled.as('anna').get<{ events: Event[] }>('/calls/2022/log');
  expect(events.map(({ type }) => type)).toContain('results-published');
}, 240_000);

test('what the mail service held back was sent once, and the ledger tells of every attempt', async () => {
  const refusals = await Promise.all(Object.keys(ids).map(logOf));
  const held = refusals.flat().filter(({ type }) => type === 'mail-refused');
  expect(held.length).toBeGreaterThan(0);
  for (const { data } of held) expect(data).toMatchObject({ permanent: false });
  for (const address of ['throttled@korsholm.example', 'incomplete@korsholm.example']) {
    expect(await mailboxOf(address, /^Beslut i ärende/)).toHaveLength(1);
  }
});

test('what may have been sent before is sent again, says so in itself, and is on the log as a repetition', async () => {
  const mails = await mailboxOf('cut-off@korsholm.example', /^Beslut i ärende/);
  expect(mails).toHaveLength(1);
  const text = await fetchText(`${handled.cloud.origin}/_local/mail/${mails[0]?.id}.txt`);
  expect(text).toContain('kan redan ha skickats till dig');
  const wanted = (await logOf('cut off')).filter(
    ({ type, data }) => type === 'mail-wanted' && (data as { key: string }).key === 'decision',
  );
  expect(wanted.map(({ data }) => data)).toMatchObject([
    { attempt: 1, repeats: false },
    { attempt: 2, repeats: true },
  ]);
});

test.each([
  ['bounced', bounces, 'Permanent General'],
  ['suppressed', suppressed, 'Permanent Suppressed'],
])('a decision to an address that is %s becomes a task: by post', async (name, address, reason) => {
  expect(await mailOf(name)).toMatchObject({ undelivered: [address] });
  expect((await logOf(name)).find(({ type }) => type === 'mail-bounced')?.data).toMatchObject({ reason });
  const task = (await handled.tasksOf('anna')).find(
    ({ kind, caseId }) => kind === 'send-by-post' && caseId === idOf(name),
  );
  expect(task).toMatchObject({ about: 'decision' });
});

test('once it is posted the task is done, and the ledger says when', async () => {
  const mine = async () => (await handled.tasksOf('anna')).find(({ caseId }) => caseId === idOf('bounced'));
  const task = await mine();
  const answer = { kind: 'send-by-post', sentOn: '2022-06-17' };
  expect(await refusalOf(handled.as('eva').post(`/tasks/${task?.id}/answer`, answer))).toBe(
    '403 urn:anslag:not-allowed',
  );
  await handled.as('anna').post(`/tasks/${task?.id}/answer`, answer);
  expect(await mailOf('bounced')).toMatchObject({ posted: '2022-06-17' });
  expect(await mine()).toBeUndefined();
});

test('an official has a decision sent again to another address, with a reason; nobody else can', async () => {
  const path = `/cases/${idOf('suppressed')}/mails/decision/resend`;
  const body = {
    commandId: crypto.randomUUID(),
    to: ['right@korsholm.example'],
    reason: 'Sökanden meddelade en ny adress.',
  };
  expect(await refusalOf(handled.as('eva').post(path, body))).toBe('403 urn:anslag:not-allowed');
  expect(await refusalOf(handled.as('anna').post(path.replace('decision', 'nothing'), body))).toBe(
    '409 urn:anslag:mail-unknown',
  );
  await handled.as('anna').post(path, body);
  await handled.as('anna').post(path, body);
  await handled.cloud.settled();
  await later(minute);
  expect(await mailboxOf('right@korsholm.example', /^Beslut i ärende/)).toHaveLength(1);
  expect(await mailOf('suppressed')).toMatchObject({
    standing: 'sent',
    delivered: ['right@korsholm.example'],
  });
  const ordered = (await logOf('suppressed')).filter(({ type }) => type === 'mail-reordered');
  expect(ordered).toHaveLength(1);
  expect(ordered[0]).toMatchObject({
    actor: { kind: 'official', username: 'anna' },
    data: { reason: body.reason },
  });
});

test('that the applicant opened the letter is on the log, once', async () => {
  for (let times = 0; times < 2; times++)
    await handled.as('sofia').get(`/applications/${idOf('throttled')}/letter`);
  const opened = (await logOf('throttled')).filter(({ type }) => type === 'letter-opened');
  expect(opened).toHaveLength(1);
  expect(opened[0]?.actor).toMatchObject({ kind: 'applicant', username: 'sofia' });
});

test('when all is sent presenters and decision makers are told how much, and what goes by post', async () => {
  for (const address of ['anna@vm.example', 'dora@vm.example']) {
    const [told] = await mailboxOf(address, /Alla beslut har skickats/);
    const text = await fetchText(`${handled.cloud.origin}/_local/mail/${told?.id}.txt`);
    expect(text).toContain('5 beslut har fattats och skickats');
  }
});

test('every log verifies', async () => {
  for (const name of Object.keys(ids)) expect(findFault(await logOf(name))).toBeUndefined();
});
