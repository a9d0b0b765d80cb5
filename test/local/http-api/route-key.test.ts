import fc from 'fast-check';
import { parseRouteKey, selectRoute } from '../../../local/http-api/route-key.ts';

/**
 * "Create routes for HTTP APIs in API Gateway", "Routing API requests":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
describe('the most specific route is chosen', () => {
  const keys = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];

  const select = (declared: readonly string[], method: string, path: string) => {
    const found = selectRoute(
      declared.map((text) => ({ key: parseRouteKey(text) })),
      method,
      path,
    );
    return found && { key: found.route.key.text, pathParameters: found.pathParameters };
  };

  test.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['POST', '/', '$default', {}],
  ])("the page's example: %s %s goes to %s", (method, path, key, pathParameters) => {
    expect(select(keys, method, path)).toEqual({ key, pathParameters });
  });

  test('in whatever order the template declares them', () => {
    const shuffled = fc.shuffledSubarray(keys, { minLength: keys.length });
    fc.assert(
      fc.property(shuffled, (order) => select(order, 'GET', '/pets/dog/2')?.key === 'GET /pets/dog/{id}'),
    );
  });

  test("a route with the request's own method goes before ANY", () => {
    expect(select(['ANY /cases', 'PUT /cases'], 'PUT', '/cases')?.key).toBe('PUT /cases');
  });

  test('a path variable takes one segment with something in it, a greedy one takes at least one', () => {
    expect(select(['GET /cases/{id}'], 'GET', '/cases/')).toBeUndefined();
    expect(select(['GET /cases/{id}'], 'GET', '/cases/1/events')).toBeUndefined();
    expect(select(['GET /cases/{proxy+}'], 'GET', '/cases')).toBeUndefined();
  });

  test('what a path variable holds is percent-decoded', () => {
    expect(select(['GET /files/{name}'], 'GET', '/files/bil%C3%A5ga%201.pdf')?.pathParameters).toEqual({
      name: 'bilåga 1.pdf',
    });
  });
});

test.each([
  'get /cases',
  'GET cases',
  'GET /cases /more',
  'FETCH /cases',
  'GET /{proxy+}/events',
  'GET /{id',
  '',
])('"%s" is no route key', (text) => {
  expect(() => parseRouteKey(text)).toThrow(TypeError);
});
