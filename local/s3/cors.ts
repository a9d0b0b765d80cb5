import type { IncomingHttpHeaders } from 'node:http';
import { DetailedError } from '../access/detailed-error.ts';
import { ServiceError } from '../service.ts';
import type { Answer } from './answer.ts';
import type { CorsRule } from './bucket-settings.ts';
import type { Bucket } from './buckets.ts';

/*
 * "Using cross-origin resource sharing (CORS)", Amazon S3 User Guide, cors.html: the first rule that fits the origin
 * and the method, and for a preflight all headers asked for, is the one that answers.
 */

/** Answers a preflight: 200 with what the rule allows, or AccessForbidden (403). */
export function preflight(bucket: Bucket, headers: IncomingHttpHeaders): Answer {
  const { origin } = headers;
  const method = single(headers['access-control-request-method']);
  if (origin === undefined) {
    throw new ServiceError('BadRequest', 'Insufficient information. Origin request header needed.');
  }
  if (method === undefined || !/^(GET|PUT|HEAD|POST|DELETE)$/.test(method)) {
    throw new ServiceError('BadRequest', `Invalid Access-Control-Request-Method: ${method ?? 'null'}`);
  }
  const asked = (single(headers['access-control-request-headers']) ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const rule = bucket.cors.find(
    (one) =>
      fits(one, origin, method) &&
      asked.every((name) => one.AllowedHeaders.some((allowed) => matches(allowed, name, 'i'))),
  );
  if (!rule) throw forbidden(bucket, method);
  return {
    status: 200,
    headers: {
      ...allowing(rule, origin),
      ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
      ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    },
  };
}

/** The headers that let a page of another origin read an answer; none where no rule fits. */
export function corsHeaders(
  bucket: Bucket,
  headers: IncomingHttpHeaders,
  method: string,
): Record<string, string> {
  const { origin } = headers;
  const rule = origin === undefined ? undefined : bucket.cors.find((one) => fits(one, origin, method));
  return rule && origin !== undefined ? allowing(rule, origin) : {};
}

function allowing(rule: CorsRule, origin: string): Record<string, string> {
  const anyone = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anyone ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(rule.ExposedHeaders.length > 0 && {
      'access-control-expose-headers': rule.ExposedHeaders.join(', '),
    }),
    ...(!anyone && { 'access-control-allow-credentials': 'true' }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

function fits(rule: CorsRule, origin: string, method: string): boolean {
  return (
    rule.AllowedMethods.some((allowed) => allowed === method) &&
    rule.AllowedOrigins.some((allowed) => matches(allowed, origin))
  );
}

/** Rules may hold one `*`, which stands for any characters. */
function matches(pattern: string, value: string, flags = ''): boolean {
  const source = pattern.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, flags).test(value);
}

function forbidden(bucket: Bucket, method: string): ServiceError {
  const message =
    bucket.cors.length === 0
      ? 'CORSResponse: CORS is not enabled for this bucket.'
      : 'CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, ' +
        'request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by ' +
        "the resource's CORS spec.";
  return new DetailedError('AccessForbidden', message, 403, { Method: method, ResourceType: 'OBJECT' });
}

function single(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0];
}
