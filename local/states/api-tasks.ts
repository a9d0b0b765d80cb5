import { type JsonObject, type JsonOperations, ServiceError } from '../service.ts';
import type { States } from './engine.ts';
import { stateOf } from './enter.ts';
import type { Frame } from './frames.ts';
import { bytes, limits } from './limits.ts';
import type { Resource } from './machine.ts';
import { invalid, optionalText, text } from './request.ts';
import { failed, isToken, succeeded } from './task.ts';
import type { Transaction } from './transaction.ts';

/**
 * Operations with which a worker answers a task by its token.
 * "Wait for a Callback with Task Token",
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function taskOperations(states: States): JsonOperations {
  const permissions = (action: string) => (input: JsonObject) => {
    const given = states.tables.frames.token(String(input.taskToken));
    // A token is good for one state machine, and permission is asked for that one. Any other text is refused as a token.
    return given ? [{ action, resource: given.machineArn }] : [];
  };
  return {
    SendTaskSuccess: {
      permissions: permissions('states:SendTaskSuccess'),
      async run(input) {
        const token = readToken(input);
        const output = checkOutput(text(input, 'output'));
        states.proceed((t) => {
          const { frame, resource } = waiting(t, token);
          succeeded(t, frame, resource, output);
        });
        return {};
      },
    },
    SendTaskFailure: {
      permissions: permissions('states:SendTaskFailure'),
      async run(input) {
        const token = readToken(input);
        const error = optionalText(input, 'error', { most: 256 }) ?? '';
        const cause = optionalText(input, 'cause', { most: 32_768 }) ?? '';
        states.proceed((t) => {
          const { frame, resource } = waiting(t, token);
          failed(t, frame, resource, { error, cause });
        });
        return {};
      },
    },
    SendTaskHeartbeat: {
      permissions: permissions('states:SendTaskHeartbeat'),
      async run(input) {
        const token = readToken(input);
        states.proceed((t) => t.tables.timers.beat(waiting(t, token).frame.id, t.now));
        return {};
      },
    },
  };
}

function readToken(input: JsonObject): string {
  const token = text(input, 'taskToken', { least: 1, most: 2048 });
  if (!isToken(token)) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  return token;
}

/** The task that waits for this token. */
function waiting(t: Transaction, token: string): { frame: Frame; resource: Resource } {
  const given = t.tables.frames.token(token);
  if (!given) throw new ServiceError('TaskDoesNotExist', 'Task Does Not Exist');
  const frame = t.tables.frames.get(given.frame);
  const state = frame && stateOf(t.machine(frame), frame.state);
  if (frame?.token === token && state?.type === 'Task') return { frame, resource: state.resource };
  throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

function checkOutput(output: string): string {
  if (bytes(output) > limits.payload) {
    throw invalid('output', '…', `Member must have length less than or equal to ${limits.payload}`);
  }
  try {
    JSON.parse(output);
    return output;
  } catch (error) {
    throw new ServiceError('InvalidOutput', `Invalid Output: '${(error as Error).message}'`);
  }
}
