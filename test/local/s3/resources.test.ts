import { readBucketSettings } from '../../../local/s3/bucket-settings.ts';
import { s3Kinds } from '../../../local/s3/resources.ts';
import type { JsonObject, ResourceKind } from '../../../local/service.ts';
import { allow, policy, type S3Server, startS3 } from './s3-server.ts';

/* "AWS::S3::Bucket" and "AWS::S3::BucketPolicy", AWS CloudFormation Template Reference */
let server: S3Server;
let bucketKind: ResourceKind;
let policyKind: ResourceKind;
beforeAll(async () => {
  server = await startS3({ buckets: {} });
  const kinds = s3Kinds(server.s3, server.access, server.place);
  [bucketKind, policyKind] = kinds as [ResourceKind, ResourceKind];
});
afterAll(() => server.close());

const declared = (logicalId: string, properties: JsonObject = {}) => ({
  stack: 'Anslag-Data',
  logicalId,
  properties,
});

describe('a bucket', () => {
  test('is named by its stack and logical id, or by itself', () => {
    expect(bucketKind.ref(declared('Letters5F3A'))).toBe('anslag-data-letters5f3a');
    expect(bucketKind.ref(declared('Letters', { BucketName: 'anslag.letters' }))).toBe('anslag.letters');
    expect(bucketKind.ref(declared('L'.repeat(90)))).toHaveLength(63);
    for (const BucketName of ['ab', 'Letters', '192.168.0.1', 'a..b', '-a-', 'a'.repeat(64)]) {
      expect(() => bucketKind.ref(declared('Letters', { BucketName }))).toThrow('is not a bucket name');
    }
  });

  test('has an ARN and host names that lead to this machine', async () => {
    const { port } = new URL(server.origin);
    expect(bucketKind.attributes(declared('Letters'))).toEqual({
      Arn: 'arn:aws:s3:::anslag-data-letters',
      DomainName: `anslag-data-letters.s3.localhost:${port}`,
      DualStackDomainName: `anslag-data-letters.s3.localhost:${port}`,
      RegionalDomainName: `anslag-data-letters.s3.localhost:${port}`,
      WebsiteURL: `http://anslag-data-letters.s3.localhost:${port}`,
    });
  });

  test('is brought to what the template says, and keeps what it has', async () => {
    const own = server.s3.as({ kind: 'developer' });
    await bucketKind.create(declared('Changing'));
    const name = bucketKind.ref(declared('Changing'));
    const created = server.s3.bucket(name).created;
    await own.putObject(name, 'k', Buffer.from('x'), 'text/plain');
    await bucketKind.create(declared('Changing', { VersioningConfiguration: { Status: 'Enabled' } }));
    expect(server.s3.bucket(name)).toMatchObject({ created, versioning: 'Enabled' });
    expect((await own.getObject(name, 'k', 'null')).toString()).toBe('x');
  });

  test('with a property that means nothing here is told from one that is not understood', () => {
    expect(Object.keys(bucketKind.ignored)).toEqual(['LoggingConfiguration', 'Tags']);
    expect(bucketKind.supported).not.toContain('WebsiteConfiguration');
    expect(bucketKind.supported).not.toContain('AccessControl');
  });

  test.each<[string, JsonObject, string]>([
    ['an unknown status', { VersioningConfiguration: { Status: 'Off' } }, 'Status'],
    ['a misspelt member', { CorsConfiguration: { CorsRule: [] } }, 'CorsRule'],
    [
      'a rule of another form',
      { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Days: 1 }] } },
      'Days',
    ],
    [
      'access control lists',
      { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } },
      'ObjectOwnership',
    ],
    ['a queue to notify', { NotificationConfiguration: { QueueConfigurations: [] } }, 'QueueConfigurations'],
    [
      'a lock without versions',
      { ObjectLockEnabled: true, VersioningConfiguration: { Status: 'Suspended' } },
      'versions',
    ],
    [
      'a lock of two lengths',
      { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1, Years: 1 } } } },
      'either Days or Years',
    ],
  ])('with %s is refused by its logical id', (_what, properties, words) => {
    const create = () => bucketKind.create(declared('Letters', properties));
    expect(create).toThrow(words);
    expect(create).toThrow(/^Letters: /);
  });
});

describe('the settings of a bucket', () => {
  test('that says nothing are the safe ones', () => {
    expect(readBucketSettings({})).toEqual({
      versioning: undefined,
      objectLock: undefined,
      encryption: { algorithm: 'AES256' },
      cors: [],
      lifecycle: [],
      eventBridge: false,
      publicAccess: { blockPolicy: true, restrict: true },
    });
  });

  test('with Object Lock keep versions', () => {
    const DefaultRetention = { Mode: 'GOVERNANCE', Days: 30 };
    const settings = readBucketSettings({ ObjectLockConfiguration: { Rule: { DefaultRetention } } });
    expect(settings).toMatchObject({
      versioning: 'Enabled',
      objectLock: { default: { mode: 'GOVERNANCE', days: 30 } },
    });
  });

  test('take encryption, public access and what CDK writes for both', () => {
    const settings = readBucketSettings({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'key' } },
        ],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true },
    });
    expect(settings).toMatchObject({
      encryption: { algorithm: 'aws:kms', keyId: 'key' },
      publicAccess: { blockPolicy: false, restrict: false },
    });
  });
});

describe('a bucket policy', () => {
  const statement = { ...allow('s3:GetObject', 'arn:aws:s3:::anslag-data-letters/*'), Principal: '*' };
  const bucketPolicy = (PolicyDocument: JsonObject) =>
    declared('Policy', { Bucket: 'anslag-data-letters', PolicyDocument });

  test('counts from when it is made', async () => {
    await bucketKind.create(declared('Letters'));
    const denying = bucketPolicy(policy({ ...statement, Effect: 'Deny', Principal: '*' }));
    expect(policyKind.ref(denying)).toBe('anslag-data-letters');
    const roleArn = 'arn:aws:iam::000000000000:role/reader';
    server.clientOf('reader', allow('s3:GetObject', '*'));
    const read = () =>
      server.access.check(
        { kind: 'role', roleArn },
        { action: 's3:GetObject', resource: 'arn:aws:s3:::anslag-data-letters/k' },
      );
    expect(read).not.toThrow();
    await policyKind.create(denying);
    expect(read).toThrow('explicit deny');
  });

  test('is refused as S3 refuses it', async () => {
    expect(() => policyKind.create(bucketPolicy(policy(statement)))).toThrow('BlockPublicPolicy');
    expect(() => policyKind.create(bucketPolicy({}))).toThrow('Statement');
    const nowhere = declared('Policy', { Bucket: 'nowhere', PolicyDocument: policy(statement) });
    expect(() => policyKind.create(nowhere)).toThrow('does not exist');
  });
});
