import type { Plan } from '../domain/allocation/plan.ts';
import type { Cents } from '../domain/money.ts';
import { reportWords } from '../texts/allocation-report.ts';
import { formatEuros } from '../texts/format.ts';
import type { Language } from '../texts/language.ts';

/** A plan to be drawn, under its name. */
export interface Drawn {
  readonly name: string;
  readonly plan: Plan;
}

const width = 1000;
const panelHeight = 340;
const margin = { left: 130, right: 30, top: 56, bottom: 44 };
const colours = { granted: '#1b6b3a', refused: '#b3401a', line: '#1a1a1a', grid: '#d9d9d9' } as const;

/**
 * Plans as an SVG image, one panel each: a bar for each application in the order of the ranking. A bar begins where the sum of
 * the grants before it ends, is as high as the request, and is filled as far as it is granted; so it can be seen whom the
 * line of the appropriation refuses. Filled and hollow bars differ without colour too.
 */
export function chartOf(drawn: readonly Drawn[], language: Language): string {
  const highest = drawn.reduce((most, { plan }) => Math.max(most, topOf(plan)), 1);
  const panels = drawn.map((one, index) => panelOf(one, index * panelHeight, highest, language));
  const say = reportWords[language];
  const height = drawn.length * panelHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(say.chartTitle)}</title>`,
    `<desc>${escaped(say.chartDescription)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

/** The highest point of any bar, or the appropriation. */
function topOf({ awards, parameters }: Plan): Cents {
  let granted = 0;
  let top = parameters.appropriation;
  for (const { requested, cents } of awards) {
    top = Math.max(top, granted + requested);
    granted += cents;
  }
  return top;
}

function panelOf({ name, plan }: Drawn, offset: number, highest: Cents, language: Language): string {
  const say = reportWords[language];
  const bottom = offset + panelHeight - margin.bottom;
  const scale = (panelHeight - margin.top - margin.bottom) / highest;
  const y = (cents: Cents) => fixed(bottom - cents * scale);
  const step = (width - margin.left - margin.right) / Math.max(1, plan.awards.length);
  let granted = 0;
  const bars = plan.awards.map((award, index) => {
    const x = margin.left + index * step;
    const below = granted;
    granted += award.cents;
    const title = `${award.rank}. ${award.id}: ${formatEuros(award.cents, language)} / ${formatEuros(award.requested, language)}`;
    return barOf({ x, step, y, below, cents: award.cents, requested: award.requested, title });
  });
  const { appropriation } = plan.parameters;
  const funded = say.funded(plan.value.funded, plan.awards.length);
  return [
    text(margin.left, offset + 22, name, 'font-size="16" font-weight="bold"'),
    text(
      margin.left,
      offset + 42,
      `${funded}; ${formatEuros(plan.total, language)} / ${formatEuros(appropriation, language)}`,
    ),
    line(margin.left, bottom, width - margin.right, bottom, colours.grid),
    ...bars,
    line(margin.left, y(appropriation), width - margin.right, y(appropriation), colours.line, '6 4'),
    text(
      margin.left - 8,
      Number(y(appropriation)) + 4,
      formatEuros(appropriation, language),
      'text-anchor="end"',
    ),
    text(margin.left - 8, bottom + 4, formatEuros(0, language), 'text-anchor="end"'),
    text(margin.left, bottom + 24, say.chartAxis),
  ].join('\n');
}

interface Bar {
  readonly x: number;
  readonly step: number;
  readonly y: (cents: Cents) => string;
  readonly below: Cents;
  readonly cents: Cents;
  readonly requested: Cents;
  readonly title: string;
}

function barOf({ x, step, y, below, cents, requested, title }: Bar): string {
  const inner = Math.max(0.2, step * 0.8);
  const rectangle = (from: Cents, to: Cents, style: string) =>
    `<rect x="${fixed(x)}" y="${y(to)}" width="${fixed(inner)}" height="${fixed(Number(y(from)) - Number(y(to)))}" ${style}/>`;
  const hollow = cents < requested;
  return [
    `<g><title>${escaped(title)}</title>`,
    ...(cents > 0 ? [rectangle(below, below + cents, `fill="${colours.granted}"`)] : []),
    ...(hollow
      ? [
          rectangle(
            below + cents,
            below + requested,
            `fill="none" stroke="${colours.refused}" stroke-width="${fixed(Math.min(1.2, step / 4))}"`,
          ),
        ]
      : []),
    '</g>',
  ].join('');
}

function line(x1: number, y1: number | string, x2: number, y2: number | string, colour: string, dash = '') {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}"${dashes}/>`;
}

function text(x: number, y: number, content: string, style = ''): string {
  return `<text x="${x}" y="${y}" fill="${colours.line}" ${style}>${escaped(content)}</text>`;
}

function fixed(number: number): string {
  return number.toFixed(2);
}

/** For text and for attributes in double quotes; characters that XML has no place for are left out. */
function escaped(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
