import * as z from 'zod/mini';
import { problem } from '../../contract/openapi.ts';
import type { Described } from '../../contract/operations/described.ts';
import { operations } from '../../contract/operations.ts';
import type { RouteKey } from '../../contract/routes.ts';

const patterns = (Object.keys(operations) as RouteKey[])
  // A path of fixed words comes before one in whose place a parameter could stand.
  .sort((one, other) => one.split('{').length - other.split('{').length)
  .map((key) => ({
    key,
    pattern: new RegExp(`^${key.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));

/** Holds answers of the API against what the contract says of their routes, and remembers which routes it heard. */
export class AnswersByContract {
  /** The routes that gave what they are for at least once. */
  readonly given = new Set<RouteKey>();

  /** Throws where an answer is not what the contract says. */
  readonly hear = async (request: string, response: Response): Promise<void> => {
    const [asked = ''] = request.split('?');
    const key = patterns.find(({ pattern }) => pattern.test(asked))?.key;
    if (!key) return;
    const type = response.headers.get('content-type');
    if (response.ok) {
      const { answer, media = 'application/json', status = 200 }: Described = operations[key];
      this.given.add(key);
      // What was done before is answered 200 when it is asked for again.
      expect([200, status]).toContain(response.status);
      expect(type?.split(';')[0]).toBe(media);
      if (answer) fits(key, answer, await response.json());
    } else if (type === 'application/problem+json') {
      fits(`a problem of ${key}`, problem, await response.json());
    } else {
      // The gateway's own: without a token, for a route that is not there, above the rate.
      expect([401, 404, 429]).toContain(response.status);
    }
  };
}

function fits(what: string, schema: z.ZodMiniType, document: unknown): void {
  const result = z.safeParse(schema, document);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('/')}: ${JSON.stringify(issue)}`);
    throw new Error(`${what} does not fit the contract:\n${faults.slice(0, 8).join('\n')}`);
  }
}
