import { type Place, ServiceError } from '../service.ts';

/** The names of Step Functions' resources. */
export function machineArn(place: Place, name: string): string {
  return `arn:aws:states:${place.region}:${place.account}:stateMachine:${name}`;
}

/** `machine` is the machine's own name, or `name/label` for the child executions of a distributed Map. */
export function executionArn(place: Place, machine: string, name: string): string {
  return `arn:aws:states:${place.region}:${place.account}:execution:${machine}:${name}`;
}

/** `label` tells the Map state in the machine, `id` this run of it. */
export function mapRunArn(place: Place, machine: string, label: string, id: string): string {
  return `arn:aws:states:${place.region}:${place.account}:mapRun:${machine}/${label}:${id}`;
}

/** The machine's name in its ARN. */
export function machineName(arn: string): string {
  return arn.slice(arn.indexOf(':stateMachine:') + ':stateMachine:'.length);
}

/** Refuses what is not an ARN with AWS's `InvalidArn`. */
export function checkArn(arn: string): void {
  if (!arn.startsWith('arn:'))
    throw new ServiceError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  if (arn.split(':').length < 7 || !arn.includes(':states:')) {
    throw new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`);
  }
}

/** Refuses a name of a state machine or execution with AWS's `InvalidName`. */
export function checkName(name: string): void {
  if (name.length < 1 || name.length > 80 || hasForbiddenCharacters(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
}

/**
 * White space, brackets, wildcards, special and control characters, surrogates.
 * StartExecution, https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export function hasForbiddenCharacters(name: string): boolean {
  return /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}\u{10FFFF}]/u.test(name);
}
