import type { Call, Opening } from '../../domain/call/call.ts';
import type { Finding } from '../../domain/eligibility/rule.ts';
import { completable, rules, screen } from '../../domain/eligibility/screening.ts';
import { type Entrant, entrantsOf } from '../../rehearsal/applications/entrants.ts';
import { publishedGrants } from '../../rehearsal/applications/published.ts';
import { callIds, callOf } from '../calls.ts';

/** What the screening finds in an entrant's first version, which the late one sends a second after the closing. */
function findingsOf(call: Call & Opening, { application, flaw }: Entrant): readonly Finding[] {
  const arrivedAt = new Date(Date.parse(call.closesAt) + (flaw === 'late' ? 1000 : -60_000)).toISOString();
  return screen({ call, application, arrivedAt });
}

describe.each(callIds)('the applications of the rehearsed call %s', (id) => {
  const call = callOf(id);
  const entrants = entrantsOf(call);

  test('are the same every time', () => {
    expect(entrantsOf(call)).toEqual(entrants);
  });

  test('ask for every published sum, by its municipality, and those are the only ones marked published', () => {
    const named = entrants.filter(({ origin }) => origin === 'published');
    const sums = named.map(({ application: { applicant, financing } }) => ({
      municipality: applicant.municipality,
      atMostCents: financing.requestedCents,
    }));
    const published = publishedGrants[id] ?? [];
    expect(sums).toHaveLength(published.length);
    expect(sums).toEqual(expect.arrayContaining([...published]));
  });

  test('between them meet every rule that applies to the call, otherwise than by fulfilling it', () => {
    const found = entrants.flatMap((entrant) => findingsOf(call, entrant));
    const applying = new Set(found.map(({ rule }) => rule));
    const struck = new Set(found.filter(({ outcome }) => outcome !== 'met').map(({ rule }) => rule));
    expect([...struck].sort()).toEqual([...applying].sort());
    const idle = rules.filter((rule) => !applying.has(rule.id)).map((rule) => rule.id);
    expect(idle).toEqual(mergesDuring[id] ? [] : ['municipalities-continue']);
  });

  test('meet every exclusion, and nobody has a kind of cost, a theme or a part that the call does not know', () => {
    const judged = entrants
      .flatMap((entrant) => findingsOf(call, entrant))
      .filter(({ rule, outcome }) => rule === 'not-excluded' && outcome === 'judgement');
    expect(new Set(judged.map(({ subject }) => subject))).toEqual(
      new Set(call.exclusions.map((exclusion) => exclusion.id)),
    );
    const parts = new Set(call.requiredParts.map((part) => part.id));
    for (const { application } of entrants) {
      expect(Object.keys(application.parts).filter((part) => !parts.has(part))).toEqual([]);
    }
  });

  test('leave nothing to complete once completed', () => {
    for (const { completed } of entrants) {
      if (completed)
        expect(completable(screen({ call, application: completed, arrivedAt: call.opensAt }))).toEqual([]);
    }
  });

  test('those without a flaw fulfil every rule', () => {
    const plain = entrants.filter(({ flaw }) => flaw === undefined);
    expect(plain.length).toBeGreaterThan(3);
    for (const entrant of plain) {
      expect(findingsOf(call, entrant).filter(({ outcome }) => outcome !== 'met')).toEqual([]);
    }
  });

  test('come in both languages and from joint authorities too', () => {
    const languages = entrants.map(({ application }) => application.language);
    expect(languages.filter((language) => language === 'sv').length).toBeGreaterThan(5);
    expect(
      entrants.filter(({ application }) => application.applicant.kind === 'jointAuthority').length,
    ).toBeGreaterThan(1);
  });
});

test('49 applied in 2022, of whom 14 are known by name and sum', () => {
  const entrants = entrantsOf(callOf('2022'));
  expect(entrants).toHaveLength(49);
  expect(entrants.filter(({ origin }) => origin === 'published')).toHaveLength(14);
});

/** Valtimo merged on 1.1.2020, Honkajoki on 1.1.2021. */
const mergesDuring: Readonly<Record<string, boolean>> = { '2019-1': true, '2019-2': true, '2020': true };
