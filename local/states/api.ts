import type { JsonOperations } from '../service.ts';
import { executionOperations } from './api-executions.ts';
import { machineOperations } from './api-machines.ts';
import { mapRunOperations } from './api-map-runs.ts';
import { taskOperations } from './api-tasks.ts';
import type { States } from './engine.ts';

/**
 * The operations of Step Functions, target prefix `AWSStepFunctions`, AWS JSON 1.0.
 * "AWS Step Functions API Reference", https://docs.aws.amazon.com/step-functions/latest/apireference/
 * Express workflows, activities, versions, aliases, tags and TestState are not among them.
 */
export function statesOperations(states: States): JsonOperations {
  return {
    ...machineOperations(states),
    ...executionOperations(states),
    ...taskOperations(states),
    ...mapRunOperations(states),
  };
}
