import { municipalitiesOn, municipalityOf } from '../../domain/register/register.ts';

test.each([
  ['2019-12-31', 311],
  ['2020-01-01', 310],
  ['2021-01-01', 309],
  ['2024-12-31', 309],
  ['2026-01-01', 308],
])('on %s Finland had %d municipalities', (date, count) => {
  expect(municipalitiesOn(date)).toHaveLength(count);
});

test('33 municipalities are bilingual, 15 of them with a Swedish-speaking majority (Decree 1385/2022)', () => {
  const bilingual = municipalitiesOn('2026-01-01').filter((municipality) => municipality.bilingual);
  expect(bilingual).toHaveLength(33);
  expect(bilingual.filter(({ language }) => language === 'sv')).toHaveLength(15);
});

test('the 16 municipalities with Swedish only are those of Åland', () => {
  const swedish = municipalitiesOn('2026-01-01').filter(
    ({ bilingual, language }) => !bilingual && language === 'sv',
  );
  expect(swedish).toHaveLength(16);
  expect(swedish.every(({ region }) => region === '21')).toBe(true);
});

test('a merged municipality is still known, with its last day and where it went', () => {
  expect(municipalityOf('099')).toMatchObject({
    name: { fi: 'Honkajoki' },
    merged: { lastDay: '2020-12-31', into: '214' },
  });
  expect(municipalityOf('000')).toBeUndefined();
});
