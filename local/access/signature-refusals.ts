import { ServiceError } from '../service.ts';
import { DetailedError } from './detailed-error.ts';

/** What is wrong with a credential scope, in its order: `<key id>/<date>/<region>/<service>/aws4_request`. */
export type ScopeFault =
  | { readonly part: 'form' }
  | {
      readonly part: 'terminal' | 'date' | 'region' | 'service';
      readonly given: string;
      readonly wanted: string;
    };

/** How a family of services words each refusal of a signature. */
export interface SignatureRefusals {
  /** The algorithm is not AWS4-HMAC-SHA256. */
  algorithm(presigned: boolean): ServiceError;
  /** Header or query lack components; `missing` names them. */
  incomplete(presigned: boolean, missing: readonly string[]): ServiceError;
  scope(presigned: boolean, fault: ScopeFault): ServiceError;
  /** No date, or one of another form. */
  date(presigned: boolean): ServiceError;
  expires(reason: 'not a number' | 'negative' | 'over a week'): ServiceError;
  notSigned(headers: readonly string[]): ServiceError;
  /** Signed more than 15 minutes from now; instants in milliseconds. */
  skewed(signedAt: number, now: number): ServiceError;
  /** A presigned URL after its end; instants in milliseconds, `seconds` its X-Amz-Expires. */
  expired(signedAt: number, seconds: number, now: number): ServiceError;
  notYetValid(signedAt: number, now: number): ServiceError;
  unknownKey(accessKeyId: string): ServiceError;
  token(): ServiceError;
  /** `details` are what S3 tells so that a client can compare its own computation. */
  mismatch(details: Readonly<Record<string, string>>): ServiceError;
}

/** The refusals that `service` uses: S3 has its own codes, every other service AWS's common ones. */
export function refusalsOf(service: string | undefined): SignatureRefusals {
  return service === 's3' ? s3 : common;
}

/** Amazon S3 API Reference, "Error responses", ErrorResponses.html, and "Authenticating Requests". */
const s3: SignatureRefusals = {
  algorithm: (presigned) =>
    presigned
      ? queryError('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
      : new ServiceError(
          'InvalidRequest',
          'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
        ),
  incomplete: (presigned) =>
    presigned
      ? queryError(
          'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, ' +
            'X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
        )
      : headerError(
          'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
        ),
  scope: (presigned, fault) => {
    const message = s3Scope(fault);
    return presigned
      ? queryError(`Error parsing the X-Amz-Credential parameter; ${message}`)
      : headerError(message);
  },
  date: (presigned) =>
    presigned
      ? queryError("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
      : new ServiceError(
          'AccessDenied',
          'AWS authentication requires a valid Date or x-amz-date header',
          403,
        ),
  expires: (reason) =>
    queryError(
      {
        'not a number': 'X-Amz-Expires should be a number',
        negative: 'X-Amz-Expires must be non-negative',
        'over a week':
          'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ' +
          '604800 seconds',
      }[reason],
    ),
  notSigned: (headers) =>
    new DetailedError(
      'AccessDenied',
      'There were headers present in the request which were not signed',
      403,
      {
        HeadersNotSigned: headers.join(', '),
      },
    ),
  skewed: (signedAt, now) =>
    new DetailedError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      403,
      {
        RequestTime: amzDate(signedAt),
        ServerTime: isoSeconds(now),
        MaxAllowedSkewMilliseconds: '900000',
      },
    ),
  expired: (signedAt, seconds, now) =>
    new DetailedError('AccessDenied', 'Request has expired', 403, {
      'X-Amz-Expires': String(seconds),
      Expires: isoSeconds(signedAt + seconds * 1000),
      ServerTime: isoSeconds(now),
    }),
  notYetValid: (_signedAt, now) =>
    new DetailedError('AccessDenied', 'Request is not valid yet', 403, { ServerTime: isoSeconds(now) }),
  unknownKey: (accessKeyId) =>
    new DetailedError(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      403,
      { AWSAccessKeyId: accessKeyId },
    ),
  token: () => new ServiceError('InvalidToken', 'The provided token is malformed or otherwise invalid.'),
  mismatch: (details) =>
    new DetailedError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing ' +
        'method.',
      403,
      details,
    ),
};

/** The errors that AWS's JSON services have in common, "Common Errors" in each one's API reference. */
const common: SignatureRefusals = {
  algorithm: () => incompleteSignature("Unsupported AWS 'algorithm': only AWS4-HMAC-SHA256 is supported."),
  incomplete: (_presigned, missing) =>
    incompleteSignature(
      missing.map((name) => `Authorization header requires '${name}' parameter.`).join(' '),
    ),
  scope: (_presigned, fault) => {
    switch (fault.part) {
      case 'form':
        return incompleteSignature(
          'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.',
        );
      case 'terminal':
        return invalidSignature(
          `Credential should be scoped with a valid terminator: '${fault.wanted}', not '${fault.given}'.`,
        );
      case 'date':
        return invalidSignature(
          'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ' +
            `'${fault.given}' != '${fault.wanted}'.`,
        );
      case 'region':
        return invalidSignature(`Credential should be scoped to a valid region, not '${fault.given}'.`);
      case 'service':
        return invalidSignature(`Credential should be scoped to correct service: '${fault.wanted}'.`);
    }
  },
  date: () =>
    incompleteSignature(
      "Authorization header requires existence of either a valid 'X-Amz-Date' or 'Date' header.",
    ),
  expires: (reason) => invalidSignature(`X-Amz-Expires is ${reason}.`),
  notSigned: (headers) =>
    invalidSignature(
      `${headers.map((name) => `'${name}'`).join(', ')} must be a 'SignedHeader' in the AWS Authorization.`,
    ),
  skewed: (signedAt, now) => {
    const signed = amzDate(signedAt);
    return signedAt < now
      ? invalidSignature(
          `Signature expired: ${signed} is now earlier than ${amzDate(now - 900_000)} (${amzDate(now)} - 15 min.)`,
        )
      : invalidSignature(
          `Signature not yet current: ${signed} is still later than ${amzDate(now + 900_000)} (${amzDate(now)} + 15 min.)`,
        );
  },
  expired: (signedAt, seconds, now) =>
    invalidSignature(
      `Signature expired: ${amzDate(signedAt + seconds * 1000)} is earlier than ${amzDate(now)}`,
    ),
  notYetValid: (signedAt, now) => common.skewed(signedAt, now),
  unknownKey: () => unrecognizedClient(),
  token: () => unrecognizedClient(),
  mismatch: () =>
    invalidSignature(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
        'and signing method. Consult the service documentation for details.',
    ),
};

function headerError(message: string): ServiceError {
  return new ServiceError(
    'AuthorizationHeaderMalformed',
    `The authorization header is malformed; ${message}`,
  );
}

function queryError(message: string): ServiceError {
  return new ServiceError('AuthorizationQueryParametersError', message);
}

function s3Scope(fault: ScopeFault): string {
  switch (fault.part) {
    case 'form':
      return 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';
    case 'terminal':
      return `incorrect terminal "${fault.given}". This endpoint uses "${fault.wanted}".`;
    case 'date':
      return `invalid credential date "${fault.given}". This date is not the same as X-Amz-Date: "${fault.wanted}".`;
    case 'region':
      return `the region '${fault.given}' is wrong; expecting '${fault.wanted}'`;
    case 'service':
      return `incorrect service "${fault.given}". This endpoint belongs to "${fault.wanted}".`;
  }
}

function incompleteSignature(message: string): ServiceError {
  return new ServiceError('IncompleteSignatureException', message, 403);
}

function invalidSignature(message: string): ServiceError {
  return new ServiceError('InvalidSignatureException', message, 403);
}

function unrecognizedClient(): ServiceError {
  return new ServiceError(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    403,
  );
}

function isoSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** `20130524T000000Z`. */
function amzDate(instant: number): string {
  return isoSeconds(instant).replace(/[-:]/g, '');
}
