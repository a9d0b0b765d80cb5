import { ServiceError } from '../service.ts';
import { machineArn } from './arn.ts';
import type { States } from './engine.ts';
import type { MachineRow } from './machines.ts';

/** Makes a state machine; one that is there already has to be the same. */
export function createMachine(states: States, name: string, definition: string, roleArn: string): MachineRow {
  const { machines } = states.tables;
  const of = machineArn(states.place, name);
  states.read(definition);
  const there = machines.find(of);
  if (there && (there.definition !== definition || there.roleArn !== roleArn)) {
    throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${of}'`);
  }
  if (!there) states.change((t) => machines.put({ arn: of, name, definition, roleArn }, t.now));
  return existingMachine(states, of);
}

/** Gives a state machine a new revision, unless nothing changes. Running executions keep theirs. */
export function updateMachine(
  states: States,
  machine: MachineRow,
  { definition, roleArn }: { definition: string; roleArn: string },
): MachineRow {
  const { machines } = states.tables;
  states.read(definition);
  if (definition === machine.definition && roleArn === machine.roleArn) return machine;
  states.change((t) => machines.put({ ...machine, definition, roleArn }, t.now));
  return existingMachine(states, machine.arn);
}

/** The state machine of that ARN, or AWS's `StateMachineDoesNotExist`. */
export function existingMachine(states: States, of: string): MachineRow {
  const machine = states.tables.machines.find(of);
  if (machine) return machine;
  throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${of}'`);
}
