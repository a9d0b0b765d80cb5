import { type Known, relatedTo } from '../../../domain/case/related.ts';
import { languages } from '../../../texts/language.ts';
import { explainRelated } from '../../../texts/related.ts';

const korsholm: Known = {
  caseId: 'a',
  callId: '2022',
  number: 'ANS/2022/0001',
  businessId: '0181101-6',
  applicantName: 'Korsholm',
  title: 'Kvalitetsmodell',
  municipalities: ['499', '905', '946'],
  requestedCents: 184_450_00,
  withdrawn: false,
};
const other: Known = {
  ...korsholm,
  caseId: 'b',
  number: 'ANS/2022/0002',
  businessId: '0209602-6',
  applicantName: 'Vasa',
  title: 'Gemensamma data',
};

test('the same applicant’s other case is related, in the same call and in another, with what was granted there', () => {
  const earlier = {
    ...other,
    callId: '2019-2',
    businessId: korsholm.businessId,
    municipalities: [],
    awardedCents: 5,
  };
  expect(relatedTo(korsholm, [korsholm, earlier])).toEqual([
    {
      caseId: 'b',
      callId: '2019-2',
      number: 'ANS/2022/0002',
      applicantName: 'Vasa',
      title: 'Gemensamma data',
      requestedCents: 184_450_00,
      awardedCents: 5,
      sameApplicant: true,
      municipalities: [],
    },
  ]);
});

test('a municipality in two applications relates them, whoever applies', () => {
  const found = relatedTo(korsholm, [{ ...other, municipalities: ['091', '905'] }]);
  expect(found).toMatchObject([{ sameApplicant: false, municipalities: ['905'] }]);
  expect(found[0]).not.toHaveProperty('awardedCents');
});

test('itself, what was withdrawn, and what has nobody in common are not related', () => {
  expect(relatedTo(korsholm, [korsholm])).toEqual([]);
  expect(relatedTo(korsholm, [{ ...other, withdrawn: true }])).toEqual([]);
  expect(relatedTo(korsholm, [{ ...other, municipalities: ['091'] }])).toEqual([]);
});

test('they come in the order of their numbers, however they were found', () => {
  const third = { ...other, caseId: 'c', number: 'ANS/2022/0003' };
  const numbers = (all: readonly Known[]) => relatedTo(korsholm, all).map(({ number }) => number);
  expect(numbers([third, other])).toEqual(['ANS/2022/0002', 'ANS/2022/0003']);
  expect(numbers([other, third])).toEqual(['ANS/2022/0002', 'ANS/2022/0003']);
});

test('it is told in each language, with the municipalities by name', () => {
  const [shared] = relatedTo(korsholm, [{ ...other, municipalities: ['905'], awardedCents: 100_000_00 }]);
  const [same] = relatedTo(korsholm, [{ ...other, businessId: korsholm.businessId }]);
  if (!shared || !same) throw new Error('nothing is related');
  expect(explainRelated(shared, 'sv').replaceAll('\u00a0', ' ')).toBe(
    'Vasa är med också i ANS/2022/0002 (2022): Vasa, ”Gemensamma data”, sökt 184 450 €, beviljat 100 000 €.',
  );
  expect(explainRelated(shared, 'fi').replaceAll('\u00a0', ' ')).toBe(
    'Mukana myös Vaasa, asia ANS/2022/0002 (2022): Vasa, ”Gemensamma data”, haettu 184 450 €, myönnetty 100 000 €.',
  );
  for (const language of languages) {
    expect(explainRelated(same, language)).toMatch(/ANS\/2022\/0002 .*184.450.€\.$/u);
  }
});
