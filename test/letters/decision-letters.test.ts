import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RectificationDecision } from '../../domain/rectification/decision.ts';
import { addLetterFiles } from '../../infra/bundle.ts';
import { openRenderer } from '../../letters/render.ts';
import type { LetterBlock, LetterContent } from '../../texts/letter/content.ts';
import { letterContent } from '../../texts/letter/letter.ts';
import { rectificationContent } from '../../texts/letter/rectification.ts';
import { call2022 } from '../call-2022.ts';
import { samples } from './samples.ts';

const names = Object.keys(samples) as (keyof typeof samples)[];
const contents = Object.fromEntries(
  names.map((name) => [name, letterContent(samples[name].decision, samples[name].frame)]),
) as Record<keyof typeof samples, LetterContent>;

/** The letter of a decision on a request for rectification, in the language of the first decision. */
function rectified(name: keyof typeof samples, change: Partial<RectificationDecision> = {}): LetterContent {
  const { decision, frame } = samples[name];
  const decided = {
    number: 'ANS/2022/0050',
    requestedAt: '2022-06-30T09:00:00.000Z',
    demand: 'Beslutet ska ändras så att understödet är 120 000 euro.',
    grounds: 'En kommun drog sig ur projektet efter beslutet.',
    outcome: 'changed',
    reasons: 'Projektet är mindre än det som ansökan gällde. Kostnaderna är till denna del godtagbara.',
    decidedAt: '2022-07-15T09:00:00.000Z',
    decidedBy: 'dag',
    fromCents: decision.awardedCents,
    awardedCents: 120_000_00,
    decision,
    ...change,
  } as const;
  const { call, verification } = frame;
  return rectificationContent(decided, { call, verification, decisionMaker: 'Dag Dahlberg' });
}

const letters = {
  ...contents,
  rectified: rectified('granted'),
  upheld: rectified('refused', { outcome: 'unchanged', awardedCents: 0 }),
} as const;
const letterNames = Object.keys(letters) as (keyof typeof letters)[];

/** Poppler and qpdf read the letters as others' programs do; `set-up.mjs` installs them where it may. */
const withTools = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
)
  ? describe
  : describe.skip;

test('a grant tells all that the State Grants Act § 11 asks for', () => {
  const text = textOf(contents.granted);
  for (const said of [
    'Finansministeriet beviljar Korsholm statsunderstöd på högst 184\u00a0450\u00a0€.',
    'högst 85 procent',
    '217\u00a0000\u00a0€',
    'Ändamål',
    'Godtagbara kostnader',
    'Materiella investeringar och anskaffning av utrustning är inte godtagbara kostnader.',
    'Inkomster av projektet',
    'senast 30.9.2024',
    'senast 31.12.2024',
    'revisors utlåtande',
    'Utbetalning',
    'granska dess användning',
  ]) {
    expect(text).toContain(said);
  }
  for (const { text: condition } of call2022.grant.conditions) {
    expect(text).toContain(condition.sv.replace(/\.$/, ''));
  }
});

test.each(names)('the %s letter has all that the Administrative Procedure Act § 44-47 asks for', (name) => {
  const { decision } = samples[name];
  const { facts, sections } = contents[name];
  const text = textOf(contents[name]);
  expect(facts.map(([, value]) => value)).toEqual([decision.caseNumber, '16.6.2022']);
  expect(text).toContain(`${decision.applicant.name} (${decision.applicant.businessId})`);
  expect(text).toContain('893/2019');
  expect(text).toContain('434/2003');
  expect(text).toContain('Aino Lindqvist, digistod@vm.example, 0295 000 000');
  expect(text).toContain('Dora Dahl');
  expect(text).toMatch(/30 (dagar|päivän)/);
  expect(text).toMatch(/kommer in för sent prövas inte|Myöhässä saapunutta vaatimusta ei tutkita/);
  expect(sections.at(-1)?.appendix).toBe(true);
});

test('reasons tell every rule that was examined, whether it was met, and what was not with its facts', () => {
  const { decision } = samples.dismissed;
  const text = textOf(contents.dismissed);
  expect(decision.outcome).toBe('dismissed');
  expect(text).toContain('Ansökan kom in 25.4.2022 kl. 16.17. Ansökningstiden gick ut 25.4.2022 kl. 16.15.');
  const table = tableOf(contents.dismissed, 'Krav som prövats');
  expect(table?.rows[0]).toEqual(['Ansökan har kommit in i tid', 'Nej', '893/2019, 6\u00a0§']);
  expect(table?.rows).toHaveLength(decision.met.length + decision.unmet.length);
  expect(table?.rows.slice(1).every(([, verdict]) => verdict === 'Ja')).toBe(true);
});

test('what was scored tells the points of each criterion, why, and how the money was shared out', () => {
  const scores = tableOf(contents.granted, 'Poäng för varje kriterium');
  expect(scores?.rows[0]).toEqual(['Samhälleligt och ekonomiskt genomslag', '3,5 / 5', '17,5 / 25']);
  expect(scores?.rows.at(-1)).toEqual(['Poängtal', '', '70 / 100']);
  expect(textOf(contents.granted)).toContain('Genomförbarhet: Klart.');
  expect(textOf(contents.granted)).toContain('Understödet beviljas till hela det belopp som kan beviljas.');
  expect(textOf(contents.refused)).toContain('Hakemus sijoittui sijalle 1');
  expect(samples.refused.decision).toMatchObject({ outcome: 'refused', awardedCents: 0 });
});

test('a letter carries its number, the decision’s digest and where both can be verified', () => {
  const { digest, address } = samples.granted.frame.verification;
  const text = textOf(contents.granted);
  expect(text.replaceAll(' ', '')).toContain(digest);
  expect(text).toContain(address);
});

test('a courtesy translation says that it is one, and which text applies; a draft says that it decides nothing', () => {
  const { decision, frame } = samples.granted;
  const english = letterContent(decision, { ...frame, language: 'en' });
  expect(english).toMatchObject({ language: 'en', title: 'Decision: the grant is given' });
  expect(english.notice).toContain('the Swedish text is the one that applies');
  expect(textOf(english)).not.toMatch(/undefined|statsunderstöd|valtionavustus/);
  expect(letterContent(decision, { ...frame, draft: true }).notice).toContain('inte ett beslut');
  expect(contents.granted.notice).toBeUndefined();
});

test('a decision on rectification tells what was asked and decided, why, and how to appeal to the court', () => {
  const text = textOf(letters.rectified);
  for (const said of [
    'Beslut om omprövning: beslutet ändras',
    'ANS/2022/0050',
    'Beslutet ska ändras så att understödet är 120 000 euro.',
    'Finansministeriet ändrar beslutet ANS/2022/0001 så att Korsholm beviljas högst 120\u00a0000\u00a0€ i stället för 184\u00a0450\u00a0€.',
    'Kostnaderna är till denna del godtagbara.',
    'Villkor och användning',
    'Avgjort av Dag Dahlberg.',
    'förvaltningsdomstolen',
    'inom 30 dagar',
    '49 g',
  ]) {
    expect(
      `${letters.rectified.title} ${letters.rectified.facts.flat().join(' ')} ${text}`.replaceAll(
        '49\u00a0g',
        '49 g',
      ),
    ).toContain(said);
  }
  expect(text).not.toContain('Hur man begär omprövning');
  const upheld = textOf(letters.upheld);
  expect(upheld).toContain('hylkää oikaisuvaatimuksen');
  expect(upheld).toContain('hallinto-oikeuteen');
  expect(upheld).not.toContain('Ehdot');
});

withTools('as others’ programs read it', () => {
  let folder: string;
  let paths: Record<keyof typeof letters, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anslag-letters-'));
    await addLetterFiles(folder);
    const renderer = openRenderer(folder);
    paths = Object.fromEntries(
      letterNames.map((name) => {
        const path = join(folder, `${name}.pdf`);
        writeFileSync(path, renderer.render(letters[name]));
        return [name, path];
      }),
    ) as typeof paths;
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(letterNames)('the %s letter is a sound file on A4, tagged, all its fonts embedded', (name) => {
    expect(said('qpdf', '--check', paths[name])).toContain('No syntax or stream encoding errors found');
    const facts = said('pdfinfo', paths[name]);
    expect(facts).toMatch(/Tagged: +yes/);
    expect(facts).toMatch(/\(A4\)/);
    const fonts = said('pdffonts', paths[name]).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/SourceSans3-(Regular|Bold) .* yes yes yes /);
  });

  test.each(letterNames)('every word of the %s letter can be read out, in its order', (name) => {
    const words = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
    const read = words(pagesOf(paths[name]).map(withoutFooter).join('\n'));
    let at = 0;
    for (const heading of letters[name].sections.map((section) => section.heading)) {
      const found = read.indexOf(words(heading), at);
      expect(found).toBeGreaterThanOrEqual(at);
      at = found;
    }
    for (const sentence of sentencesOf(letters[name])) expect(read).toContain(words(sentence));
  });

  test.each(names)('the tags of the %s letter tell headings, lists and tables with their headers', (name) => {
    const tags = said('pdfinfo', '-struct', paths[name]);
    for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Caption']) {
      expect(tags).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    }
    expect(tags).not.toMatch(/^ *(H4|Figure)\b/m);
  });

  test.each(letterNames)(
    'no page of the %s letter ends in a heading, and each has its number and the case’s',
    (name) => {
      const pages = pagesOf(paths[name]);
      const headings = new Set(headingsOf(letters[name]));
      pages.forEach((page, index) => {
        const lines = page
          .trim()
          .split('\n')
          .filter((line) => line.trim());
        const footer = lines.at(-1) ?? '';
        expect(footer).toContain(letters[name].facts[0]?.[1]);
        expect(footer).toMatch(new RegExp(`${index + 1} (av|/) ${pages.length}$`));
        expect(headings.has(lines.at(-2)?.trim() ?? '')).toBe(false);
      });
    },
  );

  test('a table that goes on over pages repeats its header', () => {
    const pages = pagesOf(paths.dismissed);
    const withTable = pages.filter((page) => page.includes('893/2019, 6 §') && page.includes(' Ja '));
    expect(withTable.length).toBeGreaterThan(1);
    for (const page of withTable) expect(page).toMatch(/Krav +Uppfyllt +Grund/);
  });

  test('the longest letter that a call can bring forth is still a letter', () => {
    expect(samples.utmost.decision.partners.length).toBeGreaterThan(300);
    expect(pagesOf(paths.utmost).length).toBeGreaterThan(10);
  });
});

function said(tool: string, ...args: string[]): string {
  const { stdout, status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
}

function pagesOf(path: string): string[] {
  return said('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
}

function withoutFooter(page: string): string {
  return page.trimEnd().split('\n').slice(0, -1).join('\n');
}

function blocksOf({ sections }: LetterContent): readonly LetterBlock[] {
  return sections.flatMap(({ blocks }) => blocks);
}

function tableOf(content: LetterContent, caption: string) {
  const tables = blocksOf(content).flatMap((block) => (block.kind === 'table' ? [block] : []));
  return tables.find((table) => table.caption === caption);
}

/** All that a letter says, a line for each of its parts. */
function textOf(content: LetterContent): string {
  const parts = blocksOf(content).map((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.join('\n');
      case 'facts':
        return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
      case 'table':
        return [block.caption, ...block.rows.map((row) => row.join(' | '))].join('\n');
      default:
        return block.text;
    }
  });
  return [content.title, ...content.recipient, ...headingsOf(content), ...parts].join('\n');
}

function headingsOf(content: LetterContent): string[] {
  const below = blocksOf(content).flatMap((block) =>
    block.kind === 'subheading' ? [block.text] : block.kind === 'table' ? [block.caption] : [],
  );
  return [...content.sections.map(({ heading }) => heading), ...below];
}

/** What stands in running text, where a page break may fall but no word may go missing. */
function sentencesOf(content: LetterContent): string[] {
  return blocksOf(content).flatMap((block) => {
    if (block.kind === 'paragraph') return block.text.split(/(?<=\.) /);
    return block.kind === 'facts' ? block.facts.map(([label]) => `${label}:`) : [];
  });
}
