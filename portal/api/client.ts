import type { Problem as ProblemDocument } from '../../contract/routes.ts';
import type { Language } from '../../texts/language.ts';
import type { Configuration } from '../configuration.ts';
import { type Side, sessionOf } from '../sign-in/session.ts';
import { refreshSession } from '../sign-in/sign-in.ts';
import { noteServerTime } from './server-time.ts';

/** What the API refused, with its problem document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemDocument;
  /** The revision of `problem.current`. */
  readonly revision: number | undefined;

  constructor(problem: ProblemDocument, revision: number | undefined) {
    super(problem.title);
    this.problem = problem;
    this.revision = revision;
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

export interface Answer<Document> {
  readonly document: Document;
  /** What `If-Match` names to change just this. */
  readonly revision: number | undefined;
}

interface Options {
  readonly body?: unknown;
  readonly ifMatch?: number;
}

/** The API for one side of the portal, or for anybody; answers come in the reader's language. */
export interface Api {
  get<Document>(path: string): Promise<Document>;
  post<Document>(path: string, body: unknown): Promise<Document>;
  send<Document>(method: string, path: string, options: Options): Promise<Answer<Document>>;
  /** What is no JSON: a list for a spreadsheet. */
  file(path: string): Promise<Blob>;
}

/**
 * Makes the client. A token that is no longer good is renewed and the request sent once more; where it cannot be, the
 * session is over and `ended` is told.
 */
export function makeApi(
  configuration: Configuration,
  side: Side | undefined,
  { language, ended }: { language: Language; ended: () => void },
): Api {
  const once = (method: string, path: string, { body, ifMatch }: Options) => {
    const session = side && sessionOf(side);
    return fetch(`${configuration.api}${path}`, {
      method,
      headers: {
        'accept-language': language,
        ...(session ? { authorization: `Bearer ${session.accessToken}` } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Unreachable();
    });
  };
  const reach = async (method: string, path: string, options: Options): Promise<Response> => {
    let response = await once(method, path, options);
    if (response.status === 401 && side) {
      const renewed = await refreshSession(configuration, side);
      if (renewed) response = await once(method, path, options);
      if (response.status === 401) {
        ended();
        throw new SessionEnded();
      }
    }
    noteServerTime(response.headers.get('date'));
    return response;
  };
  const send = async <Document>(method: string, path: string, options: Options) =>
    readAnswer<Document>(await reach(method, path, options));
  return {
    send,
    get: async <Document>(path: string) => (await send<Document>('GET', path, {})).document,
    post: async <Document>(path: string, body: unknown) =>
      (await send<Document>('POST', path, { body })).document,
    file: async (path) => {
      const response = await reach('GET', path, {});
      return response.ok ? response.blob() : (await readAnswer<never>(response)).document;
    },
  };
}

async function readAnswer<Document>(response: Response): Promise<Answer<Document>> {
  const revision = Number(/"(\d+)"/.exec(response.headers.get('etag') ?? '')?.[1] ?? Number.NaN);
  const known = Number.isNaN(revision) ? undefined : revision;
  const document = await response.json().catch(() => undefined);
  if (response.ok) return { document: document as Document, revision: known };
  // The gateway refuses in a form of its own, for instance when there are too many requests.
  const isProblem = typeof document === 'object' && document !== null && 'type' in document;
  const problem = isProblem
    ? (document as ProblemDocument)
    : { type: 'urn:anslag:unexpected', title: response.statusText, status: response.status };
  throw new Refusal(problem, known);
}
