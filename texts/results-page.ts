import type { Results } from '../domain/round/results.ts';
import { escaped } from './escaped.ts';
import { formatDate, formatEuros } from './format.ts';
import type { Language, Text } from './language.ts';
import { outcomeNames } from './mails.ts';

const words: Readonly<Record<'title' | 'summary' | 'data' | 'caption', Text>> = {
  title: { sv: 'Resultat', fi: 'Tulokset', en: 'Results' },
  summary: { sv: 'Sammanlagt', fi: 'Yhteensä', en: 'In all' },
  data: { sv: 'Öppna data', fi: 'Avoin data', en: 'Open data' },
  caption: { sv: 'Ansökningar och beslut', fi: 'Hakemukset ja päätökset', en: 'Applications and decisions' },
};

const headers: Readonly<Record<Language, readonly string[]>> = {
  sv: ['Ärende', 'Sökande', 'FO-nummer', 'Ändamål', 'Område', 'Sökt', 'Beviljat', 'Beslut', 'Datum'],
  fi: ['Asia', 'Hakija', 'Y-tunnus', 'Käyttötarkoitus', 'Alue', 'Haettu', 'Myönnetty', 'Päätös', 'Päivä'],
  en: ['Case', 'Applicant', 'Business ID', 'Purpose', 'Area', 'Applied for', 'Granted', 'Decision', 'Date'],
};

/** The results as a page that needs nothing but a browser: one table with headings, and where the data is. */
export function resultsPage(results: Results, language: Language): string {
  const euros = (cents: number) => escaped(formatEuros(cents, language));
  const name = escaped(results.call.name[language]);
  const rows = results.applications.map((line) => {
    const area = line.area.map((one) => one[language === 'fi' ? 'fi' : 'sv']).join(', ');
    const cells = [
      escaped(line.applicant),
      line.businessId,
      escaped(line.purpose),
      escaped(area),
      euros(line.appliedCents),
      euros(line.awardedCents),
      escaped(outcomeNames[line.outcome][language]),
      formatDate(line.decided),
    ];
    return `<tr><th scope="row">${line.caseNumber}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const heading = headers[language].map((header) => `<th scope="col">${header}</th>`).join('');
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title[language]}: ${name}</title>`,
    '<style>body{font-family:"Source Sans 3",Helvetica,Arial,sans-serif;line-height:1.5;margin:2rem;color:#282828}table{border-collapse:collapse}caption{text-align:left;font-weight:600;padding:.5rem 0}th,td{border-bottom:1px solid #c8cdd0;padding:.4rem .8rem .4rem 0;text-align:left;vertical-align:top}.wide{overflow-x:auto}</style></head>',
    `<body><main><h1>${words.title[language]}: ${name}</h1>`,
    `<p>${escaped(results.call.authority[language])}. ${words.summary[language]}: ${euros(results.awardedCents)} / ${euros(results.appliedCents)}.</p>`,
    `<p>${words.data[language]}: <a href="results">JSON</a>, <a href="results.csv">CSV</a>, <a href="../../schemas/results">JSON Schema</a>.</p>`,
    `<div class="wide" role="region" tabindex="0" aria-label="${words.caption[language]}"><table><caption>${words.caption[language]}</caption><thead><tr>${heading}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div></main></body></html>`,
    '',
  ].join('\n');
}
