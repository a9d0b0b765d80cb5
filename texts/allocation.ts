import type {
  Inversion,
  LeftOverReason,
  Needed,
  Proof,
  Reason,
  Shortfall,
  Unkept,
} from '../domain/allocation/plan.ts';
import type { Row, Waiting } from '../domain/allocation/rows.ts';
import {
  bestKnown,
  bestSets,
  conflicts,
  inversionCauses,
  inversionTexts,
  leftOvers,
  proofs,
  type ReasonWords,
  reasons,
  rowNames,
  shortfalls,
} from './allocation-words.ts';
import { formatEuros, formatPoints } from './format.ts';
import type { Language } from './language.ts';

/** What people call a group of a dimension: `('language', 'sv')` may be `svenskspråkiga projekt`. */
export type GroupName = (dimension: string, group: string, language: Language) => string;

/**
 * Why an application gets what it gets, in sentences an official can sign (Administrative Procedure Act 434/2003 § 45):
 * the rule, what was missing, and what would have been enough.
 */
export function explainReason(reason: Reason, language: Language, nameOf: GroupName = asWritten): string {
  const say = reasons[language];
  const row = (one: Row) => rowName(one, language, nameOf);
  const money = (cents: number) => formatEuros(Math.max(0, cents), language);
  switch (reason.code) {
    case 'fits':
      return say.fits(row(reason.row), money(reason.room));
    case 'remainder':
      return join(
        say.remainder(row(reason.row), money(reason.room), money(reason.short)),
        neededFor(say.wouldBeFull, say, reason.needed, language),
      );
    case 'does-not-fit':
      return join(
        say.doesNotFit(row(reason.row), money(reason.room), money(reason.short)),
        neededFor(say.wouldBeFunded, say, reason.needed, language),
      );
    case 'after-the-end':
      return join(
        say.afterTheEnd(reason.endedAt),
        neededFor(say.wouldBeFunded, say, reason.needed, language),
      );
    case 'in-proportion':
      return say.inProportion[reason.bound](reason.row ? row(reason.row) : '');
    case 'in-the-best-set':
      return say.inTheBestSet(bestSets[reason.proved ? 'proved' : 'found'][language](reason.band));
    case 'not-in-the-best-set':
      return join(
        say.notInTheBestSet(bestSets[reason.proved ? 'proved' : 'found'][language](null)),
        shortfall(reason.short, reason.rule, reason.unitsPerPoint, language),
      );
    case 'below-the-threshold':
      return join(
        say.belowTheThreshold(formatPoints(reason.short, reason.scorePerPoint, language)),
        reason.needed === undefined ? '' : neededFor(say.wouldBeFunded, say, reason.needed, language),
      );
    case 'below-the-least-grant':
      return say.belowTheLeastGrant(money(reason.minimumGrant));
    case 'standing':
      return say.standing;
  }
}

/** Why the appropriation was not used up. */
export function explainLeftOver(
  reason: LeftOverReason,
  language: Language,
  nameOf: GroupName = asWritten,
): string {
  const say = leftOvers[language];
  const money = (cents: number) => formatEuros(cents, language);
  switch (reason.code) {
    case 'held-back':
      return say.heldBack(money(reason.cents));
    case 'shared':
      return say.shared(money(reason.cents));
    case 'all-funded-in-full':
      return say.allFunded;
    case 'below-the-threshold':
      return say.belowThreshold(reason.applications, money(reason.requested));
    case 'waits-for-groups':
      return say.waits(waitingList(reason.dimension, reason.waitsFor, language, nameOf));
    case 'nobody-fits':
      return say.nobodyFits(reason.applications, money(reason.least));
    case 'no-room-in-rows':
      return say.noRoom(reason.applications);
    case 'ended':
      return say.ended(reason.endedAt);
  }
}

/** Why an application is refused although others after it in the order are funded. */
export function explainInversion(
  { refused, fundedAfter, last, row, reason }: Inversion,
  language: Language,
  nameOf: GroupName = asWritten,
): string {
  const cause = row
    ? inversionCauses.row[language](rowName(row, language, nameOf))
    : reason === 'not-in-the-best-set'
      ? inversionCauses.value[language]('')
      : inversionCauses.other[language]('');
  return join(inversionTexts[language]({ refused, fundedAfter, last }), cause);
}

/** Why a row cannot be kept by any plan. */
export function explainUnkept(
  { row, because }: Unkept,
  language: Language,
  nameOf: GroupName = asWritten,
): string {
  const say = conflicts[language];
  const name = rowName(row, language, nameOf);
  const money = (cents: number) => formatEuros(cents, language);
  switch (because.code) {
    case 'requests-too-small':
      return say.tooSmall(name, money(because.floor), money(because.requested));
    case 'no-sum-between': {
      const above = because.above === null ? null : money(because.above);
      return say.noSum(name, money(because.floor), money(because.below), above);
    }
    case 'floors-exceed-the-money':
      return say.floors(
        row.kind === 'reserved' ? row.dimension : name,
        money(because.floors),
        money(because.available),
      );
    case 'standing-awards-exceed-it':
      return say.standing(name, money(because.awarded), money(because.most));
    case 'not-together':
      return say.notTogether(name);
  }
}

/** How sure a plan is. What part of the greatest possible value it reaches is rounded down. */
export function explainProof(proof: Proof, language: Language): string {
  if (proof.status !== 'best-known') return proofs[proof.status][language];
  const { band, value, bound } = proof;
  const tenths = bound === 0 ? 1000 : Number((BigInt(value) * 1000n) / BigInt(bound));
  return bestKnown[language]({ band, percent: formatPoints(tenths, 10, language) });
}

function neededFor(outcome: string, say: ReasonWords, needed: Needed | null, language: Language): string {
  if (!needed) return say.noScore;
  const { score, more, scorePerPoint, ahead } = needed;
  const sentence = say.needed(
    formatPoints(score, scorePerPoint, language),
    formatPoints(more, scorePerPoint, language),
    outcome,
  );
  return ahead === null ? sentence : join(sentence, say.ahead(ahead));
}

function shortfall(
  { value, impossible, proof }: Shortfall,
  rule: string,
  perPoint: number,
  language: Language,
): string {
  const say = shortfalls[language];
  if (impossible) return say.impossible;
  if (value === 0) return proof === 'exact' ? say.equal : say.unknown;
  const amount = formatPoints(value, perPoint, language);
  const measure = rule === 'score' ? say.points(amount) : say.pointEuros(amount);
  return proof === 'exact' ? say.exactly(measure) : say.atLeast(measure);
}

function rowName(row: Row, language: Language, nameOf: GroupName): string {
  const say = rowNames[language];
  switch (row.kind) {
    case 'appropriation':
      return say.appropriation;
    case 'ceiling':
      return say.ceiling(nameOf(row.dimension, row.group, language));
    case 'floor':
      return say.floor(nameOf(row.dimension, row.group, language));
    case 'reserved':
      return say.reserved(waitingList(row.dimension, row.waitsFor, language, nameOf));
    case 'applicant-cap':
      return say.applicant;
    case 'municipality-cap':
      return say.municipality(nameOf('municipality', row.municipality, language));
  }
}

function waitingList(
  dimension: string,
  waiting: readonly Waiting[],
  language: Language,
  nameOf: GroupName,
): string {
  const names = waiting.map(
    ({ group, cents }) => `${nameOf(dimension, group, language)} (${formatEuros(cents, language)})`,
  );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

function asWritten(dimension: string, group: string): string {
  return dimension === 'municipality' ? group : `${dimension} ${group}`;
}

function join(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
