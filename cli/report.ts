import Table from 'cli-table3';
import type { Allocation, Award, Plan } from '../domain/allocation/plan.ts';
import type { Compared, Move } from '../domain/allocation/what-if.ts';
import {
  explainInversion,
  explainLeftOver,
  explainProof,
  explainReason,
  explainUnkept,
} from '../texts/allocation.ts';
import { reportWords } from '../texts/allocation-report.ts';
import { formatEuros, formatPoints } from '../texts/format.ts';
import type { Language } from '../texts/language.ts';

/** An allocation and the scenarios it is compared with. */
export interface Reported {
  readonly allocation: Allocation;
  readonly compared: readonly Compared[];
}

/** The whole report as text: a table of all side by side, what is left and why, inversions, and who moves and why. */
export function reportOf(
  { allocation, compared }: Reported,
  language: Language,
  withReasons: boolean,
): string {
  const say = reportWords[language];
  const columns = [
    { name: say.granted, allocation },
    ...compared.map((one) => ({ name: one.scenario.name, allocation: one.allocation })),
  ];
  const plans = columns.flatMap(({ name, allocation: one }) =>
    one.kind === 'plan' ? [{ name, plan: one }] : [],
  );
  return [
    ...(allocation.kind === 'plan' ? [tableOf(allocation, plans, language)] : []),
    ...(withReasons && allocation.kind === 'plan' ? [reasonsOf(allocation, language)] : []),
    ...columns.map(({ name, allocation: one }) => accountOf(name, one, language)),
    ...compared.map((one) => movesOf(one, language)),
  ]
    .filter((section) => section !== '')
    .join('\n\n')
    .replaceAll('\u00a0', ' ');
}

function tableOf(
  { awards, parameters }: Plan,
  plans: readonly { readonly name: string; readonly plan: Plan }[],
  language: Language,
): string {
  const say = reportWords[language];
  const table = new Table({
    head: [say.rank, say.application, say.points, say.requested, ...plans.map(({ name }) => name)],
    colAligns: ['right', 'left', 'right', 'right', ...plans.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  const byId = plans.map(({ plan }) => new Map(plan.awards.map((award) => [award.id, award])));
  for (const { id, rank, score, requested } of awards)
    table.push([
      rank,
      id,
      formatPoints(score, parameters.scorePerPoint, language),
      formatEuros(requested, language),
      ...byId.map((all) => granted(all.get(id), language)),
    ]);
  const totals = plans.map(({ plan }) => formatEuros(plan.total, language));
  table.push(['', say.total, '', '', ...totals]);
  return table.toString();
}

function granted(award: Award | undefined, language: Language): string {
  if (!award) return '';
  return award.cents === 0 ? '–' : formatEuros(award.cents, language);
}

function reasonsOf({ awards }: Plan, language: Language): string {
  return awards
    .map(({ rank, id, reason }) => `${rank}. ${id}: ${explainReason(reason, language)}`)
    .join('\n');
}

function accountOf(name: string, allocation: Allocation, language: Language): string {
  const say = reportWords[language];
  if (allocation.kind === 'infeasible')
    return [name, say.infeasible, ...allocation.conflict.map((one) => explainUnkept(one, language))].join(
      '\n',
    );
  const { leftOver, inversions, value, awards, proof } = allocation;
  return [
    `${name}: ${say.funded(value.funded, awards.length)}. ${explainProof(proof, language)}`,
    `${say.left}: ${formatEuros(leftOver.cents, language)}. ${leftOver.reasons.map((one) => explainLeftOver(one, language)).join(' ')}`.trim(),
    `${say.inversions}: ${inversions.length}`,
    ...inversions.map((one) => `  ${explainInversion(one, language)}`),
  ].join('\n');
}

function movesOf({ scenario, moves, allocation }: Compared, language: Language): string {
  const say = reportWords[language];
  if (allocation.kind === 'infeasible') return '';
  if (moves.length === 0) return say.nobodyMoves(scenario.name);
  return [
    `${scenario.name}. ${say.moves}: ${moves.length}`,
    ...moves.map((move) => `  ${moveLine(move, language)}`),
  ].join('\n');
}

function moveLine({ id, before, after, why }: Move, language: Language): string {
  const say = reportWords[language];
  const moved = say.move(id, formatEuros(before, language), formatEuros(after, language));
  return `${moved} ${why.code === 'withdrawn' ? say.withdrawn : explainReason(why, language)}`;
}
