import { application as schema } from '../../contract/application.ts';
import { read } from '../../contract/faults.ts';
import { findingsBeforehand } from '../../domain/draft/beforehand.ts';
import { applicationOf, type DraftDocument } from '../../domain/draft/draft.ts';
import { call2022, korsholm } from '../call-2022.ts';

const { applicant, format: _, callId: __, attachments: ___, ...rest } = korsholm;
const { businessId, ...named } = applicant;
const whole: DraftDocument = { ...rest, applicant: named };
const now = '2022-04-20T08:00:00.000Z';

/** What a check of a draft would tell. */
function check(document: DraftDocument) {
  const candidate = applicationOf({ callId: '2022', businessId, document }, []);
  const reading = read(schema, candidate);
  const faults = 'faults' in reading ? reading.faults : [];
  const findings = findingsBeforehand(candidate, faults, call2022, now);
  return {
    faults: faults.map(({ place, code }) => `${place} ${code}`),
    findings: findings.map(({ place, finding }) => `${finding.rule} ${place}`),
  };
}

test('a whole draft is the application it was written as, and nothing is found in it', () => {
  const candidate = applicationOf({ callId: '2022', businessId, document: whole }, []);
  expect(read(schema, candidate)).toEqual({ value: { ...korsholm, attachments: [] } });
  expect(check(whole)).toEqual({ faults: [], findings: [] });
});

test('the names of rows and empty optional fields are no part of what is sent', () => {
  const document: DraftDocument = {
    ...whole,
    contact: { ...whole.contact, phone: '' },
    participants: whole.participants?.map((one, at) => ({ ...one, row: `p${at}` })),
    costs: whole.costs?.map((one, at) => ({ ...one, row: `c${at}` })),
  };
  expect(check(document).faults).toEqual([]);
  expect(JSON.stringify(applicationOf({ callId: '2022', businessId, document }, []))).not.toMatch(
    /"row"|"phone"/,
  );
});

test('an empty draft is told everything that is missing at once', () => {
  const { faults, findings } = check({});
  expect(faults).toEqual(
    expect.arrayContaining(['/language not-allowed', '/applicant/name required', '/costs too-small']),
  );
  expect(findings).toEqual(
    expect.arrayContaining([
      'theme-named /project/themes',
      ...call2022.requiredParts.map(({ id }) => `part-included /parts/${id}`),
    ]),
  );
});

test('of what a faulty field decides nothing is told yet, and of everything else it is', () => {
  const requestedCents = 999_999_999_99;
  const tooMuch = { ...whole, financing: { ...korsholm.financing, requestedCents } };
  expect(check(tooMuch).findings).toEqual([
    'financing-adds-up /financing',
    'share-within-maximum /financing/requestedCents',
  ]);
  const [first, ...others] = korsholm.costs;
  const alsoTyping = { ...tooMuch, costs: [{ ...first, cents: '12 000,-' }, ...others], parts: {} };
  const { faults, findings } = check(alsoTyping);
  expect(faults).toEqual(['/costs/0/cents wrong-type']);
  expect(new Set(findings.map((one) => one.split(' ')[0]))).toEqual(new Set(['part-included']));
});

test('a fault in one field of the project does not hide what is wrong with another', () => {
  const { faults, findings } = check({
    ...whole,
    project: { ...whole.project, title: '', themes: [], ends: '2031-01-01' },
  });
  expect(faults).toEqual(['/project/title too-small']);
  expect(findings).toEqual(['theme-named /project/themes', 'period-within-call /project/ends']);
});

test('after the closing it says that it is too late', () => {
  const candidate = applicationOf({ callId: '2022', businessId, document: whole }, []);
  const late = findingsBeforehand(candidate, [], call2022, '2022-04-26T00:00:00.000Z');
  expect(late.map(({ finding }) => finding.rule)).toEqual(['arrived-in-time']);
});
