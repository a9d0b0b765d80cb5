/** A route key in parts: `GET /cases/{id}`, `ANY /{proxy+}` or `$default`. */
export interface RouteKey {
  readonly text: string;
  /** Upper case, `ANY` for every method; absent for `$default`. */
  readonly method?: string;
  /** Absent for `$default`. */
  readonly segments?: readonly Segment[];
}

type Segment = { readonly literal: string } | { readonly parameter: string; readonly greedy: boolean };

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY']);

/**
 * Parses a route key; one that API Gateway would not take is a TypeError that says why.
 *
 * "Create routes for HTTP APIs in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function parseRouteKey(text: string): RouteKey {
  if (text === '$default') return { text };
  const [method = '', path = '', ...rest] = text.split(' ');
  if (!methods.has(method) || !path.startsWith('/') || rest.length > 0) {
    throw new TypeError(`"${text}" is no route key: expected "METHOD /path" or "$default"`);
  }
  const segments = splitPath(path).map((part) => parseSegment(part, text));
  if (segments.slice(0, -1).some(isGreedy)) {
    throw new TypeError(`"${text}": a greedy path variable must stand at the end`);
  }
  return { text, method, segments };
}

/**
 * The most specific route for a request and the path variables it captures, percent-decoded.
 *
 * A full match goes before a match with a greedy variable, that before `$default` (the page above). Where two
 * match alike, the request's own method goes before `ANY`, and then the first segment in which they differ
 * decides: a literal before a variable.
 */
export function selectRoute<R extends { readonly key: RouteKey }>(
  routes: Iterable<R>,
  method: string,
  path: string,
): { route: R; pathParameters: Record<string, string> } | undefined {
  const parts = splitPath(path);
  let best: { route: R; pathParameters: Record<string, string>; rank: string } | undefined;
  for (const route of routes) {
    const pathParameters = capture(route.key, method, parts);
    if (!pathParameters) continue;
    const rank = rankOf(route.key);
    if (!best || rank < best.rank) best = { route, pathParameters, rank };
  }
  return best;
}

function isGreedy(segment: Segment): boolean {
  return 'greedy' in segment && segment.greedy;
}

function splitPath(path: string): string[] {
  return path.slice(1).split('/');
}

function parseSegment(part: string, key: string): Segment {
  const [, parameter, greedy] = /^\{([\w.:-]+)(\+?)\}$/.exec(part) ?? [];
  if (parameter !== undefined) return { parameter, greedy: greedy === '+' };
  if (/[{}]/.test(part)) throw new TypeError(`"${key}": "${part}" is no path variable`);
  return { literal: part };
}

function capture(
  key: RouteKey,
  method: string,
  parts: readonly string[],
): Record<string, string> | undefined {
  const { segments } = key;
  if (!segments) return {};
  if (key.method !== 'ANY' && key.method !== method) return undefined;
  if (!fits(segments, parts.length)) return undefined;
  const captured: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const taken = isGreedy(segment) ? parts.slice(index).join('/') : (parts[index] ?? '');
    const value = decodeURIComponent(taken);
    if ('literal' in segment ? value !== segment.literal : value === '') return undefined;
    if ('parameter' in segment) captured[segment.parameter] = value;
  }
  return captured;
}

function fits(segments: readonly Segment[], length: number): boolean {
  return segments.some(isGreedy) ? length >= segments.length : length === segments.length;
}

/** Sorts before the rank of every less specific key that matches the same request. */
function rankOf({ method, segments }: RouteKey): string {
  if (!segments) return '2';
  const kinds = segments.map((segment) => ('literal' in segment ? '0' : isGreedy(segment) ? '2' : '1'));
  return [kinds.includes('2') ? '1' : '0', method === 'ANY' ? '1' : '0', ...kinds].join('');
}
