import Table from 'cli-table3';
import type { AllocationRule } from '../../domain/call/allocation-rule.ts';
import type { Call, Sentence } from '../../domain/call/call.ts';
import { callWords } from '../../texts/call-words.ts';
import { costCategoryNames } from '../../texts/cost-names.ts';
import { formatDate, formatEuros } from '../../texts/format.ts';
import { groupNamesOf } from '../../texts/group-names.ts';
import type { Language, Text } from '../../texts/language.ts';

/** A call as text for people to read, in one language; quotations stay in theirs. */
export function showCall(call: Call, language: Language): string {
  const words = callWords[language];
  const { appropriation, window, applicants, costs, evaluation, allocation, grant } = call;
  const kindsOfCost = costs.eligible.map((category) => costCategoryNames[category][language]);
  const necessary = costs.onlyIfNecessary.map((category) => costCategoryNames[category][language]);
  return [
    `${call.name[language]} (${call.id})`,
    call.authority.name[language],
    '',
    call.purpose[language],
    section(words.money, [
      `${formatEuros(appropriation.cents, language)}, ${words.budgetItem} ${appropriation.budgetItem}`,
      ...(appropriation.pool ? [words.shared(formatEuros(appropriation.pool.cents, language))] : []),
    ]),
    section(words.window, [`${local(window.opens)} – ${local(window.closes)}`]),
    section(words.applicants, [
      applicants.kinds.map((kind) => words.kinds[kind]).join(', '),
      words.atLeast(applicants.minimumMunicipalities),
      quoted(applicants.sentence),
    ]),
    section(words.themes, quotedNames(call.themes, language)),
    section(words.exclusions, quotedNames(call.exclusions, language)),
    section(words.costs, [
      words.share(costs.maximumSharePercent),
      ...kindsOfCost,
      ...necessary.map((name) => words.onlyIfNecessary(name)),
      quoted(costs.sentence),
    ]),
    section(words.parts, quotedNames(call.requiredParts, language)),
    `\n${words.criteria}\n${criteriaTable(call, language)}`,
    section(words.evaluation, [
      words.evaluators(evaluation.evaluatorsPerCase, evaluation.days),
      words.disagreement(evaluation.disagreementPoints),
      words.completion(call.completionDays),
    ]),
    section(words.allocation, [...policyOf(allocation, language), ...termsOf(call, language)]),
    section(words.grant, [
      words.periodEnds(formatDate(grant.periodEnds)),
      words.reportDue(formatDate(grant.reportDue)),
      ...[...grant.reporting, ...grant.conditions].map(({ text, source }) => `${text[language]} (${source})`),
    ]),
    section(
      words.sources,
      call.sources.map(({ key, title }) => `${key}: ${title}`),
    ),
    section(
      words.assumptions,
      call.assumptions.map(({ text }) => text),
    ),
  ].join('\n');
}

function policyOf(rule: AllocationRule, language: Language): readonly string[] {
  const words = callWords[language];
  switch (rule.policy) {
    case 'rank':
      return [words.modes[rule.mode]];
    case 'prorata':
      return [words.prorata];
    case 'band':
      return [words.band(rule.bandPoints), words.values[rule.value]];
    case 'maxscore':
      return [
        words.maxscore,
        words.values[rule.value],
        ...(rule.grants === 'partial' ? [words.partialGrants] : []),
        ...(rule.floors === 'reserved' ? [words.reservedFloors] : []),
      ];
  }
}

function termsOf(call: Call, language: Language): readonly string[] {
  const words = callWords[language];
  const {
    thresholdPoints,
    minimumPercent,
    minimumGrantCents,
    reserveCents,
    quotas = [],
    caps,
  } = call.allocation;
  const nameOf = groupNamesOf(call);
  const said = (sum: number | undefined, say: (sum: string) => string) =>
    sum === undefined ? [] : [say(formatEuros(sum, language))];
  return [
    words.threshold(thresholdPoints),
    words.minimum(minimumPercent),
    ...said(minimumGrantCents, words.leastGrant),
    ...said(reserveCents, words.reserve),
    ...quotas.map(({ dimension, group, floorCents, ceilingCents }) => {
      const limits = [...said(floorCents, words.floor), ...said(ceilingCents, words.ceiling)];
      return `${words.dimensions[dimension]}, ${nameOf(dimension, group, language)}: ${limits.join(', ')}`;
    }),
    ...said(caps?.applicantCents, words.applicantCap),
    ...said(caps?.municipalityCents, words.municipalityCap),
  ];
}

function section(heading: string, items: readonly string[]): string {
  return [`\n${heading}`, ...(items.length > 0 ? items : ['–']).map((item) => `  ${item}`)].join('\n');
}

function quotedNames(
  items: readonly { readonly name: Text; readonly sentence: Sentence }[],
  language: Language,
): readonly string[] {
  return items.map(({ name, sentence }) => `${name[language]}\n    ${quoted(sentence)}`);
}

function quoted({ text, source }: Sentence): string {
  return `“${text}” (${source})`;
}

function criteriaTable({ evaluation }: Call, language: Language): string {
  const { criterion, weight, scale, source } = callWords[language];
  const table = new Table({
    head: [criterion, weight, scale, source],
    style: { head: [], border: [], compact: true },
  });
  table.push(
    ...evaluation.criteria.map((one) => [one.name[language], one.weight, `0–${one.best}`, one.source]),
  );
  return table.toString();
}

/** `2022-04-25T16:15` as it is announced: `25.4.2022 16.15`. */
function local(time: string): string {
  return `${formatDate(time)} ${time.slice(11).replace(':', '.')}`;
}
