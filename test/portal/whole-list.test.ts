import type { Api } from '../../portal/api/client.ts';
import { wholeList } from '../../portal/api/whole-list.ts';

/** An API whose list has these parts, each with its place as the cursor of the next. */
function apiOf(parts: readonly object[], asked: unknown[]): Api {
  const answer = async (_key: unknown, asking: unknown) => {
    const { query } = asking as { query: { cursor?: string } };
    asked.push(query);
    const at = Number(query.cursor ?? 0);
    return { ...parts[at], ...(at + 1 < parts.length ? { next: String(at + 1) } : {}) };
  };
  return answer as Api;
}

describe('a list that is given in parts', () => {
  test('is asked for until its end, and has every item in its order', async () => {
    const asked: unknown[] = [];
    const parts = [
      { tasks: ['a', 'b'], total: 3 },
      { tasks: ['c'], total: 3 },
    ];
    await expect(wholeList(apiOf(parts, asked), 'GET /tasks', {})).resolves.toMatchObject({
      tasks: ['a', 'b', 'c'],
      total: 3,
    });
    expect(asked).toEqual([{ limit: '200' }, { limit: '200', cursor: '1' }]);
  });

  test('is one request where it has one part', async () => {
    const asked: unknown[] = [];
    await expect(wholeList(apiOf([{ cases: [] }], asked), 'GET /removals', {})).resolves.toEqual({
      cases: [],
    });
    expect(asked).toHaveLength(1);
  });

  test('fails whole where a part fails', async () => {
    const broken: Api = async () => Promise.reject(new Error('away'));
    await expect(wholeList(broken, 'GET /tasks', {})).rejects.toThrow('away');
  });
});
