import { readFileSync } from 'node:fs';
import { checkedInput } from '../../../domain/allocation/check-input.ts';
import type { AllocationInput, CheckedInput, Policy } from '../../../domain/allocation/input.ts';

/** See instances/README.md. */
export interface CallInstance {
  readonly id: string;
  readonly n: number;
  readonly B: number;
  readonly score: readonly number[];
  readonly request: readonly number[];
  readonly minimum: readonly number[];
  readonly rows: readonly RowInstance[];
  readonly rank?: readonly number[];
  readonly policies?: Readonly<Record<string, readonly number[]>>;
  readonly pointsNeeded?: { readonly 'rank-skip': readonly (readonly [number, number])[] };
  readonly optimum: {
    readonly points: number;
    readonly scoreTimesWholeEuros: number;
    readonly pointsQuotas: number | 'infeasible' | null;
    readonly partialQuotas?: number;
  };
}

export interface RowInstance {
  readonly name: string;
  readonly members: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

export interface TrapInstance {
  readonly id: string;
  readonly v: readonly number[];
  readonly w: readonly number[];
  readonly B: number;
  readonly rows: readonly RowInstance[];
  readonly optimum: number | 'infeasible';
}

export interface KnapsackInstance {
  readonly id: string;
  readonly v: readonly number[];
  readonly w: readonly number[];
  readonly B: number;
  readonly optimum: number;
}

export const calls = read<readonly CallInstance[]>('calls.json');
export const traps = read<readonly TrapInstance[]>('traps.json');
export const pisinger = read<readonly KnapsackInstance[]>('pisinger.json');

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`instances/${name}`, import.meta.url), 'utf8'));
}

/** A call as an input; ids are the applications' indexes, and the drawn order is the only tie key. */
export function inputOf(
  call: Pick<CallInstance, 'B' | 'n' | 'score' | 'request' | 'minimum' | 'rows' | 'rank'>,
  policy: Policy,
  withRows: boolean,
): CheckedInput {
  const groups = groupsOf(call.rows, call.n);
  return checkedInput({
    ...common(policy),
    appropriation: call.B,
    quotas: withRows ? call.rows.map(quotaOf) : [],
    applications: call.score.map((score, index) => ({
      id: String(index),
      drawKey: String(index),
      score,
      requested: call.request[index] ?? 0,
      minimum: call.minimum[index] ?? 0,
      keys: [call.rank?.indexOf(index) ?? 0],
      groups: groups[index] ?? {},
    })),
  });
}

/** A trap as an input. Its values are scores. */
export function trapInput(trap: TrapInstance, policy: Policy): CheckedInput {
  const groups = groupsOf(trap.rows, trap.v.length);
  return checkedInput({
    ...common(policy),
    maximumScore: Math.max(...trap.v),
    appropriation: trap.B,
    quotas: trap.rows.map(quotaOf),
    applications: trap.v.map((score, index) => ({
      id: String(index),
      drawKey: String(index),
      score,
      requested: trap.w[index] ?? 0,
      minimum: trap.w[index] ?? 0,
      groups: groups[index] ?? {},
    })),
  });
}

function common(policy: Policy): Pick<AllocationInput, 'policy' | 'scorePerPoint' | 'maximumScore' | 'seed'> {
  return { policy, scorePerPoint: 100, maximumScore: 10_000, seed: 'committed' };
}

function quotaOf({ name, lo, hi }: RowInstance) {
  return { dimension: dimensionOf(name), group: name, floor: lo, ceiling: hi };
}

function dimensionOf(name: string): string {
  return name.replace(/\d+$/, '');
}

function groupsOf(rows: readonly RowInstance[], count: number): Record<string, string>[] {
  const groups = Array.from({ length: count }, (): Record<string, string> => ({}));
  for (const { name, members } of rows)
    for (const member of members) Object.assign(groups[member] ?? {}, { [dimensionOf(name)]: name });
  return groups;
}
