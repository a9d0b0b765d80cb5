import { differencesBetween } from '../../portal/form/differences.ts';

test('only what differs is told, with both texts, rows counted from one', () => {
  const before = { project: { title: 'A', summary: 'Samma' }, costs: [{ cents: 100 }, { cents: 200 }] };
  const after = { project: { title: 'B', summary: 'Samma' }, costs: [{ cents: 100 }] };
  expect(differencesBetween(before, after)).toEqual([
    { place: 'project title', before: 'A', after: 'B' },
    { place: 'costs 2 cents', before: '200', after: '' },
  ]);
});
