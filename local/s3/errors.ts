import { DetailedError } from '../access/detailed-error.ts';
import { ServiceError } from '../service.ts';

/*
 * S3's refusals with their codes, messages and statuses: Amazon S3 API Reference, "Error responses",
 * ErrorResponses.html. Those that only one file needs stand there.
 */

/** A refusal that S3 answers with headers of its own. */
export class RefusalWithHeaders extends DetailedError {
  readonly headers: Readonly<Record<string, string>>;

  constructor(refusal: DetailedError, headers: Readonly<Record<string, string>>) {
    super(refusal.code, refusal.message, refusal.status, refusal.details);
    this.headers = headers;
  }
}

export function noSuchBucket(bucket: string): ServiceError {
  return new DetailedError('NoSuchBucket', 'The specified bucket does not exist', 404, {
    BucketName: bucket,
  });
}

export function noSuchKey(key: string): DetailedError {
  return new DetailedError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
}

export function noSuchVersion(key: string, versionId: string): ServiceError {
  const details = { Key: key, VersionId: versionId };
  return new DetailedError('NoSuchVersion', 'The specified version does not exist.', 404, details);
}

export function noSuchUpload(uploadId: string): ServiceError {
  return new DetailedError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or ' +
      'completed.',
    404,
    { UploadId: uploadId },
  );
}

export function preconditionFailed(condition: string): ServiceError {
  return new DetailedError(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    412,
    { Condition: condition },
  );
}

export function malformedXml(): ServiceError {
  return new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

export function invalidArgument(message: string, name: string, value: string): ServiceError {
  return new DetailedError('InvalidArgument', message, 400, { ArgumentName: name, ArgumentValue: value });
}

export function invalidRequest(message: string): ServiceError {
  return new ServiceError('InvalidRequest', message);
}

/** What AWS's S3 does and this one does not. */
export function notImplemented(what: string): ServiceError {
  return new ServiceError('NotImplemented', `The local cloud does not implement ${what}.`, 501);
}

/** S3 does not tell whoever may not know whether something exists. */
export function accessDenied(message = 'Access Denied'): ServiceError {
  return new ServiceError('AccessDenied', message, 403);
}

export function incompleteBody(): ServiceError {
  return new ServiceError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}

export function badDigest(message: string): ServiceError {
  return new ServiceError('BadDigest', message);
}
