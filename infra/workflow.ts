import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

/** The workflows, each the name of a file under `statemachines/`. */
export type WorkflowName = 'intake' | 'case' | 'round' | 'decision' | 'notice' | 'change';

interface WorkflowProps {
  /** All functions by the names that definitions give them, `VerifyFiles`; those it uses it may invoke. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** What else its definition names. */
  readonly substitutions?: Readonly<Record<string, string>>;
}

/** One of the state machines under `statemachines/`, with its log and the right to call what its definition names. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, name: WorkflowName, { functions, substitutions = {} }: WorkflowProps) {
    super(scope, name);
    const path = join(import.meta.dirname, '../statemachines', `${name}.asl.json`);
    const used = placeholdersOf(readFileSync(path, 'utf8')).flatMap((placeholder) =>
      functions[placeholder] ? [[placeholder, functions[placeholder]] as const] : [],
    );
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(Stack.of(this), name),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(path),
      definitionSubstitutions: {
        ...Object.fromEntries(used.map(([placeholder, { functionArn }]) => [placeholder, functionArn])),
        ...substitutions,
      },
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${machineName(Stack.of(this), name)}`,
          retention: RetentionDays.ONE_YEAR,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        // Data would put personal data into logs.
        includeExecutionData: false,
        level: LogLevel.ALL,
      },
    });
    for (const [, called] of used) called.grantInvokeLatestVersion(this.machine);
  }
}

/**
 * A workflow's ARN by its name, without a reference to the resource: functions that a workflow calls may tell it that
 * a task is done, and a reference both ways would be a cycle.
 */
export function workflowArn(stack: Stack, name: WorkflowName): string {
  return stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(stack, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

function machineName(stack: Stack, name: WorkflowName): string {
  return `${stack.stackName}-${name}`;
}

function placeholdersOf(definition: string): string[] {
  return [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder = '']) => placeholder))];
}
