import type { AllocationInput } from '../../../domain/allocation/input.ts';
import { sceneOf } from '../../../domain/allocation/scene.ts';
import { ScoreProgram, type Terms } from '../../../domain/allocation/score-program.ts';
import { inputWith } from './small-plans.ts';

export const inFull: Terms = { value: 'score', grants: 'full', floors: 'met' };
export const inPart: Terms = { value: 'score-times-money', grants: 'partial', floors: 'met' };

/** The program of an input, as these terms have it. */
export function scoreProgramOf(terms: Terms, change: Partial<AllocationInput>) {
  const input = inputWith(change);
  const { rows, candidates } = sceneOf(input);
  const standing = input.applications.filter(({ awarded }) => awarded > 0);
  return new ScoreProgram(input, rows, candidates, standing, terms);
}

/** A program as one reads it: its columns with what they take of which row, and its rows by name. */
export function written({ program, names }: ScoreProgram) {
  const nameOf = (row: number) => {
    const name = names[row];
    if (name?.kind === 'floor' || name?.kind === 'ceiling') return `${name.kind} ${name.group}`;
    return name?.kind;
  };
  return {
    columns: program.columns.map(({ value, least, most, optional, entries }) => {
      const domain = `${optional ? '0 or ' : ''}${least} to ${most}`;
      const taken = entries.map(({ row, coefficient }) => `, ${coefficient} of ${nameOf(row)}`);
      return `${value} for ${domain}${taken.join('')}`;
    }),
    rows: program.rows.map(({ lower, upper }, row) => `${nameOf(row)}: ${lower} to ${upper}`),
  };
}
