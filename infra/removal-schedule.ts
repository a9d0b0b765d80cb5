import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface RemovalScheduleProps {
  readonly proposeRemovals: IFunction;
  readonly deadLetters: IQueue;
}

/** Looks on the first of each month for cases whose retention has ended; a month more in five or ten years does no harm. */
export class RemovalSchedule extends Construct {
  constructor(scope: Construct, id: string, { proposeRemovals, deadLetters }: RemovalScheduleProps) {
    super(scope, id);
    new Rule(this, 'Monthly', {
      description: 'Proposes to remove the data of cases whose retention has ended',
      schedule: Schedule.cron({ minute: '0', hour: '3', day: '1' }),
      targets: [new LambdaFunction(proposeRemovals, { deadLetterQueue: deadLetters })],
    });
  }
}
