import { draftDecision } from '../../domain/decision/draft.ts';
import { extensionMail, reminderMail, withdrawalMail } from '../../texts/case-mails.ts';
import { correctionMail, hearingMail } from '../../texts/correction.ts';
import { letterContent } from '../../texts/letter/letter.ts';
import { asText } from '../../texts/mail-layout.ts';
import { call2022 as call, korsholm } from '../call-2022.ts';
import { evaluated } from '../domain/case/case-log.ts';

const link = 'https://anslag.example/apply/applications/1';
const about = { call, link, number: 'ANS/2022/0001', title: 'Kvalitetsmodell' };
const deadline = '2022-05-16T13:15:00.000Z';
const decision = draftDecision({ call, state: evaluated().state, application: korsholm, ranked: 1 });
const correction = { at: deadline, ground: 'typing-error', reason: 'Namnet var felskrivet.' } as const;

test('a reminder names the time, what is missing, how to get more time and what happens otherwise', () => {
  const mail = (language: 'sv' | 'fi') => {
    const message = reminderMail({ ...about, language, deadline, missing: ['Planen saknas.'] });
    return `${message.subject}\n${asText(message)}`;
  };
  expect(mail('sv')).toMatch(
    /senast 16\.5\.2022 kl\. 16\.15.*- Planen saknas\..*mer tid.*underlag som finns/s,
  );
  expect(mail('fi')).toMatch(
    /viimeistään 16\.5\.2022 klo 16\.15.*- Planen saknas\..*lisäaikaa.*olemassa olevilla/s,
  );
});

test.each([
  [true, 'Mer tid för ansökan ANS/2022/0001: till', 'Lisäaikaa hakemukselle ANS/2022/0001:'],
  [false, 'Ingen mer tid för ansökan ANS/2022/0001', 'Hakemukselle ANS/2022/0001 ei myönnetty lisäaikaa'],
])('an answer about more time (%s) says so in its subject and gives the reason', (granted, sv, fi) => {
  for (const [language, subject] of [
    ['sv', sv],
    ['fi', fi],
  ] as const) {
    const message = extensionMail({ ...about, language, granted, deadline, reason: 'Skälet är godtagbart.' });
    expect(message.subject).toContain(subject);
    expect(asText(message)).toContain('Skälet är godtagbart.');
    expect(asText(message)).toContain('16.5.2022');
  }
});

test('a withdrawal is confirmed with its time, and that nothing will be decided', () => {
  const text = (language: 'sv' | 'fi') =>
    asText(withdrawalMail({ ...about, language, withdrawnAt: deadline }));
  expect(text('sv')).toMatch(/”Kvalitetsmodell” återtogs 16\.5\.2022 kl\. 16\.15\. .*inget beslut/);
  expect(text('fi')).toMatch(/”Kvalitetsmodell” peruutettiin 16\.5\.2022 klo 16\.15\. .*eikä päätöstä/);
});

test('whoever is heard reads both sums, the ground, the reason and the time', () => {
  const granted = { ...decision, awardedCents: 184_450_00 };
  const mail = (language: 'sv' | 'fi') =>
    asText(
      hearingMail({
        call,
        link,
        language,
        decision: granted,
        ground: 'factual-error',
        reason: 'Summan är felräknad.',
        changes: { awardedCents: 100_000_00 },
        hearUntil: deadline,
      }),
    ).replaceAll('\u00a0', ' ');
  expect(mail('sv')).toMatch(
    /50 § i förvaltningslagen.*från 184 450 € till 100 000 €.*felräknad.*16\.5\.2022/s,
  );
  expect(mail('fi')).toMatch(
    /hallintolain 50 §.*ennen 184 450 €, jälkeen 100 000 €.*felräknad.*16\.5\.2022/s,
  );
});

test('a corrected decision is told with its date, ground and reason', () => {
  const text = asText(correctionMail({ call, link, language: 'fi', decision, correction }));
  expect(text).toMatch(
    /korjattu 16\.5\.2022 \(kirjoitusvirhe, hallintolain 51 §\).*Namnet var felskrivet\./s,
  );
});

test('its letter says before anything else that it replaces another; the first one says nothing of it', () => {
  const frame = {
    call,
    decidedAt: deadline,
    signatories: { presenter: 'Anna', decisionMaker: 'Dora' },
    verification: { digest: 'a'.repeat(64), address: 'https://anslag.example/verify' },
  };
  const sections = (made: typeof decision) =>
    letterContent(made, frame).sections.map(({ heading }) => heading);
  expect(sections({ ...decision, correction })).toEqual(['Rättelse', ...sections(decision)]);
  expect(sections(decision)).not.toContain('Rättelse');
});
