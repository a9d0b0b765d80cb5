import type { Access } from '../access/access.ts';
import { physicalName } from '../assembly/physical-name.ts';
import { Refused, requiredText, text } from '../assembly/properties.ts';
import type { Declared, Place, ResourceKind } from '../service.ts';
import { checkBucketPolicy } from './bucket-policy.ts';
import { readBucketSettings, supportedProperties } from './bucket-settings.ts';
import { arnOf } from './buckets.ts';
import type { S3 } from './s3.ts';

/** AWS::S3::Bucket and AWS::S3::BucketPolicy, AWS CloudFormation Template Reference, AWS_S3.html */
export function s3Kinds(s3: S3, access: Access, place: Place): ResourceKind[] {
  return [bucketKind(s3, place), bucketPolicyKind(s3, access)];
}

function bucketKind(s3: S3, place: Place): ResourceKind {
  return {
    type: 'AWS::S3::Bucket',
    supported: supportedProperties,
    ignored: {
      LoggingConfiguration: 'nobody reads access logs of a developer’s machine',
      Tags: 'tags of buckets are about cost and ownership in an account',
    },
    ref: nameOf,
    attributes(resource) {
      const name = nameOf(resource);
      const { port } = new URL(place.origin);
      // Names on the loopback: AWS's own would take what is meant for here to the Internet.
      const host = `${name}.s3.localhost:${port}`;
      return {
        Arn: arnOf(name),
        DomainName: host,
        DualStackDomainName: host,
        RegionalDomainName: host,
        WebsiteURL: `http://${host}`,
      };
    },
    create(resource) {
      try {
        s3.putBucket(nameOf(resource), readBucketSettings(resource.properties));
      } catch (error) {
        throw new Refused(`${resource.logicalId}: ${(error as Error).message}`);
      }
    },
  };
}

function bucketPolicyKind(s3: S3, access: Access): ResourceKind {
  return {
    type: 'AWS::S3::BucketPolicy',
    supported: ['Bucket', 'PolicyDocument'],
    ignored: {},
    ref: ({ properties }) => requiredText(properties, 'Bucket'),
    attributes: () => ({}),
    create({ properties }) {
      const bucket = s3.bucket(requiredText(properties, 'Bucket'));
      const document = properties.PolicyDocument ?? null;
      checkBucketPolicy(bucket, document);
      access.putResourcePolicy(bucket.arn, document);
    },
  };
}

/** Its own name, or one from stack and logical id as bucket names may be: "General purpose bucket naming rules". */
function nameOf(resource: Declared): string {
  const given = text(resource.properties, 'BucketName');
  const name =
    given ??
    physicalName(resource, 63)
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-');
  if (/^[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9])){1,61}[a-z0-9]$/.test(name) && !/^\d+(\.\d+){3}$/.test(name)) {
    return name;
  }
  throw new Refused(`${resource.logicalId}: ${name} is not a bucket name`);
}
