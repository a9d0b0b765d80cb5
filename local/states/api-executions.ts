import { randomUUID } from 'node:crypto';
import {
  type Json,
  type JsonObject,
  type JsonOperations,
  type Permission,
  ServiceError,
} from '../service.ts';
import { describeExecution, listedExecution } from './describe-execution.ts';
import { halt } from './end.ts';
import type { States } from './engine.ts';
import type { Execution, Listing } from './executions.ts';
import { describeEvent } from './history.ts';
import { bytes, limits } from './limits.ts';
import { page, readPage } from './page.ts';
import { redrive } from './redrive.ts';
import { arn, invalid, optionalText, optionalWord, resource, seconds, text } from './request.ts';

/** Operations on executions. */
export function executionOperations(states: States): JsonOperations {
  const { executions, history } = states.tables;
  const on = (action: string) => (input: JsonObject) => [
    { action, resource: resource(input, 'executionArn') },
  ];
  return {
    StartExecution: {
      permissions: (input) => [
        { action: 'states:StartExecution', resource: resource(input, 'stateMachineArn') },
      ],
      async run(input) {
        const name = optionalText(input, 'name', { least: 1, most: 80 }) ?? randomUUID();
        const given = checkInput(optionalText(input, 'input') ?? '{}');
        const { arn: executionArn, started } = states.startExecution(
          arn(input, 'stateMachineArn'),
          given,
          name,
        );
        return { executionArn, startDate: seconds(started) };
      },
    },
    /** An execution that has ended stays as it is. */
    StopExecution: {
      permissions: on('states:StopExecution'),
      async run(input) {
        const execution = existing(states, arn(input, 'executionArn'));
        const error = optionalText(input, 'error', { most: 256 });
        const cause = optionalText(input, 'cause', { most: 32_768 });
        if (execution.status === 'RUNNING')
          states.change((t) => halt(t, execution, 'ABORTED', { error, cause }));
        return { stopDate: seconds(executions.get(execution.id).stopped ?? states.clock.now()) };
      },
    },
    RedriveExecution: {
      permissions: on('states:RedriveExecution'),
      async run(input) {
        const execution = existing(states, arn(input, 'executionArn'));
        const clientToken = optionalText(input, 'clientToken', { least: 1, most: 64 });
        states.change((t) => redrive(t, execution, clientToken));
        return { redriveDate: seconds(executions.get(execution.id).redriven ?? states.clock.now()) };
      },
    },
    DescribeExecution: {
      permissions: on('states:DescribeExecution'),
      async run(input) {
        const execution = existing(states, arn(input, 'executionArn'));
        const included =
          optionalWord(input, 'includedData', ['ALL_DATA', 'METADATA_ONLY']) !== 'METADATA_ONLY';
        return describeExecution(states, execution, included);
      },
    },
    ListExecutions: {
      permissions: (input) => [listPermission(input)],
      async run(input) {
        const { limit, after } = readPage(input, isPlace);
        const before = after && { at: after[0], id: after[1] };
        const listing = readListing(states, input);
        const rows = executions.list({ ...listing, before, limit: limit + 1 });
        const inMapRun = listing.mapRun !== null;
        return page(
          'executions',
          rows,
          limit,
          (row) => listedExecution(states, row, inMapRun),
          ({ at, id }) => [at, id],
        );
      },
    },
    GetExecutionHistory: {
      permissions: on('states:GetExecutionHistory'),
      async run(input) {
        const { id } = existing(states, arn(input, 'executionArn'));
        const { limit, after } = readPage(input, (place) => typeof place === 'number');
        const events = history.list(id, after, input.reverseOrder === true, limit + 1);
        const included = input.includeExecutionData !== false;
        return page(
          'events',
          events,
          limit,
          (event) => describeEvent(event, included),
          (event) => event.id,
        );
      },
    },
  };
}

function existing(states: States, executionArn: string): Execution {
  const execution = states.tables.executions.find(executionArn);
  if (execution) return execution;
  throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
}

function checkInput(input: string): string {
  if (bytes(input) > limits.payload) {
    throw invalid('input', '…', `Member must have length less than or equal to ${limits.payload}`);
  }
  try {
    JSON.parse(input);
    return input;
  } catch (error) {
    const reason = input === '' ? 'Invalid execution input.' : (error as Error).message;
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${reason}'`);
  }
}

const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] as const;

/** Which executions are asked for: those of a state machine or those of a map run. */
function readListing(states: States, input: JsonObject): Omit<Listing, 'before' | 'limit'> {
  const status = optionalWord(input, 'statusFilter', statuses) ?? null;
  const redriven = optionalWord(input, 'redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN']);
  const filters = { status, redriven: redriven === undefined ? null : redriven === 'REDRIVEN' };
  if ((input.stateMachineArn === undefined) === (input.mapRunArn === undefined)) {
    throw new ServiceError(
      'ValidationException',
      'Exactly one of stateMachineArn and mapRunArn must be specified',
    );
  }
  if (input.mapRunArn === undefined) {
    if (status === 'PENDING_REDRIVE') throw invalid('statusFilter', status, 'It requires mapRunArn');
    const machineArn = arn(input, 'stateMachineArn');
    if (states.tables.machines.find(machineArn)) return { ...filters, machineArn, mapRun: null };
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  }
  const run = states.tables.mapRuns.find(arn(input, 'mapRunArn'));
  if (!run) throw new ServiceError('ResourceNotFound', `Resource not found: '${text(input, 'mapRunArn')}'`);
  return { ...filters, machineArn: null, mapRun: run.id };
}

function listPermission(input: JsonObject): Permission {
  const name = input.mapRunArn === undefined ? 'stateMachineArn' : 'mapRunArn';
  return { action: 'states:ListExecutions', resource: resource(input, name) };
}

function isPlace(place: Json): place is [number, number] {
  return Array.isArray(place) && place.length === 2 && place.every((part) => typeof part === 'number');
}
