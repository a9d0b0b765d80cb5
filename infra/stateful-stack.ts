import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { SignIn } from './sign-in.ts';

interface StatefulProps extends StackProps {
  readonly mailDomain: string;
  readonly portalAddress: string;
  readonly signInPrefix: string;
}

/** What must never be lost: it is kept when the stack is deleted. */
export class StatefulStack extends Stack {
  readonly bucket: Bucket;
  /** Letters as PDF/A, which nobody can change or delete before their time. */
  readonly archive: Bucket;
  readonly table: Table;
  /** Signs what a decision maker approved. Never rotated: what it signed must verify for as long as it is kept. */
  readonly signingKey: Key;
  readonly applicants: SignIn;
  readonly officials: SignIn;
  readonly mail: {
    readonly identity: EmailIdentity;
    readonly configuration: ConfigurationSet;
    readonly from: string;
  };

  constructor(scope: Construct, id: string, props: StatefulProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { mailDomain, portalAddress, signInPrefix } = props;

    const accessLogs = this.#accessLogs();
    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: accessLogs,
      cors: [
        {
          allowedOrigins: [portalAddress],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256', 'if-none-match'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { id: 'broken-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        {
          id: 'attachments-of-drafts',
          prefix: 'drafts/',
          expiration: Duration.days(540),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    });
    // `eventBridgeEnabled` would bring a custom resource with a function of its own; the property says the same.
    (this.bucket.node.defaultChild as CfnBucket).addPropertyOverride(
      'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      true,
    );

    this.archive = new Bucket(this, 'Archive', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      // The least that the State Grants Act asks of any decision (§ 32 e); a letter says for itself how much longer.
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(5 * 365)),
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: accessLogs,
    });

    this.table = new Table(this, 'Logs', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // Drafts and invitations end by themselves; no item of a log has this attribute.
      timeToLiveAttribute: 'expires',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'list',
      partitionKey: { name: 'listOf', type: AttributeType.STRING },
      sortKey: { name: 'listOrder', type: AttributeType.STRING },
    });

    this.signingKey = new Key(this, 'SigningKey', {
      description: 'Anslag: signs approved batches of decisions',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    this.applicants = new SignIn(this, 'Applicants', { portalAddress, signInPrefix, path: 'apply' });
    this.officials = new SignIn(this, 'Officials', { portalAddress, signInPrefix, path: 'handle' });
    this.officials.addGroup('publishers', 'May publish calls');
    this.officials.addGroup('auditors', 'May read everything and change nothing');
    this.officials.addGroup('archivists', 'May confirm that data are removed when their retention has ended');

    const configuration = new ConfigurationSet(this, 'MailConfiguration', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    configuration.addEventDestination('Answers', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
      ],
    });
    const identity = new EmailIdentity(this, 'MailIdentity', {
      identity: Identity.domain(mailDomain),
      configurationSet: configuration,
    });
    this.mail = { identity, configuration, from: `no-reply@${mailDomain}` };

    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
    new CfnOutput(this, 'ArchiveName', { value: this.archive.bucketName });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }

  #accessLogs(): Bucket {
    return new Bucket(this, 'AccessLogs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ id: 'a-year', expiration: Duration.days(365) }],
    });
  }
}
