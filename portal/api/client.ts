import { type AnswerOf, type Asking, clientOf } from '../../contract/client.ts';
import type { Problem, RouteKey } from '../../contract/routes.ts';
import type { Language } from '../../texts/language.ts';
import type { Configuration } from '../configuration.ts';
import { type Side, sessionOf } from '../sign-in/session.ts';
import { refreshSession } from '../sign-in/sign-in.ts';
import { noteServerTime } from './server-time.ts';

/** What the API refused, with its problem document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  /** The code behind `urn:anslag:`. */
  get code(): string {
    return this.problem.type.replace('urn:anslag:', '');
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The person must sign in again before anything more can be asked. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** Nothing came back: the network, or the service, is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/**
 * Whether to ask once more, after `count` times: three times where that can help. What was refused for a reason of its own
 * stays refused.
 */
export function askAgain(count: number, error: unknown): boolean {
  if (count >= 3 || error instanceof SessionEnded) return false;
  return !(error instanceof Refusal) || error.status >= 500 || error.status === 429;
}

/** The API for one side of the portal, or for anybody: the document of a route. Answers come in the reader's language. */
export type Api = <Key extends RouteKey>(key: Key, asking: Asking<Key>) => Promise<AnswerOf<Key>>;

/**
 * Makes the client. A token that is no longer good is renewed and the request sent once more; where it cannot be, the
 * session is over and `ended` is told. What is refused is thrown as `Refusal`, `SessionEnded` or `Unreachable`.
 */
export function makeApi(
  configuration: Configuration,
  side: Side | undefined,
  { language, ended }: { language: Language; ended: () => void },
): Api {
  const tokenNow = () => side && sessionOf(side)?.accessToken;
  const reach: typeof fetch = async (input, init) => {
    let response = await fetchOnce(input, init);
    if (response.status === 401 && side) {
      const renewed = await refreshSession(configuration, side);
      if (renewed) {
        const headers = { ...init?.headers, authorization: `Bearer ${tokenNow()}` };
        response = await fetchOnce(input, { ...init, headers });
      }
      if (response.status === 401) {
        ended();
        throw new SessionEnded();
      }
    }
    noteServerTime(response.headers.get('date'));
    return response;
  };
  const ask = clientOf({
    address: configuration.api,
    token: tokenNow,
    language: () => language,
    fetch: reach,
  });
  return async (key, asking) => {
    const answer = await ask(key, asking);
    if (!answer.ok) throw new Refusal(answer.problem);
    return answer.document;
  };
}

const fetchOnce: typeof fetch = (input, init) =>
  fetch(input, init).catch(() => {
    throw new Unreachable();
  });
