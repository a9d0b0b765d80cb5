import { differencesBetween } from '../../portal/form/differences.ts';

test('only what differs is told, with both values and the way there', () => {
  const before = { project: { title: 'A', summary: 'Samma' }, costs: [{ cents: 100 }, { cents: 200 }] };
  const after = { project: { title: 'B', summary: 'Samma' }, costs: [{ cents: 100 }] };
  expect(differencesBetween(before, after)).toEqual([
    { place: ['project', 'title'], before: 'A', after: 'B' },
    { place: ['costs', '1', 'cents'], before: 200, after: undefined },
  ]);
});
