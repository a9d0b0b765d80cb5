import type { Declared, JsonObject, Place, ResourceKind } from '../service.ts';
import { checkName, machineArn } from './arn.ts';
import type { States } from './engine.ts';
import { isObject } from './fields.ts';
import { createMachine, updateMachine } from './make-machine.ts';

/** Refuses a role that Step Functions may not assume. */
interface AssumeCheck {
  checkAssume(roleArn: string, servicePrincipal: string): void;
}

/**
 * State machines as a template declares them. AWS::StepFunctions::StateMachine,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html
 * Express state machines are refused. `readAsset` gives the text of an object that `DefinitionS3Location`
 * names.
 */
export function statesKinds(
  states: States,
  access: AssumeCheck,
  readAsset: (bucket: string, key: string) => string,
  place: Place,
): ResourceKind[] {
  const arnOf = (resource: Declared) => machineArn(place, nameOf(resource));
  return [
    {
      type: 'AWS::StepFunctions::StateMachine',
      supported: [
        ...['StateMachineName', 'StateMachineType', 'RoleArn'],
        ...['DefinitionString', 'Definition', 'DefinitionS3Location', 'DefinitionSubstitutions'],
      ],
      ignored: {
        LoggingConfiguration: 'the history of every execution is kept and can be read here',
        TracingConfiguration: 'there is no X-Ray on one machine',
        EncryptionConfiguration: 'nothing leaves the machine, and there are no KMS keys on it',
        Tags: 'nobody pays for or sorts what runs here',
      },
      ref: arnOf,
      attributes: (resource) => ({
        Arn: arnOf(resource),
        Name: nameOf(resource),
        StateMachineRevisionId: states.tables.machines.find(arnOf(resource))?.revisionId ?? 'INITIAL',
      }),
      create(resource) {
        const { RoleArn: roleArn, StateMachineType: type = 'STANDARD' } = resource.properties;
        if (type !== 'STANDARD')
          throw refusal(resource, `StateMachineType ${type} is not supported, only STANDARD`);
        if (typeof roleArn !== 'string') throw refusal(resource, 'RoleArn has to be a string');
        access.checkAssume(roleArn, 'states.amazonaws.com');
        const name = nameOf(resource);
        checkName(name);
        const definition = definitionOf(resource, readAsset);
        const there = states.tables.machines.find(machineArn(place, name));
        if (there) updateMachine(states, there, { definition, roleArn });
        else createMachine(states, name, definition, roleArn);
      },
    },
  ];
}

/** The name CloudFormation would make up has the same first parts. */
function nameOf({ stack, logicalId, properties }: Declared): string {
  return typeof properties.StateMachineName === 'string'
    ? properties.StateMachineName
    : `${stack}-${logicalId}`.slice(0, 80);
}

/** The definition with `${…}` replaced by what DefinitionSubstitutions says. */
function definitionOf(resource: Declared, readAsset: (bucket: string, key: string) => string): string {
  const { DefinitionString: text, Definition: object, DefinitionS3Location: location } = resource.properties;
  const given = [text, object, location].filter((property) => property !== undefined);
  if (given.length !== 1) {
    throw refusal(
      resource,
      'exactly one of DefinitionString, Definition and DefinitionS3Location is required',
    );
  }
  const { DefinitionSubstitutions: substitutions = {} } = resource.properties;
  if (!isObject(substitutions)) throw refusal(resource, 'DefinitionSubstitutions has to be an object');
  if (typeof text === 'string') return substitute(text, substitutions);
  if (isObject(object)) return substitute(JSON.stringify(object), substitutions);
  if (!isObject(location)) throw refusal(resource, 'the definition is neither a string nor an object');
  const { Bucket: bucket, Key: key } = location;
  if (typeof bucket !== 'string' || typeof key !== 'string') {
    throw refusal(resource, 'DefinitionS3Location needs a Bucket and a Key');
  }
  return substitute(readAsset(bucket, key), substitutions);
}

/** Strings stand as they are inside the definition's own strings; other values as text. */
function substitute(definition: string, substitutions: JsonObject): string {
  return definition.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => {
    const value = substitutions[name];
    return value === undefined ? whole : JSON.stringify(String(value)).slice(1, -1);
  });
}

function refusal({ stack, logicalId }: Declared, reason: string): Error {
  return new Error(`${stack}/${logicalId} (AWS::StepFunctions::StateMachine): ${reason}`);
}
