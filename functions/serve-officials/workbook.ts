import { strToU8, zipSync } from 'fflate';

/** A value of a sheet: text, a number, or nothing. */
type Value = string | number | undefined;

interface Column {
  readonly name: string;
  /** How its numbers are shown. */
  readonly format: 'text' | 'points' | 'euros';
}

/**
 * A workbook of one sheet (Office Open XML, ISO/IEC 29500-1): a header that stays in view and can be filtered by, then the
 * rows. Text is text whatever it begins with, so nothing in it is ever taken for a formula. The same rows give the same bytes.
 */
export function asWorkbook(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
): Uint8Array {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': workbook(name),
    'xl/_rels/workbook.xml.rels': relationships('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet(columns, rows),
  };
  const bytes = Object.entries(files).map(([path, xml]) => [path, strToU8(`${declaration}${xml}`)]);
  return zipSync(Object.fromEntries(bytes), { mtime: '1980-01-01T12:00:00' });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = [
  `<Types xmlns="${packages}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/>`,
  '</Types>',
].join('');

/** Pairs of a kind and a target, numbered `rId1`, `rId2` … */
function relationships(...pairs: readonly string[]): string {
  const one = (kind: string, target: string, id: number) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const all = pairs.flatMap((kind, at) => (at % 2 === 0 ? one(kind, pairs[at + 1] ?? '', at / 2 + 1) : []));
  return `<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

/** A sheet's name has at most 31 characters and none of those that addresses use (§ 18.2.19). */
function workbook(name: string): string {
  const allowed = name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(allowed)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** The cell formats by their place: 0 text, 1 the header, 2 euros, 3 points. */
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/>',
  '<xf numFmtId="4" applyNumberFormat="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/></cellXfs>',
  '</styleSheet>',
].join('');

const styleOf = { text: 0, euros: 2, points: 3 } as const;

function sheet(columns: readonly Column[], rows: readonly (readonly Value[])[]): string {
  const header = columns.map(({ name }, at) => cell(at, 1, name, 1));
  const body = rows.map((row, index) => {
    const cells = row.map((value, at) => cell(at, index + 2, value, styleOf[columns[at]?.format ?? 'text']));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  const widths = columns.map((column, at) => {
    const longest = Math.max(column.name.length, ...rows.map((row) => String(row[at] ?? '').length));
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(longest + 2, 60)}" customWidth="1"/>`;
  });
  const all = `A1:${letters(columns.length - 1)}${rows.length + 1}`;
  return [
    `<worksheet xmlns="${main}"><dimension ref="${all}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${header.join('')}</row>${body.join('')}</sheetData>`,
    `<autoFilter ref="${all}"/></worksheet>`,
  ].join('');
}

function cell(column: number, row: number, value: Value, style: number): string {
  if (value === undefined || value === '') return '';
  const at = `r="${letters(column)}${row}" s="${style}"`;
  return typeof value === 'number'
    ? `<c ${at}><v>${value}</v></c>`
    : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A column's letters: 0 is A, 26 is AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode(65 + (column % 26));
}

/** Text in XML 1.0; control characters that it cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
