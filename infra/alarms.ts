import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

interface AlarmsProps {
  readonly machines: readonly StateMachine[];
  readonly deadLetters: IQueue;
  /** The API's functions by their names. */
  readonly api: Readonly<Record<string, IFunction>>;
}

/** What wakes an engineer. Each alarm names its section of `docs/runbook.md`. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { machines, deadLetters, api }: AlarmsProps) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { enforceSSL: true, displayName: 'Anslag needs an engineer' });
    for (const machine of machines) this.#workflowStopped(machine);
    this.#alarm(
      'DeadLetters',
      'Events could not be delivered',
      deadLetters.metricApproximateNumberOfMessagesVisible(),
    );
    for (const [service, served] of Object.entries(api)) {
      this.#alarm(`${served.node.id}Errors`, 'Requests end in an error', failuresOf(served, service));
    }
    this.#alarm(
      'MailsRefused',
      'The mail service refused mails for good',
      new Metric({
        namespace: 'Anslag',
        metricName: 'MailsRefused',
        dimensionsMap: { service: 'send-mail' },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
    );
    this.#alarm(
      'TasksOverdue',
      'A task was not done in its time',
      new Metric({
        namespace: 'Anslag',
        metricName: 'TasksOverdue',
        dimensionsMap: { service: 'note-overdue' },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
    );
  }

  /** Failed, timed out and aborted together: each leaves cases that nobody works on. */
  #workflowStopped(machine: StateMachine): void {
    const period = Duration.minutes(5);
    const stopped = new MathExpression({
      expression: 'failed + timedOut + aborted',
      usingMetrics: {
        failed: machine.metricFailed({ period }),
        timedOut: machine.metricTimedOut({ period }),
        aborted: machine.metricAborted({ period }),
      },
      period,
    });
    this.#alarm(`${machine.node.scope?.node.id}Stopped`, 'A workflow stopped', stopped);
  }

  #alarm(id: string, what: string, metric: IMetric): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${what}. Runbook: docs/runbook.md#${id.toLowerCase()}`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}

/** Requests that ended in an error of ours: those that the function answered itself, and those it could not. */
function failuresOf(served: IFunction, service: string): IMetric {
  const period = Duration.minutes(5);
  const answered = new Metric({
    namespace: 'Anslag',
    metricName: 'RequestsFailed',
    dimensionsMap: { service },
    statistic: 'Sum',
    period,
  });
  return new MathExpression({
    expression: 'FILL(answered, 0) + FILL(errors, 0)',
    usingMetrics: { answered, errors: served.metricErrors({ period }) },
    period,
  });
}
