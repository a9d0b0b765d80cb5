import { commonDivisor } from '../common-divisor.ts';
import { type Program, withValues } from './program.ts';

/**
 * The program with its values divided by what they all have in common, `unit`. A bound that is less than one unit better
 * then proves as much as one that is equal; with the values as they were it would be searched for what is in between.
 */
export function inUnits(program: Program): { readonly program: Program; readonly unit: number } {
  const unit = commonDivisor(program.columns.map(({ value }) => value));
  const values = program.columns.map(({ value }) => value / unit);
  return { program: withValues(program, values), unit };
}
