import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { JsonObject } from '../service.ts';

/** What of an event is not in the HTTP request itself. */
interface EventContext {
  readonly account: string;
  readonly apiId: string;
  readonly requestId: string;
  readonly routeKey: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Raw, as it came. */
  readonly path: string;
  /** Raw, without `?`. */
  readonly query: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables?: JsonObject | undefined;
  /** `requestContext.authorizer`, where the route has an authorizer. */
  readonly authorizer?: JsonObject | undefined;
}

/**
 * The event of payload format 2.0.
 *
 * "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html What
 * the page leaves open, by measurement of live APIs: `rawPath` and `http.path` are percent-decoded
 * (https://github.com/middleapi/standard-server/pull/93), the query stays as it came
 * (https://github.com/ministackorg/ministack/issues/1035), the cookie header is only in `cookies`, and a
 * member with nothing in it is left out, save for `rawQueryString`
 * (https://github.com/KensioSoftware/yulin/issues/298).
 *
 * Unlike in AWS, `domainName` and the forwarded headers tell of plain HTTP and this machine's port, so that
 * links made of them lead back here.
 */
export function requestEvent(request: IncomingMessage, body: Buffer, context: EventContext): JsonObject {
  const { headers, cookies } = headersOf(request, context.now);
  const path = decodeURIComponent(context.path);
  const domainName = request.headers.host ?? '';
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: path,
    rawQueryString: context.query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...present('queryStringParameters', queryParameters(context.query)),
    requestContext: {
      accountId: context.account,
      apiId: context.apiId,
      ...(context.authorizer && { authorizer: context.authorizer }),
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: context.requestId,
      routeKey: context.routeKey,
      stage: '$default',
      time: accessLogTime(context.now),
      timeEpoch: context.now,
    },
    ...present('pathParameters', context.pathParameters),
    ...present('stageVariables', context.stageVariables ?? {}),
    ...bodyOf(body, request.headers['content-type']),
  };
}

/** Headers between two neighbours on the way; API Gateway keeps them to itself. */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'upgrade', 'expect']);

function headersOf(
  request: IncomingMessage,
  now: number,
): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie' && !hopByHop.has(name)) headers[name] = (values ?? []).join(',');
  }
  headers['x-amzn-trace-id'] = `Root=1-${seconds(now).toString(16)}-${randomBytes(12).toString('hex')}`;
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  headers['x-forwarded-port'] = String(request.socket.localPort ?? '');
  headers['x-forwarded-proto'] = 'http';
  const cookies = (request.headersDistinct.cookie ?? []).flatMap((line) => line.split('; ')).filter(Boolean);
  return { headers, cookies };
}

/** Decoded; the values of a repeated name are combined with commas. */
function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

/**
 * Only `text/*` and JSON, XML and JavaScript pass as text; everything else is base64, also a form and a body
 * without a type. The page says "binary" without a list; measured in
 * https://github.com/ministackorg/ministack/pull/766.
 */
function bodyOf(body: Buffer, contentType = ''): JsonObject {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = /^(text\/.*|application\/(json|xml|javascript))$/i.test(
    contentType.split(';')[0]?.trim() ?? '',
  );
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function present(name: string, values: JsonObject): JsonObject {
  return Object.keys(values).length > 0 ? { [name]: values } : {};
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2020:19:03:58 +0000` */
function accessLogTime(now: number): string {
  const [date = '', time = ''] = new Date(now).toISOString().split(/[T.]/);
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time} +0000`;
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
