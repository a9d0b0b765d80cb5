import type { Stack } from 'aws-cdk-lib';
import { type NagPackSuppression, NagSuppressions } from 'cdk-nag';

/** What cdk-nag's AwsSolutions pack points at and we accept, each with its reason. */
const accepted: readonly NagPackSuppression[] = [
  {
    id: 'AwsSolutions-IAM5',
    reason:
      'X-Ray’s PutTraceSegments and PutTelemetryRecords, and the delivery of a state machine’s log, have no resource to name (Service Authorization Reference).',
    appliesTo: ['Resource::*'],
  },
  {
    id: 'AwsSolutions-IAM5',
    reason:
      'The keys of objects hold ids that do not exist when the stack is made; each function has only its prefixes.',
    appliesTo: [{ regex: '/^Resource::.*/(applications|drafts|rounds|letters)\\/\\*$/g' }],
  },
  {
    id: 'AwsSolutions-IAM5',
    reason:
      'An execution’s name is made when it starts; the right ends at the executions of the named workflows.',
    appliesTo: [{ regex: '/^Resource::arn:aws:states:.*:execution:.*\\*$/g' }],
  },
  {
    id: 'AwsSolutions-IAM5',
    reason: 'Each call has a few schedules, named after it, in a group of their own.',
    appliesTo: [{ regex: '/^Resource::.*:schedule\\/.*\\/(close|remind)-\\*$/g' }],
  },
  {
    id: 'AwsSolutions-COG2',
    reason:
      'People sign in with Suomi.fi or the authority’s own directory, which ask for a second factor themselves.',
  },
  {
    id: 'AwsSolutions-COG8',
    reason:
      'The pools hold no passwords of their own in operation, so the plus plan’s password protection has nothing to protect.',
  },
  { id: 'AwsSolutions-SQS3', reason: 'The queue is itself the dead-letter queue of the event rules.' },
  {
    id: 'AwsSolutions-APIG4',
    reason: 'Calls and results are public by law (Act 621/1999; State Grants Act 688/2001 § 32 a).',
  },
  {
    id: 'AwsSolutions-CFR1',
    reason: 'A public authority’s service is open to everybody, wherever they are.',
  },
  {
    id: 'AwsSolutions-CFR2',
    reason: 'The pages are files; the API behind them is throttled and takes only what its schemas allow.',
  },
  {
    id: 'AwsSolutions-CFR3',
    reason: 'The API logs its own requests; who reads which public page is nobody’s business.',
  },
  { id: 'AwsSolutions-S1', reason: 'The portal’s files are public; who reads them is nobody’s business.' },
  {
    id: 'AwsSolutions-IAM4',
    reason: 'CDK’s own provider of bucket deployments writes its log with AWS’s managed policy.',
    appliesTo: ['Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
  },
  {
    id: 'AwsSolutions-IAM5',
    reason:
      'CDK’s own provider copies whatever files a deployment brings, between two buckets, and tells the distribution.',
    appliesTo: [
      { regex: '/^Action::s3:(GetBucket|GetObject|List|DeleteObject|Abort)\\*$/g' },
      { regex: '/^Resource::arn:aws:s3:::cdk-.*-assets-.*$/g' },
      { regex: '/^Resource::<PortalFiles.*\\.Arn>\\/\\*$/g' },
    ],
  },
  { id: 'AwsSolutions-L1', reason: 'CDK chooses the runtime of its own provider of bucket deployments.' },
];

/** Writes the accepted risks into the stacks; anything else the pack finds fails a test. */
export function acceptRisks(...stacks: readonly Stack[]): void {
  for (const stack of stacks) NagSuppressions.addStackSuppressions(stack, [...accepted]);
}
