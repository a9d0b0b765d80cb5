import { describe, expect, test } from '@jest/globals';
import { fieldWords, isEmptyAt, placeOf } from '../../portal/form/field-words.ts';
import { type Language, languages } from '../../texts/language.ts';
import { draftTexts } from '../../texts/portal/draft.ts';
import { call2022 } from '../call-2022.ts';

function wordsIn(language: Language) {
  const entries = Object.entries(draftTexts).map(([name, text]) => [name, text[language]]);
  return fieldWords(call2022, Object.fromEntries(entries), language);
}

describe('an application in words', () => {
  test('calls its places what its form calls them, with the number of the row', () => {
    const { nameOf } = wordsIn('sv');
    expect(nameOf(placeOf('/costs/1/cents'))).toBe('Kostnader: Belopp, €, rad 2');
    expect(nameOf(placeOf('/project/themes/0'))).toBe('Teman som projektet betonar');
    expect(nameOf(placeOf('/parts/changePlan'))).toBe(
      call2022.requiredParts.find(({ id }) => id === 'changePlan')?.name.sv,
    );
    expect(nameOf(['participants', '7d2c', 'shareCents'])).toMatch(/^Deltagande kommuner: /);
  });

  test('says what stands there as people do', () => {
    const { wordsFor } = wordsIn('fi');
    expect(wordsFor(['costs', '0', 'cents'], 1_234_50)).toBe('1\u00a0234,50\u00a0€');
    expect(wordsFor(['participants', '0', 'municipality'], '499')).toBe('Mustasaari');
    expect(wordsFor(['project', 'ends'], '2024-05-31')).toBe('31.5.2024');
    expect(wordsFor(['project', 'ends'], 'kesällä')).toBe('kesällä');
    expect(wordsFor(['costs', '0', 'internal'], true)).toBe('kyllä');
    expect(wordsFor(['project', 'title'], '2024')).toBe('2024');
    expect(wordsFor(['contact', 'phone'], undefined)).toBe('');
  });

  test('has a name for every field there is, in three languages', () => {
    const fields = ['/applicant/kind', '/contact/phone', '/participants/0/represented', '/costs/0/internal'];
    for (const language of languages) {
      for (const field of fields) expect(wordsIn(language).nameOf(placeOf(field))).not.toMatch(/^[a-z]+ /);
    }
  });
});

test('a place is empty where nothing was filled in, and only there', () => {
  const document = { project: { title: '', summary: 'Kort.' }, costs: [] };
  expect(isEmptyAt(placeOf('/project/title'), document)).toBe(true);
  expect(isEmptyAt(placeOf('/costs'), document)).toBe(true);
  expect(isEmptyAt(placeOf('/contact/name'), document)).toBe(true);
  expect(isEmptyAt(placeOf('/project/summary'), document)).toBe(false);
});
