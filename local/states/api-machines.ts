import { type JsonObject, type JsonOperations, type Permission, ServiceError } from '../service.ts';
import { checkName, machineArn } from './arn.ts';
import { InvalidDefinition } from './definition.ts';
import { halt } from './end.ts';
import type { States } from './engine.ts';
import type { Diagnostic } from './fields.ts';
import type { MachineRow } from './machines.ts';
import { createMachine, existingMachine, updateMachine } from './make-machine.ts';
import { page, readPage } from './page.ts';
import { arn, optionalNumber, optionalText, optionalWord, resource, seconds, text } from './request.ts';

/** Operations on state machines. */
export function machineOperations(states: States): JsonOperations {
  const { machines, executions } = states.tables;
  return {
    CreateStateMachine: {
      permissions: (input) => [
        { action: 'states:CreateStateMachine', resource: machineArn(states.place, resource(input, 'name')) },
        passRole(input),
      ],
      async run(input) {
        const name = text(input, 'name');
        checkName(name);
        refuseUnsupported(input);
        return describeCreated(
          createMachine(states, name, text(input, 'definition'), text(input, 'roleArn')),
        );
      },
    },
    UpdateStateMachine: {
      permissions: (input) => [
        { action: 'states:UpdateStateMachine', resource: resource(input, 'stateMachineArn') },
        ...(input.roleArn === undefined ? [] : [passRole(input)]),
      ],
      async run(input) {
        const machine = existingMachine(states, arn(input, 'stateMachineArn'));
        refuseUnsupported(input);
        const changeable = ['definition', 'roleArn', 'loggingConfiguration', 'tracingConfiguration'];
        if (changeable.every((name) => input[name] === undefined)) throw nothingToUpdate();
        const { revisionId } = updateMachine(states, machine, {
          definition: optionalText(input, 'definition') ?? machine.definition,
          roleArn: optionalText(input, 'roleArn') ?? machine.roleArn,
        });
        return { updateDate: seconds(states.clock.now()), ...(revisionId === null ? {} : { revisionId }) };
      },
    },
    DescribeStateMachine: {
      permissions: (input) => [on('states:DescribeStateMachine', input, 'stateMachineArn')],
      run: async (input) => describe(existingMachine(states, arn(input, 'stateMachineArn')), input),
    },
    DescribeStateMachineForExecution: {
      permissions: (input) => [on('states:DescribeStateMachineForExecution', input, 'executionArn')],
      async run(input) {
        const executionArn = arn(input, 'executionArn');
        const execution = executions.find(executionArn);
        if (!execution)
          throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
        const {
          machineArn: of,
          definition,
          roleArn,
          revisionId,
          created,
        } = machines.revision(execution.revision);
        return {
          stateMachineArn: execution.machineArn,
          name: of.slice(of.lastIndexOf(':') + 1),
          definition: told(input, definition),
          roleArn,
          updateDate: seconds(created),
          ...(revisionId === null ? {} : { revisionId }),
          ...(execution.mapRun === null
            ? {}
            : {
                mapRunArn: states.tables.mapRuns.get(execution.mapRun).arn,
                label: execution.machineArn.slice(of.length + 1),
              }),
        };
      },
    },
    ListStateMachines: {
      permissions: () => [{ action: 'states:ListStateMachines', resource: '*' }],
      async run(input) {
        const { limit, after = 0 } = readPage(input, (place) => typeof place === 'number');
        const rows = machines.list().map((machine, at) => ({ machine, at }));
        const listed = ({ machine }: { machine: MachineRow }) => ({
          stateMachineArn: machine.arn,
          name: machine.name,
          type: 'STANDARD',
          creationDate: seconds(machine.created),
        });
        return page('stateMachines', rows.slice(after, after + limit + 1), limit, listed, ({ at }) => at + 1);
      },
    },
    /** Running executions end with the machine, as they do in AWS at their next transition. */
    DeleteStateMachine: {
      permissions: (input) => [on('states:DeleteStateMachine', input, 'stateMachineArn')],
      async run(input) {
        const machine = arn(input, 'stateMachineArn');
        states.change((t) => {
          for (const id of executions.running(machine)) halt(t, executions.get(id), 'ABORTED', {});
          machines.delete(machine);
        });
        return {};
      },
    },
    ValidateStateMachineDefinition: {
      permissions: () => [{ action: 'states:ValidateStateMachineDefinition', resource: '*' }],
      async run(input) {
        const most = optionalNumber(input, 'maxResults', { most: 100 }) || 100;
        optionalWord(input, 'severity', ['ERROR', 'WARNING']);
        refuseUnsupported(input);
        const diagnostics = diagnose(states, text(input, 'definition'));
        return {
          result: diagnostics.length === 0 ? 'OK' : 'FAIL',
          diagnostics: diagnostics.slice(0, most).map((diagnostic) => ({ severity: 'ERROR', ...diagnostic })),
          truncated: diagnostics.length > most,
        };
      },
    },
  };
}

function describeCreated({ arn: stateMachineArn, created }: MachineRow): JsonObject {
  return { stateMachineArn, creationDate: seconds(created) };
}

function describe(machine: MachineRow, input: JsonObject): JsonObject {
  const { name, roleArn, definition, revisionId } = machine;
  return {
    ...describeCreated(machine),
    name,
    status: 'ACTIVE',
    definition: told(input, definition),
    roleArn,
    type: 'STANDARD',
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
    ...(revisionId === null ? {} : { revisionId }),
  };
}

function told(input: JsonObject, definition: string): string {
  return optionalWord(input, 'includedData', ['ALL_DATA', 'METADATA_ONLY']) === 'METADATA_ONLY'
    ? '{}'
    : definition;
}

function diagnose(states: States, definition: string): Diagnostic[] {
  try {
    states.read(definition);
    return [];
  } catch (error) {
    if (error instanceof InvalidDefinition) return [...error.diagnostics];
    throw error;
  }
}

function refuseUnsupported(input: JsonObject): void {
  if (optionalWord(input, 'type', ['STANDARD', 'EXPRESS']) === 'EXPRESS') {
    throw new ServiceError('StateMachineTypeNotSupported', 'Only STANDARD state machines are supported here');
  }
  if (input.publish === true)
    throw new ServiceError('ValidationException', 'Versions are not supported here');
}

function nothingToUpdate(): ServiceError {
  return new ServiceError(
    'MissingRequiredParameter',
    'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
  );
}

function on(action: string, input: JsonObject, name: string): Permission {
  return { action, resource: resource(input, name) };
}

function passRole(input: JsonObject): Permission {
  return {
    action: 'iam:PassRole',
    resource: resource(input, 'roleArn'),
    conditions: { 'iam:PassedToService': 'states.amazonaws.com' },
  };
}
