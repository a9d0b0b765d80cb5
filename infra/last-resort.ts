import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

interface LastResortProps {
  readonly machines: readonly StateMachine[];
  readonly recordFailure: IFunction;
  readonly deadLetters: IQueue;
}

/**
 * Writes on the log of a case or a call that its workflow stopped, however it stopped: by an error, by its time, or
 * by somebody's hand. A Catch in the workflow would see only the first, and would make the step impossible to redrive.
 */
export class LastResort extends Construct {
  constructor(scope: Construct, id: string, { machines, recordFailure, deadLetters }: LastResortProps) {
    super(scope, id);
    new Rule(this, 'WorkflowStopped', {
      description: 'An execution of one of the workflows did not come to its end',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: machines.map(({ stateMachineArn }) => stateMachineArn),
        },
      },
      targets: [new LambdaFunction(recordFailure, { deadLetterQueue: deadLetters })],
    });
  }
}
