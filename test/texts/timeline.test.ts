import type { CaseBody } from '../../domain/case/events.ts';
import { draftDecision } from '../../domain/decision/draft.ts';
import type { Event, Happening } from '../../domain/log/event.ts';
import { seal } from '../../domain/log/event.ts';
import type { MailBody } from '../../domain/mail/events.ts';
import type { PoolBody } from '../../domain/pool/pool.ts';
import type { RectificationBody } from '../../domain/rectification/rectification.ts';
import type { RoundBody } from '../../domain/round/events.ts';
import { languages } from '../../texts/language.ts';
import { callWords } from '../../texts/timeline/call-words.ts';
import { caseWords } from '../../texts/timeline/case-words.ts';
import { poolWords } from '../../texts/timeline/pool-words.ts';
import { rectificationWords } from '../../texts/timeline/rectification-words.ts';
import { timelineOf } from '../../texts/timeline.ts';
import { call2022, korsholm, officials } from '../call-2022.ts';
import { evaluated, official } from '../domain/case/case-log.ts';

const digest = 'a'.repeat(64);
const at = '2022-05-16T13:15:00.000Z';
const { opensAt, closesAt, ...call } = call2022;
const decision = draftDecision({
  call: call2022,
  state: evaluated().state,
  application: korsholm,
  ranked: 1,
});
const stopped: readonly (CaseBody & RoundBody)[] = [
  { type: 'step-failed', data: { step: 'case', error: 'StepRefused', execution: 'arn' } },
  { type: 'task-overdue', data: { task: 'score-case', assignee: 'eva' } },
];

const file = { key: 'k', sha256: digest };
const recipients = ['korsholm@example.org'];
const signature = {
  batch: digest,
  keyId: 'k',
  algorithm: 'ECDSA_SHA_256',
  signature: 's',
  publicKey: 'p',
} as const;
const mailed: readonly MailBody[] = [
  {
    type: 'mail-wanted',
    data: { mail: 'decision', key: 'decision', to: recipients, attempt: 1, repeats: false },
  },
  { type: 'mail-sent', data: { key: 'partner-decision.499', attempt: 1, messageId: '1' } },
  {
    type: 'mail-refused',
    data: { key: 'decision', attempt: 1, error: 'MessageRejected', permanent: true },
  },
  {
    type: 'mail-refused',
    data: { key: 'decision', attempt: 1, error: 'TooManyRequests', permanent: false },
  },
  { type: 'mail-delivered', data: { key: 'decision', messageId: '1', recipients } },
  { type: 'mail-bounced', data: { key: 'decision', messageId: '1', recipients } },
  { type: 'mail-complained', data: { key: 'decision', messageId: '1', recipients } },
  { type: 'mail-posted', data: { key: 'decision', sentOn: '2022-09-02' } },
  { type: 'mail-reordered', data: { key: 'decision', to: recipients, reason: 'Fel adress' } },
  { type: 'mail-reordered', data: { key: 'decision', reason: 'Brevet kom inte fram.' } },
];

/** What the handling of an ordinary case does not come to. */
const moreOfCase: readonly CaseBody[] = [
  {
    type: 'submission-rejected',
    data: { version: 2, faults: [{ place: '', code: 'not-json' }], arrivedAt: at },
  },
  {
    type: 'version-received',
    data: {
      ...(evaluated().state.current as NonNullable<ReturnType<typeof evaluated>['state']['current']>),
      completes: true,
    },
  },
  { type: 'completion-requested', data: { deadline: at, missing: [{ rule: 'part-included' }] } },
  { type: 'extension-requested', data: { until: '2022-05-23', reason: 'Bilagan väntar' } },
  { type: 'completion-extended', data: { deadline: at, reason: 'Skälet är godtagbart.' } },
  { type: 'extension-refused', data: { reason: 'Tiden är tillräcklig.' } },
  { type: 'application-withdrawn', data: { reason: 'Projektet genomförs inte.' } },
  { type: 'application-withdrawn', data: {} },
  { type: 'completion-expired', data: { deadline: at } },
  { type: 'evaluator-disqualified', data: { evaluator: 'erik', ground: 'Min bror leder projektet' } },
  {
    type: 'scores-changed',
    data: {
      evaluator: 'eva',
      scores: [{ criterion: 'x', score: 3, justification: 'y' }],
      reason: 'Läste fel',
    },
  },
  { type: 'disagreement-considered', data: { reason: 'Båda har skäl', another: 'rita' } },
  { type: 'disagreement-considered', data: { reason: 'Båda har skäl.' } },
  {
    type: 'scores-combined',
    data: {
      points: { numerator: 90, denominator: 1 },
      spread: { numerator: 50, denominator: 1 },
      disagreement: true,
    },
  },
  { type: 'evaluator-released', data: { evaluator: 'erik', reason: 'Erik har bytt arbetsplats.' } },
  { type: 'evaluator-replaced', data: { evaluator: 'erik', replacement: 'rita' } },
  { type: 'decision-made', data: { decision, batch: digest } },
  {
    type: 'correction-proposed',
    data: {
      ground: 'factual-error',
      reason: 'Summan är felräknad.',
      changes: { awardedCents: 1 },
      causedByApplicant: false,
      hearUntil: at,
    },
  },
  { type: 'hearing-answered', data: { consents: true, statement: 'Vi samtycker' } },
  { type: 'hearing-answered', data: { consents: false, statement: 'Vi motsätter oss.' } },
  { type: 'decision-corrected', data: { decision } },
  { type: 'correction-signed', data: signature },
  { type: 'correction-dropped', data: { reason: 'Namnet är rätt.' } },
  { type: 'last-instalment-noted', data: { paidOn: '2022-12-01' } },
  { type: 'removal-proposed', data: { basis: 'granted', due: at } },
  { type: 'removal-postponed', data: { keepUntil: '2022-12-31', reason: 'Målet är i domstol' } },
  { type: 'removal-confirmed', data: { reason: 'Tiden har gått ut.' } },
  { type: 'data-removed', data: { callId: '2022', number: 'ANS/2022/0001', basis: 'granted' } },
  {
    type: 'letter-rendered',
    data: { ...file, sizeBytes: 1, archived: file, translation: file },
  },
  { type: 'letter-opened', data: { sha256: digest } },
  { type: 'decision-replaced', data: { by: 'ANS/2022/0002' } },
  { type: 'grant-declined', data: { awardedCents: 100, reason: 'Projektet genomförs inte.' } },
  ...mailed,
  ...stopped,
];

const ofRectification: readonly RectificationBody[] = [
  {
    type: 'rectification-requested',
    data: {
      number: 'ANS/2022/0002',
      callId: '2022',
      caseNumber: 'ANS/2022/0001',
      decision: digest,
      awardedCents: 0,
      grantableCents: 100,
      barred: [],
      deadline: at,
      demand: 'Beslutet ska ändras',
      grounds: 'Summan är felräknad.',
    },
  },
  { type: 'data-removed', data: { callId: '2022', number: 'ANS/2022/0002' } },
  {
    type: 'rectification-written',
    data: { letter: { ...file, sizeBytes: 1, archived: file, translation: file }, signature },
  },
  { type: 'rectification-decided', data: { outcome: 'changed', reasons: 'Så är det', awardedCents: 100 } },
];

const ofPool: readonly PoolBody[] = [
  { type: 'call-joined', data: { callId: '2019-1', cents: 100 } },
  { type: 'money-reserved', data: { callId: '2019-1', cents: 100, plan: digest } },
  { type: 'change-reserved', data: { callId: '2019-1', change: 'c', cents: 100 } },
];

const ofCall: readonly RoundBody[] = [
  { type: 'call-published', data: { call, officials, opensAt, closesAt, seedCommitment: digest } },
  {
    type: 'call-corrected',
    data: {
      changes: [{ place: '/window/closes', from: 'a', to: 'b' }],
      reason: 'Avbrott i tjänsten',
      closesAt,
    },
  },
  {
    type: 'officials-named',
    data: {
      named: [{ username: 'nils', role: 'evaluator', name: 'Nils Ny' }],
      released: [{ username: 'eva', role: 'evaluator' }],
      reason: 'Eva har bytt arbetsplats.',
    },
  },
  { type: 'ties-declared', data: { considered: ['1', '2'], ties: [{ caseId: '1', ground: 'x' }] } },
  { type: 'call-closed', data: { closesAt } },
  {
    type: 'allocation-proposed',
    data: { proposal: 1, plan: { key: 'k', sha256: digest }, awardedCents: 100, applications: 2, seed: 's' },
  },
  { type: 'plan-returned', data: { plan: digest, reason: 'Gränsen är för hög.' } },
  { type: 'plan-approved', data: { plan: digest, awardedCents: 100 } },
  {
    type: 'decisions-drafted',
    data: { batch: digest, revision: 0, list: file, drafts: 2, preparedBy: ['anna'] },
  },
  { type: 'drafts-returned', data: { batch: digest, reason: 'En motivering saknas.' } },
  { type: 'drafts-approved', data: { batch: digest } },
  {
    type: 'drafts-revised',
    data: { batch: digest, additions: [{ caseNumber: 'ANS/2022/0001', text: 'x' }] },
  },
  {
    type: 'batch-signed',
    data: signature,
  },
  {
    type: 'award-changed',
    data: {
      caseNumber: 'ANS/2022/0001',
      cause: { kind: 'rectification', number: 'ANS/2022/0002' },
      fromCents: 100,
      toCents: 200,
    },
  },
  {
    type: 'award-changed',
    data: { caseNumber: 'ANS/2022/0001', cause: { kind: 'declined' }, fromCents: 100, toCents: 0 },
  },
  { type: 'award-change-given-up', data: { refused: 'award-changed-meanwhile' } },
  {
    type: 'reallocation-proposed',
    data: {
      reallocation: 1,
      plan: file,
      follows: digest,
      afterChanges: 1,
      moves: [{ caseNumber: 'ANS/2022/0002', fromCents: 0, toCents: 100 }],
      drafts: file,
      appropriationCents: 100,
      reason: 'En mottagare avstod.',
    },
  },
  { type: 'reallocation-approved', data: { plan: digest, moves: [], appropriationCents: 100 } },
  { type: 'reallocation-returned', data: { plan: digest, reason: 'Reserven behövs.' } },
  {
    type: 'allocation-searched',
    data: { proposal: 2, nodes: 1000 },
  },
  { type: 'allocation-searched', data: { proposal: 1, nodes: 1000 } },
  {
    type: 'what-if-noted',
    data: { plan: digest, name: 'Lägre gräns', comparison: file, awardedCents: 100 },
  },
  {
    type: 'what-if-noted',
    data: { plan: digest, name: 'Högre gräns', comparison: file, awardedCents: null },
  },
  ...mailed,
  { type: 'results-published', data: { results: { key: 'k', sha256: digest } } },
  ...stopped,
];

function logOf(stream: string, bodies: readonly Happening[]): readonly Event[] {
  const circumstance = { stream, at, actor: official('anna'), commandId: 'c', salt: '0' };
  return bodies.map((body) => seal(body, circumstance, undefined));
}

const caseLog = [...evaluated().events, ...logOf('CASE#1', moreOfCase)];
const callLog = logOf('CALL#2022', ofCall);
const rectificationLog = logOf('RECTIFICATION#1', ofRectification);
const poolLog = logOf('POOL#2019', ofPool);

test('every event of a case and of a call is tried here', () => {
  expect(new Set(caseLog.map(({ type }) => type))).toEqual(new Set(Object.keys(caseWords)));
  expect(new Set(callLog.map(({ type }) => type))).toEqual(new Set(Object.keys(callWords)));
  expect(new Set(rectificationLog.map(({ type }) => type))).toEqual(new Set(Object.keys(rectificationWords)));
  expect(poolLog.map(({ type }) => type)).toEqual(Object.keys(poolWords));
});

describe.each(languages)('in %s', (language) => {
  test.each([...caseLog, ...callLog, ...rectificationLog, ...poolLog])(
    '$type reads as a sentence',
    (event) => {
      const [entry] = timelineOf([event], officials.names, language);
      expect(entry?.what).toMatch(/^[\p{Lu}\d].{8,}\.$/su);
      expect(entry?.what).not.toMatch(/undefined|NaN|null|\[object|[a-z]+-[a-z]+\.?$/);
      expect(entry?.at).toMatch(/2022/);
    },
  );
});

test('people are named by their names, applicants by whom they act for', () => {
  const who = timelineOf(caseLog, officials.names, 'sv').map((entry) => entry.who);
  expect(new Set(who)).toEqual(
    new Set([`Sökanden (${korsholm.applicant.businessId})`, 'Systemet', 'Anna', 'Eva', 'Erik']),
  );
});

test('an event whose facts were removed says so, in each language', () => {
  const erased = caseLog.slice(0, 1).map(({ data: _, actor: __, salt: ___, ...rest }) => rest);
  expect(languages.map((language) => timelineOf(erased, {}, language)[0]?.what)).toEqual([
    'Uppgifterna har gallrats (application-opened)',
    'Tiedot on hävitetty (application-opened)',
    'The facts were removed (application-opened)',
  ]);
});

test('an event without words is a bug and throws', () => {
  expect(() => timelineOf(logOf('CASE#1', [{ type: 'danced', data: {} }]), {}, 'en')).toThrow(/danced/);
});
