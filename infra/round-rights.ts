import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

interface RoundRightsProps {
  readonly round: StateMachine;
  /** The workflows it starts for each case and waits for. */
  readonly children: readonly StateMachine[];
  readonly bucket: IBucket;
}

/**
 * What the round may do beside calling its functions: run its distributed maps, which are executions of itself over
 * a list in the bucket, and start the workflows of the cases and wait for their end. Step Functions does the waiting
 * with a rule of a fixed name in the account. Sources: developer guide, "IAM policies for using Distributed Map states"
 * and "Start a new AWS Step Functions state machine from a running execution".
 */
export class RoundRights extends Construct {
  constructor(scope: Construct, id: string, { round, children, bucket }: RoundRightsProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const executionsOf = (machine: StateMachine, resource: string) =>
      stack.formatArn({
        service: 'states',
        resource,
        resourceName: `${machine.stateMachineName}*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const all = [round, ...children];
    new Policy(this, 'Policy', {
      roles: [round.role],
      statements: [
        new PolicyStatement({
          actions: ['states:StartExecution'],
          resources: all.map(({ stateMachineArn }) => stateMachineArn),
        }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
          resources: all.map((machine) => executionsOf(machine, 'execution')),
        }),
        new PolicyStatement({
          actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
          resources: [
            stack.formatArn({
              service: 'events',
              resource: 'rule',
              resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
            }),
          ],
        }),
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('rounds/*')] }),
      ],
    });
  }
}
