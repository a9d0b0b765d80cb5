import { Ledger } from '../../../domain/allocation/ledger.ts';
import { rowsOf } from '../../../domain/allocation/rows.ts';
import { application, inputWith } from './small-plans.ts';

const language = (group: string) => ({ groups: { language: group } });
const floor = (group: string, cents: number) => ({ dimension: 'language', group, floor: cents });

/** A ledger of 1000 in which 300 wait for A's group and 150, of the 200 that may, for B's; D and E have none with a floor. */
function opened() {
  const { applications, ...input } = inputWith({
    quotas: [floor('en', 300), floor('sv', 200)],
    applications: [
      application('A', 90, 700, 1, language('en')),
      application('B', 80, 150, 2, language('sv')),
      application('C', 70, 900, 3, language('en')),
      application('D', 60, 900, 4, language('fi')),
      application('E', 50, 900, 5),
    ],
  });
  const ledger = new Ledger(rowsOf({ ...input, applications }), applications);
  const of = (id: string) => {
    const found = applications.find((one) => one.id === id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  };
  return {
    ledger,
    of,
    allows: (grants: Record<string, number>) =>
      ledger.allows(Object.entries(grants).map(([id, cents]) => [of(id), cents])),
  };
}

const waitsFor = (group: string, cents: number) => ({ group, cents });

describe('money that waits', () => {
  test('leaves those without a group what nobody waits for, all together', () => {
    const { allows } = opened();
    expect([allows({ D: 550 }), allows({ D: 551 })]).toEqual([true, false]);
    expect([allows({ D: 250, E: 300 }), allows({ D: 250, E: 301 })]).toEqual([true, false]);
  });

  test('is there for its group, once', () => {
    const { allows } = opened();
    expect([allows({ A: 300, D: 550 }), allows({ A: 301, D: 550 })]).toEqual([true, false]);
    expect([allows({ A: 200, C: 100, D: 550 }), allows({ A: 200, C: 101, D: 550 })]).toEqual([true, false]);
    expect([allows({ A: 700, B: 150, D: 150 }), allows({ A: 700, B: 150, D: 151 })]).toEqual([true, false]);
    expect([allows({ B: 100, C: 700 }), allows({ B: 100, E: 51, C: 800 })]).toEqual([true, false]);
  });

  test('may be granted to its group also when awards that stand have left less than waits', () => {
    const { allows, ledger, of } = opened();
    ledger.charge(of('D'), 700, -1);
    expect([allows({ A: 300 }), allows({ B: 150 }), allows({ A: 301 }), allows({ E: 1 })]).toEqual([
      ...[true, true, false, false],
    ]);
  });

  test('is told by group, but not to those it waits for', () => {
    const { ledger, of } = opened();
    expect(ledger.waiting()).toEqual([
      { dimension: 'language', waitsFor: [waitsFor('en', 300), waitsFor('sv', 150)] },
    ]);
    const row = (...waiting: ReturnType<typeof waitsFor>[]) => ({
      ...{ kind: 'reserved', dimension: 'language', waitsFor: waiting },
    });
    expect(ledger.room(of('A'))).toEqual({ cents: 850, row: row(waitsFor('sv', 150)) });
    expect(ledger.room(of('E'))).toEqual({ cents: 550, row: row(waitsFor('en', 300), waitsFor('sv', 150)) });
    ledger.charge(of('A'), 300, 0);
    expect(ledger.waiting()).toEqual([{ dimension: 'language', waitsFor: [waitsFor('sv', 150)] }]);
    ledger.charge(of('B'), 150, 1);
    expect(ledger.waiting()).toEqual([]);
  });
});

test('the appropriation allows no more than there is, whoever waits', () => {
  const { allows } = opened();
  expect([allows({}), allows({ A: 700, C: 300 }), allows({ A: 400, C: 450, B: 151 })]).toEqual([
    true,
    false,
    false,
  ]);
});
