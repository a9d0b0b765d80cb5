import fc from 'fast-check';
import { type Conflict, mergeDrafts, resolve } from '../../portal/form/merge.ts';

const base = {
  project: { title: 'Begrepp', summary: 'Kort' },
  costs: [
    { row: 'a', description: 'Lön', cents: 100 },
    { row: 'b', description: 'Resor', cents: 200 },
  ],
};

test('what only one of two people changed is as they left it', () => {
  const mine = { ...base, project: { title: 'Gemensamma begrepp', summary: 'Kort' } };
  const theirs = { ...base, project: { title: 'Begrepp', summary: 'Längre' } };
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    document: { ...base, project: { title: 'Gemensamma begrepp', summary: 'Längre' } },
    conflicts: [],
  });
});

test('rows that both add at once are all there, also where both stand last', () => {
  const mine = { ...base, costs: [...base.costs, { row: 'm', description: 'Mitt', cents: 1 }] };
  const theirs = { ...base, costs: [...base.costs, { row: 't', description: 'Deras', cents: 2 }] };
  const { document, conflicts } = mergeDrafts(base, mine, theirs);
  expect(document.costs.map(({ row }) => row)).toEqual(['a', 'b', 't', 'm']);
  expect(conflicts).toEqual([]);
});

test('a row that one removed is gone, but not where the other wrote in it meanwhile', () => {
  const [first, second] = base.costs;
  const removed = { ...base, costs: [second] };
  const changed = { ...base, costs: [{ ...first, description: 'Lön för ledaren' }, second] };
  expect(mergeDrafts(base, removed, base).document.costs).toEqual([second]);
  expect(mergeDrafts(base, removed, changed).document.costs).toContainEqual({
    ...first,
    description: 'Lön för ledaren',
  });
});

test('where both changed the same field it holds mine, and the conflict keeps all three texts', () => {
  const mine = { ...base, project: { ...base.project, summary: 'Min text' } };
  const theirs = { ...base, project: { ...base.project, summary: 'Deras text' } };
  const { document, conflicts } = mergeDrafts(base, mine, theirs);
  expect(document.project.summary).toBe('Min text');
  expect(conflicts).toEqual([
    { place: ['project', 'summary'], base: 'Kort', mine: 'Min text', theirs: 'Deras text' },
  ]);
  const chosen = resolve(document, conflicts[0] as Conflict, 'Båda');
  expect(chosen.project).toEqual({ title: 'Begrepp', summary: 'Båda' });
});

test('a field of one row can be chosen without touching the others', () => {
  const sum = (cents: number) => ({ ...base, costs: [{ ...base.costs[0], cents }, base.costs[1]] });
  const { document, conflicts } = mergeDrafts(base, sum(300), sum(400));
  expect(conflicts).toMatchObject([{ place: ['costs', 'a', 'cents'], mine: 300, theirs: 400 }]);
  expect(resolve(document, conflicts[0] as Conflict, 400)).toEqual(sum(400));
});

test('what is left out and what is empty is no difference', () => {
  expect(mergeDrafts({}, { contact: { phone: '' } }, { contact: { name: 'Karin' } }).conflicts).toEqual([]);
});

test('no word is lost: every text of either is in the document, in a conflict, or was the one both began with', () => {
  const text = fc.constantFrom('', 'ett', 'två', 'tre');
  const fields = fc.record({ title: text, summary: text });
  const rows = fc.uniqueArray(fc.record({ row: fc.constantFrom('a', 'b', 'c'), description: text }), {
    selector: ({ row }) => row,
  });
  const draft = fc.record({ project: fields, costs: rows });
  fc.assert(
    fc.property(draft, draft, draft, (began, mine, theirs) => {
      const { document, conflicts } = mergeDrafts(began, mine, theirs);
      const kept = JSON.stringify([document, conflicts, began]);
      for (const one of [mine, theirs]) {
        for (const word of [one.project.title, one.project.summary]) expect(kept).toContain(word);
        for (const { description } of one.costs) expect(kept).toContain(description);
      }
    }),
  );
});
