import { invalidRequest } from './errors.ts';
import { causeOf } from './object-events.ts';
import { isLocking } from './object-lock.ts';
import { readObjectProperties } from './object-properties.ts';
import { allowPut } from './put-permissions.ts';
import { receiveBody } from './receive-body.ts';
import type { ObjectRequest } from './request.ts';
import type { ObjectOperation } from './stores.ts';
import { checksumHeaders, versionHeaders } from './version-headers.ts';
import { readWriteCondition } from './write-conditions.ts';

/**
 * PutObject: streams the body to disk and makes it an object when it has come whole and right.
 *
 * "PutObject", Amazon S3 API Reference, API_PutObject.html. An object without a checksum of the client's gets a
 * CRC64NVME.
 */
export const putObject: ObjectOperation = async (stores, request) => {
  const { bucket, key } = request;
  const now = stores.clock.now();
  const properties = readObjectProperties(request, now);
  allowPut(stores.access, request, properties, now);
  if (isLocking(request)) requireIntegrity(request);
  const intention = stores.conditions.begin(bucket.name, key, readWriteCondition(request));
  try {
    intention.check(stores.versions.current(bucket.name, key));
    return await stores.bodies.store(
      (sink) => receiveBody(request, sink, 'CRC64NVME'),
      (body, { size, md5, checksum }) => {
        const { headers, encryption, ...rest } = properties;
        const content = {
          body,
          size,
          etag: md5.toString('hex'),
          headers,
          encryption,
          ...(checksum && { checksum }),
        };
        const cause = causeOf(request, 'PutObject');
        const version = stores.objects.put({ bucket, key, content, ...rest }, cause, intention);
        return { status: 200, headers: { ...versionHeaders(bucket, version), ...checksumHeaders(checksum) } };
      },
    );
  } finally {
    intention.end();
  }
};

function requireIntegrity(request: ObjectRequest): void {
  const checked =
    request.header('content-md5') !== undefined ||
    request.header('x-amz-trailer') !== undefined ||
    request.headerNames('x-amz-checksum-').length > 0;
  if (checked) return;
  throw invalidRequest(
    'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
  );
}
