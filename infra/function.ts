import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { bundleOf } from './bundle.ts';
import type { StatefulStack } from './stateful-stack.ts';
import { type WorkflowName, workflowArn } from './workflow.ts';

/** What a function may do; nothing that is not said here. */
export interface FunctionNeeds {
  readonly table?: 'read' | 'write';
  /** Whether it reads the index that lists cases, calls and tasks. */
  readonly lists?: boolean;
  /** Which items it may put, by their partition keys, without writing anything else. */
  readonly putsItems?: readonly string[];
  /** Which items it may delete, by their partition keys: never one of a log. */
  readonly removesItems?: readonly string[];
  /** Prefixes of keys it may read in the bucket. */
  readonly reads?: readonly string[];
  /** Prefixes of keys it may put new objects under. */
  readonly puts?: readonly string[];
  /** Prefixes of keys it may take away from the bucket; every version of them stays for as long as the bucket keeps it. */
  readonly hides?: readonly string[];
  /** Whether it puts letters into the archive, each with its time of retention, or removes them after it. */
  readonly archive?: 'put' | 'remove';
  /** Whether it makes letters, which name the page where they are verified. */
  readonly letters?: boolean;
  /** Whether it signs with the authority's key. */
  readonly signs?: boolean;
  /** Prefixes of keys it may remove from the bucket, every version of them. */
  readonly removes?: readonly string[];
  readonly mail?: boolean;
  /** Workflows it may tell that a task is done. */
  readonly resumes?: readonly WorkflowName[];
  /** Workflows it may start, each named to it as `<NAME>_ARN`. */
  readonly starts?: readonly WorkflowName[];
  readonly memoryMegabytes?: number;
  readonly seconds?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

interface FunctionProps extends FunctionNeeds {
  readonly stateful: StatefulStack;
  readonly portalAddress: string;
}

const tableActions = {
  read: ['dynamodb:Query', 'dynamodb:GetItem'],
  write: ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
};

/** One of the functions under `functions/`, with a role, a log and rights of its own. */
export class AnslagFunction extends LambdaFunction {
  constructor(scope: Construct, name: string, props: FunctionProps) {
    const id = pascalCase(name);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      code: Code.fromAsset(bundleOf(name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      memorySize: props.memoryMegabytes ?? 512,
      timeout: Duration.seconds(props.seconds ?? 30),
      tracing: Tracing.ACTIVE,
      logGroup,
      role,
      environment: environmentOf(Stack.of(scope), name, props),
    });
    logGroup.grantWrite(this);
    grantNeeds(this, props);
  }
}

/** `verify-files` as constructs, substitutions and CloudFormation write it: `VerifyFiles`. */
export function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}

function environmentOf(stack: Stack, name: string, props: FunctionProps): Record<string, string> {
  const { stateful, portalAddress } = props;
  return {
    NODE_OPTIONS: '--enable-source-maps',
    POWERTOOLS_SERVICE_NAME: name,
    POWERTOOLS_METRICS_NAMESPACE: 'Anslag',
    ...(props.table ? { TABLE_NAME: stateful.table.tableName } : {}),
    ...(props.reads || props.puts ? { BUCKET_NAME: stateful.bucket.bucketName } : {}),
    ...(props.archive ? { ARCHIVE_NAME: stateful.archive.bucketName } : {}),
    ...(props.letters ? { PORTAL_ADDRESS: portalAddress } : {}),
    ...(props.signs ? { SIGNING_KEY: stateful.signingKey.keyArn } : {}),
    ...Object.fromEntries(
      (props.starts ?? []).map((workflow) => [`${workflow.toUpperCase()}_ARN`, workflowArn(stack, workflow)]),
    ),
    ...(props.mail
      ? {
          MAIL_FROM: stateful.mail.from,
          MAIL_CONFIGURATION: stateful.mail.configuration.configurationSetName,
          PORTAL_ADDRESS: portalAddress,
        }
      : {}),
    ...props.environment,
  };
}

function grantNeeds(grantee: LambdaFunction, props: FunctionProps): void {
  const {
    stateful,
    table,
    lists,
    putsItems,
    removesItems,
    reads,
    puts,
    hides,
    removes,
    archive,
    signs,
    mail,
    resumes,
    starts,
  } = props;
  const {
    bucket,
    mail: { identity, configuration },
  } = stateful;
  const { tableArn } = stateful.table;
  if (table) grant(grantee, tableActions[table], [tableArn]);
  if (lists) grant(grantee, ['dynamodb:Query'], [`${tableArn}/index/list`]);
  if (putsItems) grantItems(grantee, ['dynamodb:PutItem'], tableArn, putsItems);
  if (removesItems) grantItems(grantee, ['dynamodb:DeleteItem'], tableArn, removesItems);
  if (reads) {
    grantObjects(grantee, ['s3:GetObject'], bucket.bucketArn, reads);
    // Without it S3 answers 403 and not 404 for a file that is missing.
    grant(grantee, ['s3:ListBucket'], [bucket.bucketArn]);
  }
  if (puts) grantObjects(grantee, ['s3:PutObject'], bucket.bucketArn, puts);
  if (hides) grantObjects(grantee, ['s3:DeleteObject'], bucket.bucketArn, hides);
  if (signs) grant(grantee, ['kms:Sign', 'kms:GetPublicKey'], [stateful.signingKey.keyArn]);
  if (removes) grantRemoval(grantee, bucket.bucketArn, removes);
  if (archive === 'remove') grantRemoval(grantee, stateful.archive.bucketArn, ['letters']);
  if (archive === 'put') {
    const actions = ['s3:PutObject', 's3:PutObjectRetention'];
    grantObjects(grantee, actions, stateful.archive.bucketArn, ['letters']);
  }
  if (mail) {
    identity.grantSendEmail(grantee);
    const { partition, region, account } = Stack.of(grantee);
    const name = configuration.configurationSetName;
    grant(
      grantee,
      ['ses:SendEmail'],
      [`arn:${partition}:ses:${region}:${account}:configuration-set/${name}`],
    );
  }
  if (resumes) {
    const machines = resumes.map((workflow) => workflowArn(Stack.of(grantee), workflow));
    grant(grantee, ['states:SendTaskSuccess', 'states:SendTaskFailure'], machines);
  }
  if (starts) {
    const machines = starts.map((workflow) => workflowArn(Stack.of(grantee), workflow));
    grant(grantee, ['states:StartExecution'], machines);
  }
}

function grantRemoval(grantee: IGrantable, bucketArn: string, prefixes: readonly string[]): void {
  grantObjects(grantee, ['s3:DeleteObject', 's3:DeleteObjectVersion'], bucketArn, prefixes);
  grant(grantee, ['s3:ListBucketVersions'], [bucketArn]);
}

function grantItems(grantee: IGrantable, actions: string[], tableArn: string, keys: readonly string[]): void {
  const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } };
  Grant.addToPrincipal({ grantee, actions, resourceArns: [tableArn], conditions }).assertSuccess();
}

function grantObjects(
  grantee: IGrantable,
  actions: string[],
  bucketArn: string,
  prefixes: readonly string[],
): void {
  grant(
    grantee,
    actions,
    prefixes.map((prefix) => `${bucketArn}/${prefix}/*`),
  );
}

function grant(grantee: IGrantable, actions: string[], resourceArns: string[]): void {
  Grant.addToPrincipal({ grantee, actions, resourceArns }).assertSuccess();
}
