import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

interface IntakeTriggerProps {
  readonly bucket: IBucket;
  readonly intake: StateMachine;
}

/** Starts the intake when an `application.json` has arrived; a start that fails for a day lies in the dead letters. */
export class IntakeTrigger extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bucket, intake }: IntakeTriggerProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new Rule(this, 'Submitted', {
      description: 'An applicant uploaded application.json, the last file of a submission',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [bucket.bucketName] },
          object: { key: [{ wildcard: 'applications/*/application.json' }] },
        },
      },
      targets: [
        new SfnStateMachine(intake, {
          deadLetterQueue: this.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
