import type { RoundCommand } from '../../domain/round/round.ts';
import { outcomeOnRound } from '../../domain/task/task.ts';
import { call2022, officials } from '../call-2022.ts';
import { batch, by, commands, drafted, plan, proposed, RoundLog } from './round-log.ts';

const { opensAt: _, closesAt, ...call } = call2022;

test('a call is published once and is locked from then on', () => {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'));
  expect(log.give({ ...commands.publish, call: { ...call, completionDays: 1 } }, by('anna'))).toMatchObject({
    refused: 'already-published',
  });
});

describe('a correction of a published call', () => {
  const open = '2022-04-20T10:00:00.000Z';
  const correct = (...corrections: { place: string; to: string }[]): RoundCommand => ({
    type: 'correct-call',
    corrections,
    reason: 'Skrivfel.',
  });

  function published(): RoundLog {
    const log = new RoundLog();
    log.give(commands.publish, by('anna'), '2022-02-01T08:00:00.000Z');
    return log;
  }

  test.each([
    ['/name/sv', 'Understöd 2022'],
    ['/purpose/fi', 'Tarkoitus.'],
    ['/themes/0/name/en', 'Quality of data'],
    ['/exclusions/1/name/sv', 'Bara inskanning'],
    ['/requiredParts/2/name/fi', 'Suunnitelma'],
    ['/authority/contact/email', 'other@vm.example'],
  ])('may change the text at %s; the log tells what stood there and why', (place, to) => {
    const log = published();
    expect(log.give(correct({ place, to }), by('anna'), open)).toMatchObject({
      type: 'call-corrected',
      data: { changes: [{ place, to, from: expect.any(String) }], reason: 'Skrivfel.', closesAt },
    });
    expect(JSON.stringify(log.state.published?.call)).toContain(JSON.stringify(to));
    expect(log.state.published?.call.evaluation).toEqual(call.evaluation);
  });

  test.each([
    '/appropriation/cents',
    '/appropriation/budgetItem',
    '/allocation/policy',
    '/allocation/mode',
    '/evaluation/criteria/0/name/sv',
    '/evaluation/criteria/0/id',
    '/themes/0/sentence/text',
    '/exclusions/0/signs/0',
    '/costs/sentence/text',
    '/grant/conditions/0/text/sv',
    '/grant/periodEnds',
    '/window/opens',
    '/id',
    '/name/de',
    '/themes/9/name/sv',
    '/__proto__/polluted',
  ])('never touches %s, before the closing or after it', (place) => {
    const log = published();
    const refusal = { refused: 'not-correctable', details: { place } };
    expect(log.give(correct({ place, to: 'strict' }), by('anna'), open)).toEqual(refusal);
    log.give(commands.close);
    expect(log.give(correct({ place, to: 'strict' }), by('anna'))).toEqual(refusal);
  });

  test('is made whole or not at all', () => {
    const log = published();
    log.give(
      correct({ place: '/name/sv', to: 'x' }, { place: '/allocation/mode', to: 'skip' }),
      by('anna'),
      open,
    );
    expect(log.state.published?.call).toEqual(call);
  });

  test('puts the closing off, and the call then closes at the new time only', () => {
    const log = published();
    log.give(correct({ place: '/window/closes', to: '2022-04-29T16:15' }), by('anna'), open);
    expect(log.state.published?.closesAt).toBe('2022-04-29T13:15:00.000Z');
    expect(log.give(commands.close)).toMatchObject({ refused: 'still-open' });
    expect(log.give(commands.close, undefined, '2022-04-29T13:15:00.000Z')).toMatchObject({
      type: 'call-closed',
    });
  });

  test.each(['2022-04-25T16:15', '2022-04-25T16:14', '2022-04-31T16:15', 'later'])(
    'cannot set the closing to %s',
    (to) => {
      expect(published().give(correct({ place: '/window/closes', to }), by('anna'), open)).toMatchObject({
        refused: to === '2022-04-25T16:15' ? 'nothing-to-correct' : 'closing-not-later',
      });
    },
  );

  test('cannot reopen a call, not even between its closing instant and the closing of its log', () => {
    const later = correct({ place: '/window/closes', to: '2022-05-02T16:15' });
    const log = published();
    expect(log.give(later, by('anna'), closesAt)).toMatchObject({ refused: 'already-closed' });
    log.give(commands.close);
    expect(log.give(later, by('anna'))).toMatchObject({ refused: 'already-closed' });
  });

  test('needs a reason, something to change, and decisions that are not drafted yet', () => {
    const log = published();
    const name = { place: '/name/sv', to: 'Understöd' };
    expect(
      log.give({ type: 'correct-call', corrections: [name], reason: ' ' }, by('anna'), open),
    ).toMatchObject({
      refused: 'reason-missing',
    });
    expect(log.give(correct(), by('anna'), open)).toMatchObject({ refused: 'nothing-to-correct' });
    expect(log.give(correct({ place: '/name/sv', to: call.name.sv }), by('anna'), open)).toMatchObject({
      refused: 'nothing-to-correct',
    });
    expect(drafted().give(correct(name), by('anna'))).toMatchObject({ refused: 'wrong-stage' });
    expect(new RoundLog().give(correct(name), by('anna'))).toMatchObject({ refused: 'wrong-stage' });
  });
});

test('a plan that awards a cent more than other calls have left of a shared appropriation is refused', () => {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'));
  log.give(commands.close);
  const shared = { ...commands.propose, availableCents: 900_000_000 };
  expect(log.give({ ...shared, awardedCents: 900_000_001 })).toMatchObject({
    refused: 'over-appropriation',
    details: { appropriationCents: 900_000_000 },
  });
  expect(log.give(shared)).toMatchObject({ type: 'allocation-proposed' });
});

test('a call does not close before its time', () => {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'));
  expect(log.give(commands.close, undefined, '2022-04-25T13:14:59.999Z')).toMatchObject({
    refused: 'still-open',
  });
  expect(log.give(commands.close)).toMatchObject({ type: 'call-closed' });
});

test('a plan that awards a cent more than the appropriation is refused', () => {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'));
  log.give(commands.close);
  expect(log.give({ ...commands.propose, awardedCents: 1_000_000_001 })).toMatchObject({
    refused: 'over-appropriation',
    details: { awardedCents: 1_000_000_001, appropriationCents: 1_000_000_000 },
  });
  expect(log.give({ ...commands.propose, awardedCents: 1_000_000_000 })).toMatchObject({
    type: 'allocation-proposed',
  });
});

test('a plan must be drawn with the seed that was committed before the call closed', () => {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'));
  log.give(commands.close);
  expect(log.give({ ...commands.propose, seed: 'a better seed' })).toMatchObject({
    refused: 'seed-not-committed',
  });
});

test('only a presenter approves a plan, and only the one that is proposed now', () => {
  expect(proposed().give(commands.approve, by('eva'))).toMatchObject({ refused: 'not-a-presenter' });
  expect(proposed().give(commands.approve)).toMatchObject({ refused: 'not-a-presenter' });
  expect(proposed().give({ ...commands.approve, plan: 'f'.repeat(64) }, by('anna'))).toMatchObject({
    refused: 'another-plan',
  });
  expect(proposed().give(commands.approve, by('anna'))).toMatchObject({
    data: { awardedCents: 900_000_000 },
  });
});

test('a presenter may ask for another plan, with a reason and other parameters', () => {
  const log = proposed();
  const back = {
    type: 'return-plan',
    plan: plan.sha256,
    reason: '',
    instead: { rule: { policy: 'rank', mode: 'skip' } },
  } as const;
  expect(log.give(back, by('anna'))).toMatchObject({ refused: 'reason-missing' });
  log.give({ ...back, reason: 'Delfinansiering är inte ändamålsenlig.' }, by('anna'));
  expect(log.state).toMatchObject({ stage: 'closed', change: { rule: { policy: 'rank', mode: 'skip' } } });
  const second = { ...commands.propose, proposal: 2, plan: { ...plan, sha256: 'd'.repeat(64) } };
  expect(log.give(second)).toMatchObject({ type: 'allocation-proposed' });
  expect(outcomeOnRound({ kind: 'approve-plan', callId: '2022', about: plan.sha256 }, log.state)).toEqual({
    approved: false,
    revise: false,
  });
  expect(
    outcomeOnRound({ kind: 'approve-plan', callId: '2022', about: 'd'.repeat(64) }, log.state),
  ).toBeUndefined();
});

test('a decision maker approves exactly the drafts that are there', () => {
  expect(drafted().give({ ...commands.decide, batch: 'f'.repeat(64) }, by('dora'))).toMatchObject({
    refused: 'another-batch',
  });
  expect(drafted().give(commands.decide, by('dora'))).toMatchObject({ type: 'drafts-approved' });
});

test.each(['anna', 'eva'])('%s, who prepared, cannot decide', (username) => {
  expect(drafted().give(commands.decide, by(username))).toMatchObject({ refused: 'not-a-decision-maker' });
});

test('a decision maker who prepared a case of the batch, or approved its plan, cannot decide it either', () => {
  const makers = { ...officials, decisionMakers: ['dora', 'anna'] };
  const log = new RoundLog();
  log.give({ ...commands.publish, officials: makers }, by('anna'));
  log.give(commands.close);
  log.give(commands.propose);
  log.give(commands.approve, by('anna'));
  log.give({ ...commands.draft, preparedBy: ['dora'] });
  expect(log.give(commands.decide, by('dora'))).toMatchObject({ refused: 'decider-prepared' });
  expect(log.give(commands.decide, by('anna'))).toMatchObject({ refused: 'decider-prepared' });
});

test('drafts that are returned go back to the plan', () => {
  const log = drafted();
  log.give({ type: 'return-drafts', batch, reason: 'Fel kontaktperson i ANS/2022/0007.' }, by('dora'));
  expect(log.state.stage).toBe('closed');
});

test('single drafts that come back are revised by a presenter, who answers every remark and then prepared them', () => {
  const log = drafted();
  const remarks = [
    { caseNumber: 'ANS/2022/0007', text: 'Säg hur kontaktpersonen byttes.' },
    { caseNumber: 'ANS/2022/0009', text: 'Beloppet är inte motiverat.' },
  ];
  log.give({ type: 'return-drafts', batch, reason: 'Två brister.', remarks }, by('dora'));
  expect(log.state).toMatchObject({ stage: 'returned', remarks });
  const about = { callId: '2022', about: batch };
  expect(outcomeOnRound({ kind: 'approve-drafts', ...about }, log.state)).toEqual({
    approved: false,
    revise: true,
  });
  const first = { caseNumber: 'ANS/2022/0007', text: 'Kontaktpersonen byttes 3.5.2022.' };
  const revise = { type: 'revise-drafts', batch, additions: [first] } as const;
  expect(log.give(revise, by('dora'))).toMatchObject({ refused: 'not-a-presenter' });
  expect(log.give(revise, by('anna'))).toMatchObject({
    refused: 'remark-unanswered',
    details: { caseNumber: 'ANS/2022/0009' },
  });
  const additions = [first, { caseNumber: 'ANS/2022/0009', text: 'Kostnaderna räknades om.' }];
  log.give({ ...revise, additions }, by('anna'));
  expect(outcomeOnRound({ kind: 'revise-drafts', ...about }, log.state)).toEqual({ revised: true });
  expect(log.state).toMatchObject({ stage: 'approved', additions, revised: [batch], revisedBy: ['anna'] });
});

test('a presenter who revised drafts cannot approve them, also one who had no other part', () => {
  const makers = { ...officials, presenters: ['anna', 'dora'], decisionMakers: ['dora', 'erik'] };
  const log = new RoundLog();
  log.give({ ...commands.publish, officials: makers }, by('anna'));
  log.give(commands.close);
  log.give(commands.propose);
  log.give(commands.approve, by('anna'));
  log.give({ ...commands.draft, preparedBy: [] });
  const remarks = [{ caseNumber: 'ANS/2022/0007', text: 'Oklart.' }];
  log.give({ type: 'return-drafts', batch, reason: 'En brist.', remarks }, by('erik'));
  log.give({ type: 'revise-drafts', batch, additions: remarks }, by('dora'));
  log.give({ ...commands.draft, preparedBy: [], revision: 1, batch: 'd'.repeat(64) });
  const decide = { type: 'approve-drafts', batch: 'd'.repeat(64) } as const;
  expect(log.give(decide, by('dora'))).toMatchObject({ refused: 'decider-prepared' });
  expect(log.give(decide, by('erik'))).toMatchObject({ type: 'drafts-approved' });
});

test('a presenter who had a part in the plan cannot approve the drafts after changing sides', () => {
  const log = proposed();
  const person = (username: string) => ({ username, name: username });
  const naming = { type: 'name-officials', reason: 'Anna byter uppgift.' } as const;
  log.give({ type: 'return-plan', plan: plan.sha256, reason: 'Fel gräns.' }, by('anna'));
  const named = [
    { ...person('nils'), role: 'presenter' as const },
    { ...person('anna'), role: 'decision-maker' as const },
  ];
  log.give({ ...naming, named, released: [{ username: 'anna', role: 'presenter' }] }, by('nora'));
  const second = { ...plan, sha256: 'd'.repeat(64) };
  log.give({ ...commands.propose, proposal: 2, plan: second });
  expect(log.give({ type: 'approve-plan', plan: second.sha256 }, by('anna'))).toEqual({
    refused: 'not-a-presenter',
  });
  log.give({ type: 'approve-plan', plan: second.sha256 }, by('nils'));
  log.give({ ...commands.draft, preparedBy: [] });
  expect(log.give(commands.decide, by('anna'))).toMatchObject({ refused: 'decider-prepared' });
  expect(log.give(commands.decide, by('dora'))).toMatchObject({ type: 'drafts-approved' });
});

test('a changed award must fit in what the appropriation has left, with all changes before it', () => {
  const log = drafted();
  const change = {
    type: 'change-award',
    caseNumber: 'ANS/2022/0001',
    cause: { kind: 'rectification', number: 'ANS/2022/0050' },
    fromCents: 0,
    toCents: 60_000_000,
  } as const;
  expect(log.give(change)).toMatchObject({ refused: 'wrong-stage' });
  log.give(commands.decide, by('dora'));
  expect(log.give({ ...change, toCents: 100_000_001 })).toMatchObject({ refused: 'over-appropriation' });
  expect(log.give(change)).toMatchObject({ type: 'award-changed' });
  expect(log.state.awardedCents).toBe(960_000_000);
  expect(log.give({ ...change, caseNumber: 'ANS/2022/0002' })).toMatchObject({
    refused: 'over-appropriation',
    details: { awardedCents: 1_020_000_000 },
  });
  expect(log.give({ ...change, caseNumber: 'ANS/2022/0003', toCents: 40_000_000 })).toMatchObject({
    type: 'award-changed',
  });
});

test('only the batch that was approved is signed, once it is', () => {
  const signed = {
    type: 'sign-batch',
    batch,
    keyId: 'k',
    algorithm: 'ECDSA_SHA_256',
    signature: 's',
    publicKey: 'p',
  } as const;
  expect(drafted().give(signed)).toMatchObject({ refused: 'wrong-stage' });
  const log = drafted();
  log.give(commands.decide, by('dora'));
  expect(log.give({ ...signed, batch: 'f'.repeat(64) })).toMatchObject({ refused: 'another-batch' });
  log.give(signed);
  expect(log.state.signature).toMatchObject({ batch, keyId: 'k' });
});

test('nothing is drafted before a plan is approved, nor published before the drafts are', () => {
  expect(proposed().give(commands.draft)).toMatchObject({ refused: 'wrong-stage' });
  const results = { key: 'k', sha256: 'e'.repeat(64) };
  expect(drafted().give({ type: 'publish-results', results })).toMatchObject({ refused: 'wrong-stage' });
});

test('what-ifs of the proposed plan stay on record and change nothing; only a presenter has them computed', () => {
  const log = proposed();
  const whatIf = {
    type: 'note-what-if',
    plan: plan.sha256,
    name: 'appropriation=8000000',
    comparison: { key: 'rounds/2022/what-ifs/w.json', sha256: 'e'.repeat(64) },
    awardedCents: 800_000_000,
  } as const;
  const before = log.state;
  expect(log.give(whatIf, by('eva'))).toMatchObject({ refused: 'not-a-presenter' });
  expect(log.give({ ...whatIf, plan: 'f'.repeat(64) }, by('anna'))).toMatchObject({
    refused: 'another-plan',
  });
  expect(log.give(whatIf, by('anna'))).toMatchObject({ type: 'what-if-noted' });
  expect(log.give({ ...whatIf, name: 'nothing fits', awardedCents: null }, by('anna'))).toMatchObject({
    type: 'what-if-noted',
  });
  expect(log.state).toEqual(before);
  log.give(commands.approve, by('anna'));
  expect(log.give(whatIf, by('anna'))).toMatchObject({ refused: 'wrong-stage' });
});

test('a long search is noted while the call is closed and not yet proposed', () => {
  const log = new RoundLog();
  log.give(commands.publish, by('anna'));
  const note = { type: 'note-search', proposal: 1, nodes: 200_000 } as const;
  expect(log.give(note)).toMatchObject({ refused: 'wrong-stage' });
  log.give(commands.close);
  expect(log.give(note)).toMatchObject({ type: 'allocation-searched' });
  expect(log.give(commands.propose)).toMatchObject({ type: 'allocation-proposed' });
});

describe('an official who declared a tie to one of the cases', () => {
  const declare = {
    type: 'declare-ties',
    considered: ['1'],
    ties: [{ caseId: '1', ground: 'Släktskap.' }],
  } as const;

  test('neither approves nor returns the plan', () => {
    const log = new RoundLog();
    for (const command of [commands.publish, commands.close, commands.propose]) log.give(command);
    log.give(declare, by('anna'));
    expect(log.give(commands.approve, by('anna'))).toEqual({ refused: 'disqualified' });
  });

  test('neither approves nor returns the drafts', () => {
    const log = new RoundLog();
    for (const command of [commands.publish, commands.close, commands.propose]) log.give(command);
    log.give(commands.approve, by('anna'));
    log.give(commands.draft);
    log.give(declare, by('dora'));
    expect(log.give(commands.decide, by('dora'))).toEqual({ refused: 'disqualified' });
  });
});
