import { ServiceError } from '../service.ts';
import { queryParameters, type SignedRequest } from './canonical-request.ts';
import { refusalsOf, type SignatureRefusals } from './signature-refusals.ts';

export const algorithm = 'AWS4-HMAC-SHA256';
const longestExpiry = 7 * 24 * 60 * 60;

export interface Scope {
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** What the request says of its own signature, in a form that can be checked. */
export interface Claim {
  readonly presigned: boolean;
  readonly refusals: SignatureRefusals;
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly terminal: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ`, as signed. */
  readonly timestamp: string;
  readonly signedAt: number;
  /** Seconds; of presigned requests only. */
  readonly expires?: number;
  readonly token: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Whether the request claims to be signed; one that does not is anonymous. */
export function isSigned(request: SignedRequest): boolean {
  return request.headers.authorization !== undefined || isPresigned(parametersOf(request));
}

/**
 * Reads the claim from the Authorization header or from the X-Amz-* query parameters. What has another form is
 * refused in the words of `service`, or of the service that the claim itself names.
 */
export function readClaim(request: SignedRequest, service: string | undefined): Claim {
  const parameters = parametersOf(request);
  const presigned = isPresigned(parameters);
  const components = readComponents(request, presigned, parameters);
  const credential = components.get('Credential')?.split('/') ?? [];
  const refusals = refusalsOf(service ?? credential.at(-2));
  checkComponents(components, presigned, refusals);
  const [accessKeyId = '', date = '', region = '', scopeService = '', terminal = ''] = credential;
  if (credential.length !== 5 || accessKeyId === '') throw refusals.scope(presigned, { part: 'form' });
  const timestamp = presigned ? components.get('Date') : headerDate(request);
  const signedAt = instantOf(timestamp ?? '');
  if (timestamp === undefined || signedAt === undefined) throw refusals.date(presigned);
  return {
    presigned,
    refusals,
    accessKeyId,
    scope: { date, region, service: scopeService },
    terminal,
    signedHeaders: components.get('SignedHeaders')?.split(';') ?? [],
    signature: components.get('Signature') ?? '',
    timestamp,
    signedAt,
    ...(presigned && { expires: readExpires(components.get('Expires') ?? '', refusals) }),
    token: presigned
      ? parameters.get('X-Amz-Security-Token')
      : single(request.headers['x-amz-security-token']),
    parameters,
  };
}

function readComponents(
  { headers: { authorization } }: SignedRequest,
  presigned: boolean,
  parameters: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (authorization === undefined) {
    if (presigned) return queryComponents(parameters);
    throw new ServiceError(
      'MissingAuthenticationTokenException',
      'Request is missing Authentication Token',
      403,
    );
  }
  if (!presigned) return headerComponents(authorization);
  throw new ServiceError(
    'InvalidArgument',
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter ' +
      'or the Authorization header should be specified',
  );
}

function checkComponents(
  components: ReadonlyMap<string, string>,
  presigned: boolean,
  refusals: SignatureRefusals,
): void {
  const inQuery = presigned ? ['Date', 'Expires'] : [];
  const missing = ['Credential', 'SignedHeaders', 'Signature', ...inQuery].filter(
    (name) => !components.get(name),
  );
  if (presigned && !components.has('Algorithm')) missing.push('Algorithm');
  if (components.has('Algorithm') && components.get('Algorithm') !== algorithm) {
    throw refusals.algorithm(presigned);
  }
  if (missing.length > 0) throw refusals.incomplete(presigned, missing);
}

function parametersOf(request: SignedRequest): ReadonlyMap<string, string> {
  return new Map(queryParameters(request.query));
}

function isPresigned(parameters: ReadonlyMap<string, string>): boolean {
  return (
    parameters.has('X-Amz-Algorithm') ||
    parameters.has('X-Amz-Signature') ||
    parameters.has('X-Amz-Credential')
  );
}

function queryComponents(parameters: ReadonlyMap<string, string>): Map<string, string> {
  const components = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (name.startsWith('X-Amz-')) components.set(name.slice('X-Amz-'.length), value);
  }
  return components;
}

function headerComponents(authorization: string): Map<string, string> {
  const space = authorization.indexOf(' ');
  const components = new Map([['Algorithm', space < 0 ? authorization : authorization.slice(0, space)]]);
  for (const part of space < 0 ? [] : authorization.slice(space + 1).split(',')) {
    const equals = part.indexOf('=');
    if (equals > 0) components.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return components;
}

/** `x-amz-date`, or the `Date` header that stands in for it. */
function headerDate(request: SignedRequest): string | undefined {
  const amzDate = single(request.headers['x-amz-date']);
  if (amzDate !== undefined) return amzDate;
  const date = Date.parse(request.headers.date ?? '');
  return Number.isNaN(date) ? undefined : new Date(date).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Milliseconds since the epoch of `YYYYMMDDTHHMMSSZ`, the one form that AWS takes. */
function instantOf(timestamp: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}

function readExpires(text: string, refusals: SignatureRefusals): number {
  if (!/^-?\d+$/.test(text)) throw refusals.expires('not a number');
  const seconds = Number(text);
  if (seconds < 1) throw refusals.expires('negative');
  if (seconds > longestExpiry) throw refusals.expires('over a week');
  return seconds;
}

/** The one value of a header, several joined as AWS joins them. */
export function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(',');
}
