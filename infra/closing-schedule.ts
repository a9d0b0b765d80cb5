import { Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

interface ClosingScheduleProps {
  readonly round: StateMachine;
  readonly notice: StateMachine;
}

/** The schedules that start a call's round at its closing instant, and remind of it before; made when a call is published. */
export class ClosingSchedule extends Construct {
  /** What a function needs to know to make one. */
  readonly environment: Readonly<Record<string, string>>;
  readonly #group: ScheduleGroup;
  readonly #role: Role;

  constructor(scope: Construct, id: string, { round, notice }: ClosingScheduleProps) {
    super(scope, id);
    this.#group = new ScheduleGroup(this, 'Group');
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    round.grantStartExecution(this.#role);
    notice.grantStartExecution(this.#role);
    this.environment = {
      ROUND_ARN: round.stateMachineArn,
      SCHEDULE_GROUP: this.#group.scheduleGroupName,
      SCHEDULE_ROLE_ARN: this.#role.roleArn,
    };
  }

  grantSet(grantee: IGrantable): void {
    const schedules = ['close-*', 'remind-*'].map((name) =>
      Stack.of(this).formatArn({
        service: 'scheduler',
        resource: 'schedule',
        resourceName: `${this.#group.scheduleGroupName}/${name}`,
      }),
    );
    Grant.addToPrincipal({
      grantee,
      actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
      resourceArns: schedules,
    }).assertSuccess();
    Grant.addToPrincipal({
      grantee,
      actions: ['iam:PassRole'],
      resourceArns: [this.#role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }).assertSuccess();
  }
}
