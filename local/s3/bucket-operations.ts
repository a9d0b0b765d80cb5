import { allowOnBucket } from './permissions.ts';
import type { BucketOperation, ServiceOperation } from './stores.ts';
import { writeXml } from './xml-writer.ts';

/** ListBuckets */
export const listBuckets: ServiceOperation = ({ access, buckets, place }, request) => {
  access.check(request.caller, { action: 's3:ListAllMyBuckets', resource: '*' });
  const prefix = request.query.get('prefix') ?? '';
  const listed = buckets.all().filter(({ name }) => name.startsWith(prefix));
  return {
    status: 200,
    body: writeXml('ListAllMyBucketsResult', {
      Owner: { ID: place.account },
      Buckets: {
        Bucket: listed.map(({ name, created }) => ({
          Name: name,
          CreationDate: new Date(created).toISOString(),
          BucketRegion: place.region,
        })),
      },
    }),
  };
};

/** HeadBucket */
export const headBucket: BucketOperation = ({ access, place }, request) => {
  allowOnBucket(access, request, 's3:ListBucket');
  return {
    status: 200,
    headers: { 'x-amz-bucket-region': place.region, 'x-amz-access-point-alias': 'false' },
  };
};

/** GetBucketLocation; for us-east-1 the location is empty. */
export const getBucketLocation: BucketOperation = ({ access, place }, request) => {
  allowOnBucket(access, request, 's3:GetBucketLocation');
  return {
    status: 200,
    body: writeXml('LocationConstraint', place.region === 'us-east-1' ? '' : place.region),
  };
};

/** GetBucketVersioning; empty for a bucket that never had versions. */
export const getBucketVersioning: BucketOperation = ({ access }, request) => {
  allowOnBucket(access, request, 's3:GetBucketVersioning');
  return { status: 200, body: writeXml('VersioningConfiguration', { Status: request.bucket.versioning }) };
};
