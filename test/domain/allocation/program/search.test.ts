import { domainsOf } from '../../../../domain/allocation/program/certificate.ts';
import { inTheCore } from '../../../../domain/allocation/program/core.ts';
import { isFeasible, type Program, worthAt } from '../../../../domain/allocation/program/program.ts';
import { cutRoot } from '../../../../domain/allocation/program/root.ts';
import { ask, narrowedFor, topDown, wantedForSize } from '../../../../domain/allocation/program/top-down.ts';
import { Tree } from '../../../../domain/allocation/program/tree.ts';
import { Work } from '../../../../domain/allocation/work.ts';
import { bestOf, endOf, Meter, made, programOf, small, yesOrNo } from './programs.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const ample = () => new Work(100_000);
const none = () => new Work(0);

describe('from the bound down', () => {
  test.each(seeds)('finds the best above what is known, or that there is none (%i)', (seed) => {
    const program = small(seed);
    const { value, first } = bestOf(program);
    if (!first) return;
    const root = cutRoot(program, ample());
    const search = { known: undefined, least: 0, anyOfEquals: false };
    expect(endOf(topDown(program, root, search, ample()))).toMatchObject({
      found: { solution: first, value },
      isDone: true,
    });
    expect(endOf(topDown(program, root, { ...search, least: value }, ample())).found?.value).toBe(value);
    expect(endOf(topDown(program, root, { ...search, least: value + 1 }, ample()))).toMatchObject({
      found: undefined,
      isDone: true,
    });
    const known = { solution: bestOf(program).last ?? [], value };
    expect(endOf(topDown(program, root, { ...search, known }, ample())).found?.solution).toEqual(first);
    const answer = endOf(topDown(program, root, { ...search, known }, none()));
    expect(answer.found?.value).toBe(value);
    expect(answer.bound).toBeGreaterThanOrEqual(value);
  });

  test.each(seeds)('answers whether a value can be reached (%i)', (seed) => {
    const program = small(seed);
    const { value, first } = bestOf(program);
    if (!first) return;
    expect(endOf(ask(program, value, ample())).found?.value).toBe(value);
    expect(endOf(ask(program, value + 1, ample()))).toEqual({ found: undefined, isDone: true });
  });

  test('asks for the greatest value that leaves enough columns open', () => {
    const program = made({ seed: 5, columns: 30, rows: 3, top: 100 });
    const root = cutRoot(program, ample());
    const openAt = (wanted: number) => {
      const domains = narrowedFor(root, wanted);
      return domains ? domains.lower.filter((low, j) => low < (domains.upper[j] ?? 0)).length : 0;
    };
    const wanted = wantedForSize(root, 10, 0);
    expect(openAt(wanted)).toBeGreaterThanOrEqual(10);
    expect(openAt(wanted + 1)).toBeLessThan(10);
    expect(wantedForSize(root, 31, 17)).toBe(17);
    expect([...root.domains.lower]).toEqual([...domainsOf(root.program).lower]);
  });
});

describe('a tree', () => {
  const searched = (program: Program, wanted: number, anyOfEquals = false) => {
    const tree = new Tree(program, { wanted, incumbent: undefined, anyOfEquals });
    while (!tree.isDone) tree.step(ample());
    return tree.found;
  };

  test.each(seeds)('finds the best that is worth what is wanted (%i)', (seed) => {
    const program = small(seed);
    const { value, first, equals } = bestOf(program);
    if (!first) {
      expect(searched(program, 0)).toBeUndefined();
      return;
    }
    expect(searched(program, 0)).toEqual({ solution: first, value });
    expect(searched(program, value)).toEqual({ solution: first, value });
    expect(searched(program, value + 1)).toBeUndefined();
    expect(equals).toContainEqual(searched(program, value, true)?.solution);
  });

  test('gives up what it knows only for one that is better, or as good and before it', () => {
    const program = programOf([yesOrNo(3, 3), yesOrNo(2, 2), yesOrNo(1, 1)], [0, 3]);
    const found = (solution: number[], wanted: number) => {
      const tree = new Tree(program, { wanted, incumbent: { solution, value: wanted }, anyOfEquals: false });
      while (!tree.isDone) tree.step(ample());
      return tree.found?.solution;
    };
    expect(found([0, 1, 1], 3)).toEqual([1, 0, 0]);
    expect(found([1, 0, 0], 3)).toEqual([1, 0, 0]);
    expect(found([0, 1, 0], 2)).toEqual([1, 0, 0]);
  });

  test('counts what it visits and how many nodes', () => {
    const tree = new Tree(small(3), { wanted: 0, incumbent: undefined, anyOfEquals: false });
    const work = new Meter();
    expect(tree.nodes).toBe(0);
    tree.step(work);
    expect(tree.nodes).toBe(1);
    const first = work.visits;
    expect(first).toBeGreaterThan(8 * 9);
    tree.step(work);
    expect([tree.nodes, work.visits > first]).toEqual([2, true]);
  });
});

test('a search tells how far it has come, every 256 nodes', () => {
  const program = made({ seed: 7919, columns: 20, rows: 2, top: 1_000_000_000 });
  const root = cutRoot(program, ample());
  const search = topDown(program, root, { known: undefined, least: 0, anyOfEquals: true }, new Work(2000));
  const told = [...search];
  expect(told.length).toBeGreaterThan(1);
  expect(new Set(told.map(({ nodes }) => nodes))).toEqual(new Set([256]));
});

describe('the core', () => {
  const program = made({ seed: 3 * 7919, columns: 80, rows: 2, top: 1000 });

  test('finds a good solution where the best would take too long', () => {
    const root = cutRoot(program, ample());
    const found = endOf(inTheCore(program, root, undefined, new Work(300)));
    expect(found && isFeasible(program, found.solution)).toBe(true);
    expect(found?.value).toBe(found && worthAt(program, found.solution));
    const any = endOf(inTheCore(program, root, undefined, none()));
    expect(any && isFeasible(program, any.solution)).toBe(true);
    expect(found?.value).toBeGreaterThan(any?.value ?? 0);
    // What is known is given up only for something better.
    expect(endOf(inTheCore(program, root, found, new Work(300)))?.value).toBeGreaterThanOrEqual(
      found?.value ?? 0,
    );
    expect(endOf(inTheCore(program, root, found, none()))).toBe(found);
  });
});
