import type * as z from 'zod/mini';
import type { operations } from './operations.ts';
import type { Problem, RouteKey } from './routes.ts';

type Operations = typeof operations;

/** The body that a route takes; nothing where it takes none. */
export type RequestOf<Key extends RouteKey> = Operations[Key] extends {
  request: infer Schema extends z.ZodMiniType;
}
  ? Unwritten<z.input<Schema>>
  : undefined;

/** The document that a route gives; a file where it gives one. */
export type AnswerOf<Key extends RouteKey> = Operations[Key] extends {
  answer: infer Schema extends z.ZodMiniType;
}
  ? Unwritten<z.output<Schema>>
  : Blob;

/** The same, that nobody is to write into. */
type Unwritten<Value> = Value extends readonly (infer Item)[]
  ? readonly Unwritten<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Unwritten<Value[Key]> }
    : Value;

type QueryOf<Key extends RouteKey> = Operations[Key] extends { query: infer Schema extends z.ZodMiniType }
  ? z.input<Schema>
  : undefined;

/** The names in the braces of a route's path. */
type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

/** What a request needs besides its route: each part only where the route has it. */
export type Asking<Key extends RouteKey> = Part<'path', PathOf<Key>> &
  Part<'body', RequestOf<Key>> &
  Partial<Part<'query', QueryOf<Key>>> &
  (Operations[Key] extends { ofRevision: true } ? { readonly revision: number } : unknown) & {
    readonly signal?: AbortSignal;
  };

type PathOf<Key extends RouteKey> = [ParameterOf<Key>] extends [never]
  ? undefined
  : Readonly<Record<ParameterOf<Key>, string>>;

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : { readonly [Key in Name]: Value };

/** What came of a request: its document, with the revision of what can be edited, or why it was refused. */
export type Answered<Key extends RouteKey> =
  | { readonly ok: true; readonly document: AnswerOf<Key>; readonly revision?: number }
  | { readonly ok: false; readonly status: number; readonly problem: Problem; readonly revision?: number };

/** The routes whose lists are given in parts. */
export type ListKey = {
  [Key in RouteKey]: AnswerOf<Key> extends { readonly next?: string | undefined } ? Key : never;
}[RouteKey];

interface Settings {
  /** Where the API is, without a slash at its end. */
  readonly address: string;
  /** The signed-in person's access token; undefined while nobody is signed in. */
  readonly token: () => string | undefined | Promise<string | undefined>;
  /** In which language people are told things. */
  readonly language: () => string;
  readonly fetch?: typeof fetch;
}

export type Client = ReturnType<typeof clientOf>;

/**
 * The API for whoever uses it from TypeScript: a route's key, and what it needs. Refusals are values; it throws where
 * the network fails. It has no schemas in it, only their types.
 */
export function clientOf({ address, token, language, fetch: send = fetch }: Settings) {
  return async <Key extends RouteKey>(key: Key, asking: Asking<Key>): Promise<Answered<Key>> => {
    const { path, body, query, revision, signal } = asking as Loose;
    const [method = 'GET', pattern = ''] = key.split(' ');
    const response = await send(`${address}${filled(pattern, path)}${asSearch(query)}`, {
      method,
      headers: { 'accept-language': language(), ...headersOf(await token(), body, revision) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    const tagged = revisionIn(response);
    const known = tagged === undefined ? {} : { revision: tagged };
    if (!response.ok)
      return { ok: false, status: response.status, problem: await problemIn(response), ...known };
    const isJson = response.headers.get('content-type')?.includes('json');
    const document = await (isJson ? response.json() : response.blob());
    return { ok: true, document: document as AnswerOf<Key>, ...known };
  };
}

interface Loose {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly revision?: number;
  readonly signal?: AbortSignal;
}

function headersOf(
  bearer: string | undefined,
  body: unknown,
  revision: number | undefined,
): Readonly<Record<string, string>> {
  return {
    ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
}

function filled(pattern: string, path: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(path[name] ?? ''));
}

function asSearch(query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) given.set(name, value);
  return given.size > 0 ? `?${given}` : '';
}

function revisionIn(response: Response): number | undefined {
  const [, revision] = /"(\d+)"/.exec(response.headers.get('etag') ?? '') ?? [];
  return revision === undefined ? undefined : Number(revision);
}

/** The gateway's own refusals, without a token or above the rate, are no problem documents; they are made into some. */
async function problemIn(response: Response): Promise<Problem> {
  const { status } = response;
  if (response.headers.get('content-type') === 'application/problem+json') {
    return (await response.json()) as Problem;
  }
  return { type: `urn:anslag:status-${status}`, title: response.statusText, status };
}
