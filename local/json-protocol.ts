import type { IncomingMessage } from 'node:http';
import { signedRequestOf } from './access/canonical-request.ts';
import { type JsonObject, ServiceError } from './service.ts';

/**
 * How a service puts its operations on HTTP. AWS JSON names the operation in the header
 * `X-Amz-Target: <targetPrefix>.<Operation>`; rest-json names it by method and path.
 */
export type Protocol =
  | { readonly version: '1.0' | '1.1'; readonly targetPrefix: string }
  | { readonly routes: readonly RestRoute[] };

/** One rest-json route, as the service's API reference gives it under "Request Syntax". */
export interface RestRoute {
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** For instance `/schedules/{Name}`: a label becomes the input's member of that name, decoded. */
  readonly path: string;
  /** Query parameter → the input's member. Members from the query are strings. */
  readonly query?: Readonly<Record<string, string>>;
  /** The status of success, 200 unless the reference says otherwise. */
  readonly status?: number;
}

/** What a request calls: an operation, perhaps one that is not there, and the members that the URL gives. */
interface Called {
  readonly operation: string;
  readonly members: JsonObject;
  readonly status: number;
}

/** Reads the operation off a request; labels with a broken escape are a SerializationException. */
export function calledBy(protocol: Protocol, request: IncomingMessage): Called {
  return 'routes' in protocol ? byRoute(protocol.routes, request) : byTarget(protocol, request);
}

function byTarget({ targetPrefix }: { targetPrefix: string }, request: IncomingMessage): Called {
  const target = String(request.headers['x-amz-target'] ?? '');
  const operation = target.startsWith(`${targetPrefix}.`) ? target.slice(targetPrefix.length + 1) : target;
  return { operation, members: {}, status: 200 };
}

function byRoute(routes: readonly RestRoute[], request: IncomingMessage): Called {
  const { path, query } = signedRequestOf(request);
  for (const route of routes) {
    const labels = route.method === request.method ? matchPath(route.path, path) : undefined;
    if (labels) {
      const members = { ...queryMembers(query, route.query ?? {}), ...labels };
      return { operation: route.operation, members, status: route.status ?? 200 };
    }
  }
  return { operation: `${request.method} ${path}`, members: {}, status: 200 };
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== value) return undefined;
    } else if (value === '') {
      return undefined;
    } else {
      labels[part.slice(1, -1)] = decode(value);
    }
  }
  return labels;
}

function queryMembers(query: string, names: Readonly<Record<string, string>>): Record<string, string> {
  const members: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const member = names[name];
    if (member !== undefined) members[member] = value;
  }
  return members;
}

function decode(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw new ServiceError('SerializationException', `The path holds a broken escape: ${label}`);
  }
}
