import { unzipSync } from 'fflate';
import { partOf } from '../../functions/paging.ts';
import { asWorkbook } from '../../functions/serve-officials/workbook.ts';
import { asCsv } from '../../texts/csv.ts';

describe('a list in parts', () => {
  const place = (item: string) => item;
  const partsOf = (
    lists: readonly (readonly string[])[],
    limit: string,
    order?: 'ascending' | 'descending',
  ) => {
    const given: (readonly string[])[] = [];
    let cursor: string | undefined;
    for (const list of lists) {
      const { items, next } = partOf('items', list, place, { limit, cursor }, order);
      given.push(items);
      cursor = next;
      if (!cursor) break;
    }
    return given;
  };

  test('is given whole, each item once, whatever the size of the parts', () => {
    const list = ['a', 'b', 'c', 'd', 'e'];
    const times = (count: number) => Array.from({ length: count }, () => list);
    expect(partsOf(times(9), '2')).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(partsOf(times(9), '5')).toEqual([list]);
    expect(partOf('items', [], place, {})).toEqual({ items: [] });
    expect(partsOf(times(9), '2', 'descending')).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  test('neither repeats nor skips what stays when it changes meanwhile', () => {
    const before = ['a', 'b', 'c', 'd'];
    // 'b', the last that was given, and 'a' are gone; 'aa' came in front of the place, 'cc' after it.
    expect(partsOf([before, ['aa', 'c', 'cc', 'd']], '2')).toEqual([
      ['a', 'b'],
      ['c', 'cc'],
    ]);
  });
});

test('in CSV nothing that a spreadsheet would take for a formula stays one', () => {
  expect(asCsv([['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']])).toBe("'=1+1,'+1,'-1,'@SUM(A1),'\t=1\r\n");
  expect(asCsv([['\r=1']])).toBe('"\'\r=1"\r\n');
  expect(asCsv([['a,b', 'say "x"', 'two\nlines', 'åäö']])).toBe('"a,b","say ""x""","two\nlines",åäö\r\n');
});

describe('a workbook', () => {
  const columns = [
    { name: 'Sökande', format: 'text' },
    { name: 'Belopp', format: 'euros' },
    { name: 'Poäng', format: 'points' },
  ] as const;
  const rows = [
    ['=HYPERLINK("http://x")', 1234.5, 73.5],
    ['<Åbo> & "co"\u0001', 0, undefined],
  ] as const;
  const make = () => asWorkbook('Understöd [2022]: ett mycket långt namn', columns, rows);
  const part = (name: string) => new TextDecoder().decode(unzipSync(make())[name]);

  test('has text as text, whatever it begins with, and numbers as numbers in their format', () => {
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)</t></is></c>',
    );
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c r="B2" s="2"><v>1234.5</v></c>');
    expect(sheet).toContain('<c r="C2" s="3"><v>73.5</v></c>');
    expect(sheet).toContain('&lt;Åbo&gt; &amp; &quot;co&quot;</t>');
    expect(sheet).not.toContain('r="C3"');
    expect(sheet).toContain('<autoFilter ref="A1:C3"/>');
  });

  test('has the parts that the format asks for, each named where it must be', () => {
    const files = unzipSync(make());
    const types = part('[Content_Types].xml');
    for (const name of Object.keys(files).filter((one) => one.startsWith('xl/') && !one.includes('_rels'))) {
      expect(types).toContain(`PartName="/${name}"`);
    }
    expect(part('_rels/.rels')).toContain('Target="xl/workbook.xml"');
    expect(part('xl/_rels/workbook.xml.rels')).toMatch(
      /Id="rId1"[^>]*worksheets\/sheet1\.xml.*Id="rId2"[^>]*styles\.xml/,
    );
    expect(part('xl/workbook.xml')).toContain('<sheet name="Understöd  2022   ett mycket lå"');
  });

  test('is the same for the same rows, byte for byte', () => {
    expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true);
  });
});
