import type { AllocationInput } from '../../../domain/allocation/input.ts';
import { dice } from './program/programs.ts';
import { application } from './small-plans.ts';

const languages = ['fi', 'sv', 'en'];
const regions = ['n', 's'];

/**
 * A call of so many applications whose rows bind: half of what they ask for, at most a third of it to Finnish ones, and a sixth
 * at least to Swedish ones; each region has a ceiling. Some have an award that stands. The same seed gives the same call.
 */
export function madeInput(seed: number, count: number): Partial<AllocationInput> {
  const roll = dice(seed * 7919);
  const applications = Array.from({ length: count }, (_, index) => {
    const requested = 100 * roll(2, 40);
    const groups = { language: languages[roll(0, 2)] ?? '', region: regions[roll(0, 1)] ?? '' };
    const awarded = roll(0, 9) === 0 ? 100 : 0;
    return application(`${index}`, roll(20, 100), requested, index, { groups, awarded });
  });
  const all = applications.reduce((sum, { requested }) => sum + requested, 0);
  const part = (parts: number) => 100 * Math.floor(all / parts / 100);
  return {
    appropriation: part(2),
    threshold: 30,
    quotas: [
      { dimension: 'language', group: 'fi', ceiling: part(6) },
      { dimension: 'language', group: 'sv', floor: part(6) },
      ...regions.map((group) => ({ dimension: 'region', group, ceiling: part(4) })),
    ],
    applications,
  };
}
