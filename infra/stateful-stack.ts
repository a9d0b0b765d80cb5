import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
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
  readonly table: Table;
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

    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: this.#accessLogs(),
      cors: [
        {
          allowedOrigins: [portalAddress],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256', 'if-none-match'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [{ id: 'broken-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    // `eventBridgeEnabled` would bring a custom resource with a function of its own; the property says the same.
    (this.bucket.node.defaultChild as CfnBucket).addPropertyOverride(
      'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      true,
    );

    this.table = new Table(this, 'Logs', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'list',
      partitionKey: { name: 'listOf', type: AttributeType.STRING },
      sortKey: { name: 'listOrder', type: AttributeType.STRING },
    });

    this.applicants = new SignIn(this, 'Applicants', { portalAddress, signInPrefix, path: 'apply' });
    this.officials = new SignIn(this, 'Officials', { portalAddress, signInPrefix, path: 'handle' });
    this.officials.addGroup('publishers', 'May publish calls');
    this.officials.addGroup('archivists', 'May confirm that data are removed when their retention has ended');

    const configuration = new ConfigurationSet(this, 'MailConfiguration', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new EmailIdentity(this, 'MailIdentity', {
      identity: Identity.domain(mailDomain),
      configurationSet: configuration,
    });
    this.mail = { identity, configuration, from: `no-reply@${mailDomain}` };

    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
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
