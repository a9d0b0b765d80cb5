import fc from 'fast-check';
import { application } from '../../contract/application.ts';
import { read, readJson } from '../../contract/faults.ts';
import { entrantsOf } from '../../rehearsal/applications/entrants.ts';
import { call2022, korsholm } from '../call-2022.ts';

function faultsOf(change: object): readonly string[] {
  const reading = read(application, { ...korsholm, ...change });
  return 'faults' in reading ? reading.faults.map(({ place, code }) => `${place} ${code}`) : [];
}

test('every application of the rehearsal is well formed', () => {
  for (const { application: given, completed = given } of entrantsOf(call2022)) {
    expect(read(application, given)).toEqual({ value: given });
    expect(read(application, completed)).toEqual({ value: completed });
  }
});

test('every fault is told at once, each with its place', () => {
  const { contact: _, ...rest } = korsholm;
  const reading = read(application, {
    ...rest,
    language: 'en',
    applicant: { ...korsholm.applicant, businessId: '123', extra: true },
    costs: [{ category: 'personnel', description: 'Lön', cents: 1.5, vatCents: 0 }],
    attachments: 'none',
  });
  expect('faults' in reading && reading.faults.map(({ place, code }) => `${place} ${code}`)).toEqual([
    '/language not-allowed',
    '/applicant/businessId malformed',
    '/applicant/extra unknown-field',
    '/contact required',
    '/costs/0/cents wrong-type',
    '/attachments wrong-type',
  ]);
});

test.each([
  [
    'a sum beyond ten billion euros',
    { financing: { ...korsholm.financing, requestedCents: 1_000_000_000_001 } },
    '/financing/requestedCents too-large',
  ],
  ['a negative sum', { financing: { ...korsholm.financing, ownCents: -1 } }, '/financing/ownCents too-small'],
  [
    'more VAT than cost',
    { costs: [{ category: 'travel', description: 'Resa', cents: 1, vatCents: 2 }] },
    '/costs/0/vatCents vat-above-cost',
  ],
  [
    'a line break in a title',
    { project: { ...korsholm.project, title: 'a\nb' } },
    '/project/title control-character',
  ],
  [
    'a second recipient in an address',
    { contact: { name: 'A', email: 'a@b.example, c@d.example' } },
    '/contact/email malformed',
  ],
  [
    'a header in an address',
    { contact: { name: 'A', email: 'a@b.example\r\nBcc: c@d.example' } },
    '/contact/email malformed',
  ],
  [
    'a date that does not exist',
    { project: { ...korsholm.project, ends: '2023-02-29' } },
    '/project/ends malformed',
  ],
  [
    'a path as a file name',
    { attachments: [{ name: '../x', sizeBytes: 1, type: 'text/plain', sha256: 'a'.repeat(64) }] },
    '/attachments/0/name malformed',
  ],
  [
    'an executable',
    {
      attachments: [
        { name: 'x.exe', sizeBytes: 1, type: 'application/x-msdownload', sha256: 'a'.repeat(64) },
      ],
    },
    '/attachments/0/type not-allowed',
  ],
  ['no costs', { costs: [] }, '/costs too-small'],
])('%s is refused', (_case, change, fault) => {
  expect(faultsOf(change)).toEqual([fault]);
});

test('a file that was cut off, at any place, is refused and never throws', () => {
  const json = JSON.stringify(korsholm);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: json.length - 1 }), (length) => {
      const reading = readJson(application, json.slice(0, length));
      expect('faults' in reading && reading.faults[0]?.code).toBe('not-json');
    }),
  );
});

test('whatever JSON comes, it is read or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reading = read(application, value);
      expect('faults' in reading && reading.faults.length).toBeGreaterThan(0);
    }),
  );
});
