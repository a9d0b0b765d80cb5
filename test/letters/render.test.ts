import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { addLetterFiles } from '../../infra/bundle.ts';
import { type LetterRenderer, openRenderer } from '../../letters/render.ts';
import type { LetterContent } from '../../texts/letter/content.ts';

let folder: string;
let renderer: LetterRenderer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anslag-letters-'));
  await addLetterFiles(folder);
  renderer = openRenderer(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a letter is a tagged PDF in its language, with its title and fonts, and the same bytes every time', () => {
  const pdf = renderer.render(letter('sv'));
  expect(Buffer.from(pdf).equals(Buffer.from(renderer.render(letter('sv'))))).toBe(true);
  const text = objectsOf(pdf);
  expect(text).toMatch(/^%PDF-1\.7/);
  expect(text).toMatch(/\/Marked true/);
  expect(text).toMatch(/\/StructTreeRoot/);
  expect(text).toMatch(/\/Lang \(sv/);
  expect(text).toMatch(/pdfuaid:part>1</);
  expect(text).toMatch(/<dc:title>.*Beslut: beviljas/s);
  expect(text).toMatch(/FontFile[23]/);
  expect(text).toMatch(/SourceSans3-Bold/);
});

test('each language is told to those who read aloud, and a long letter gets the pages it needs', () => {
  const [short, long] = [renderer.render(letter('fi')), renderer.render(letter('fi', 400))];
  expect(objectsOf(short)).toMatch(/\/Lang \(fi/);
  expect(pagesOf(short)).toBe(2);
  expect(pagesOf(long)).toBeGreaterThan(8);
});

test('what an applicant wrote is text, never markup', () => {
  const content = letter('sv');
  const hostile = { ...content, recipient: ['#panic("run") *bold* $x$ \\ @ref <label> // å "'] };
  expect(pagesOf(renderer.render(hostile))).toBe(2);
});

test('what Typst finds wrong is told, in its own words, by either standard', () => {
  const untitled = { ...letter('sv'), title: '' };
  expect(() => renderer.render(untitled)).toThrow(/PDF\/UA-1 error: .*title/);
  const dateless = { ...letter('sv'), date: '2022-13-01' };
  expect(() => renderer.render(dateless, 'a-2a')).toThrow(/month is invalid/);
});

test('the copy for the archive is PDF/A-2a, with the date of the decision, the same bytes every time', () => {
  const pdf = renderer.render(letter('sv'), 'a-2a');
  expect(Buffer.from(pdf).equals(Buffer.from(renderer.render(letter('sv'), 'a-2a')))).toBe(true);
  const text = objectsOf(pdf);
  expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  expect(text).toContain('<xmp:CreateDate>2022-06-16');
  expect(text).toMatch(/\/StructTreeRoot/);
});

function letter(language: 'sv' | 'fi', paragraphs = 2): LetterContent {
  return {
    language,
    date: '2022-06-16',
    title: 'Beslut: beviljas',
    authority: 'Finansministeriet',
    facts: [['Ärendenummer', 'ANS/2022/0001']],
    recipient: ['Korsnäs kommun', '0175555-2'],
    sections: [
      {
        heading: 'Ärendet',
        blocks: [
          ...Array.from({ length: paragraphs }, (_, index) => ({
            kind: 'paragraph' as const,
            text: `Stycke ${index + 1}. `.repeat(20),
          })),
          { kind: 'list', items: ['statsunderstödslagen 11 §', 'språklagen 19 §'] },
          {
            kind: 'table',
            caption: 'Belopp',
            header: ['Post', 'Belopp'],
            rows: [
              ['Sökt', '100 €'],
              ['Beviljat', '85 €'],
            ],
            numbers: true,
            total: true,
          },
        ],
      },
      { heading: 'Omprövning', appendix: true, blocks: [{ kind: 'paragraph', text: 'Inom 30 dagar.' }] },
    ],
    footer: 'Finansministeriet · ANS/2022/0001',
    pageWords: ['Sida', 'av'],
  };
}

/** The file as text with its compressed streams unpacked: where Typst keeps the objects that tests look at. */
function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts = [bytes.toString('latin1')];
  for (const { index } of parts[0]?.matchAll(/stream\r?\n/g) ?? []) {
    const from = bytes.indexOf('\n', index) + 1;
    try {
      parts.push(inflateSync(bytes.subarray(from, bytes.indexOf('endstream', from))).toString('utf8'));
    } catch {
      // Not a compressed stream: metadata and fonts are read as they are.
    }
  }
  return parts.join('\n');
}

function pagesOf(pdf: Uint8Array): number {
  return Math.max(...[...objectsOf(pdf).matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}
