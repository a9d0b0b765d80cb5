import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import type { CorsConfiguration } from './definition.ts';

/**
 * Cross-origin sharing by the API's configuration.
 *
 * "Configure CORS for HTTP APIs in API Gateway": with a configuration the gateway answers preflights itself,
 * even if no OPTIONS route is there, and ignores what CORS headers an integration returns. A route that takes
 * OPTIONS (`OPTIONS`, `ANY`, `$default`) still gets the request, and its authorizer too: the page says so of
 * `$default`. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function isPreflight(request: IncomingMessage): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers.origin !== undefined &&
    request.headers['access-control-request-method'] !== undefined
  );
}

/** The gateway's own answer to a preflight; `withCors` adds the headers, if the origin is allowed. */
export const preflightAnswer: Answer = { status: 204, headers: {}, body: '' };

/** `answer` with the configured CORS headers in place of any that the integration sent. */
export function withCors(answer: Answer, cors: CorsConfiguration, request: IncomingMessage): Answer {
  const own = Object.entries(answer.headers).filter(([name]) => !name.startsWith('access-control-'));
  return { ...answer, headers: { ...Object.fromEntries(own), ...corsHeaders(cors, request) } };
}

function corsHeaders(cors: CorsConfiguration, request: IncomingMessage): Record<string, string> {
  const origin = allowedOrigin(cors.AllowOrigins ?? [], request.headers.origin);
  if (origin === undefined) return {};
  const headers: Record<string, string> = { 'access-control-allow-origin': origin };
  if (cors.AllowCredentials) headers['access-control-allow-credentials'] = 'true';
  if (isPreflight(request)) {
    if (cors.AllowMethods) headers['access-control-allow-methods'] = cors.AllowMethods.join(',');
    if (cors.AllowHeaders) headers['access-control-allow-headers'] = cors.AllowHeaders.join(',');
    if (cors.MaxAge !== undefined) headers['access-control-max-age'] = String(cors.MaxAge);
  } else if (cors.ExposeHeaders) {
    headers['access-control-expose-headers'] = cors.ExposeHeaders.join(',');
  }
  return headers;
}

/** `*` where every origin is allowed, else the request's own origin, also by `https://*` and `http://*`. */
function allowedOrigin(allowed: readonly string[], origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (allowed.includes('*')) return '*';
  const matches = (pattern: string) =>
    pattern.endsWith('://*') ? origin.startsWith(pattern.slice(0, -1)) : pattern === origin;
  return allowed.some(matches) ? origin : undefined;
}
