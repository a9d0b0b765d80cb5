import type { Policy, Quota } from '../domain/allocation/input.ts';
import type { Scenario } from '../domain/allocation/what-if.ts';

/** What could not be read of an option: the part, and what was expected there. */
export class OptionFault extends Error {}

/** The units that options on the command line are counted in. */
export interface Scale {
  /** Score units in a point. */
  readonly scorePerPoint: number;
}

/**
 * A policy as it is written on the command line: `rank:strict`, `rank:skip`, `rank:offer`, `prorata`,
 * `band:<points>[:score|:money]`, `maxscore[:score|:money|:partial]`.
 */
export function readPolicy(text: string, scale: Scale): Policy {
  const [kind = '', first = '', second = ''] = text.split(':');
  switch (kind) {
    case 'rank':
      return { kind, mode: oneOf(first, ['strict', 'skip', 'offer'] as const, text) };
    case 'prorata':
      return { kind };
    case 'band':
      return { kind, width: readPoints(first, scale), value: valueRule(second || 'score', text) };
    case 'maxscore': {
      const rule = oneOf(first || 'score', ['score', 'money', 'partial'] as const, text);
      return {
        kind,
        value: rule === 'score' ? 'score' : 'score-times-money',
        grants: rule === 'partial' ? 'partial' : 'full',
        floors: 'met',
      };
    }
    default:
      throw new OptionFault(`${text}: rank, prorata, band or maxscore`);
  }
}

/**
 * A scenario as it is written on the command line, parts divided by commas: `appropriation=8000000,withdrawn=A7`. Money is in
 * euros, scores in points. Its text is its name.
 */
export function readScenario(text: string, scale: Scale): Scenario {
  return text
    .split(',')
    .reduce<Scenario>((scenario, part) => withPart(scenario, part.trim(), scale), { name: text });
}

function withPart(scenario: Scenario, part: string, scale: Scale): Scenario {
  const at = part.indexOf('=');
  const [key = '', ...names] = part.slice(0, at).split(':');
  const value = part.slice(at + 1);
  const name = names.join(':');
  switch (at < 0 ? '' : key) {
    case 'appropriation':
    case 'reserve':
    case 'minimumGrant':
      return { ...scenario, [key]: readEuros(value) };
    case 'threshold':
      return { ...scenario, threshold: readPoints(value, scale) };
    case 'policy':
      return { ...scenario, policy: readPolicy(value, scale) };
    case 'score':
      return { ...scenario, scores: { ...scenario.scores, [name]: readPoints(value, scale) } };
    case 'withdrawn':
      return { ...scenario, withdrawn: [...(scenario.withdrawn ?? []), value] };
    case 'floor':
    case 'ceiling':
      return { ...scenario, quotas: withQuota(scenario.quotas ?? [], names, { [key]: readEuros(value) }) };
    case 'quotas':
      if (value !== 'none') throw new OptionFault(`${part}: quotas=none`);
      return { ...scenario, quotas: [] };
    default:
      throw new OptionFault(
        `${part}: appropriation, reserve, minimumGrant, threshold, policy, score:<application>, withdrawn, floor:<dimension>:<group>, ceiling:<dimension>:<group> or quotas, and a value`,
      );
  }
}

function withQuota(
  quotas: readonly Quota[],
  [dimension = '', ...rest]: readonly string[],
  bound: Pick<Quota, 'floor' | 'ceiling'>,
): readonly Quota[] {
  const group = rest.join(':');
  const isSame = (quota: Quota) => quota.dimension === dimension && quota.group === group;
  const before = quotas.find(isSame);
  return [...quotas.filter((quota) => !isSame(quota)), { dimension, group, ...before, ...bound }];
}

function valueRule(text: string, whole: string): 'score' | 'score-times-money' {
  return oneOf(text, ['score', 'money'] as const, whole) === 'score' ? 'score' : 'score-times-money';
}

function oneOf<Choice extends string>(text: string, choices: readonly Choice[], whole: string): Choice {
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw new OptionFault(`${whole}: ${choices.join(', ')}`);
  return choice;
}

/** Euros with at most two decimals, as cents. Read as text, so that no cent is lost. */
function readEuros(text: string): number {
  const [, whole = '', cents = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === '') throw new OptionFault(`${text}: 8000000 or 8000000.50`);
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** Points with decimals, as units of the score; refuses a score that is not a whole number of them. */
function readPoints(text: string, { scorePerPoint }: Scale): number {
  const [, whole = '', decimals = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  const numerator = BigInt(`0${whole}${decimals}`) * BigInt(scorePerPoint);
  const denominator = 10n ** BigInt(decimals.length);
  if (whole === '' || numerator % denominator !== 0n)
    throw new OptionFault(`${text}: points in units of 1/${scorePerPoint}`);
  return Number(numerator / denominator);
}
