import type { Access } from '../access/access.ts';
import { physicalName } from '../assembly/physical-name.ts';
import { object, only, optional, Refused, requiredText, text, within } from '../assembly/properties.ts';
import type { Declared, JsonObject, Place, ResourceKind } from '../service.ts';
import type { EventInvokeConfig } from './asynchronous-invocations.ts';
import { type FunctionDependencies, functionKind } from './function-resource.ts';

interface Dependencies extends FunctionDependencies {
  readonly access: Pick<Access, 'checkAssume' | 'putResourcePolicy'>;
}

const oneVersion = 'here every version is the code of the template';
const nothingRuns = 'it changes nothing that runs';
const manyMachines = 'it is about AWS machines';

/** AWS::Lambda::Function (Node.js 24), Permission, Version, Alias and EventInvokeConfig. */
export function lambdaKinds(dependencies: Dependencies): readonly ResourceKind[] {
  return [
    functionKind(dependencies),
    permissionKind(dependencies),
    ...qualifierKinds(dependencies),
    eventInvokeConfigKind(dependencies),
  ];
}

/** Statements of a function's resource policy, collected over its permissions. */
function permissionKind({ lambda, access, place }: Dependencies): ResourceKind {
  const statements = new Map<string, JsonObject[]>();
  return {
    type: 'AWS::Lambda::Permission',
    supported: ['Action', 'FunctionName', 'Principal', 'SourceArn', 'SourceAccount'],
    ignored: {},
    ref: (resource) => physicalName(resource, 100),
    attributes: (resource) => ({ Id: physicalName(resource, 100) }),
    create(resource) {
      const { properties } = resource;
      const arn = lambda.arnOf(requiredText(properties, 'FunctionName'));
      const known = statements.get(arn) ?? [];
      statements.set(arn, known);
      known.push(permissionStatement(resource, arn, place));
      access.putResourcePolicy(arn, { Version: '2012-10-17', Statement: known });
    },
  };
}

function permissionStatement(resource: Declared, arn: string, place: Place): JsonObject {
  const { properties } = resource;
  const principal = requiredText(properties, 'Principal');
  const sourceArn = text(properties, 'SourceArn');
  const sourceAccount = text(properties, 'SourceAccount');
  const account = principal === place.account ? `arn:aws:iam::${principal}:root` : principal;
  return {
    Sid: physicalName(resource, 100),
    Effect: 'Allow',
    Principal: principal.includes('.amazonaws.com') ? { Service: principal } : { AWS: account },
    Action: requiredText(properties, 'Action'),
    Resource: arn,
    Condition: {
      ...(sourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': sourceArn } }),
      ...(sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
    },
  };
}

function qualifierKinds({ lambda }: Dependencies): readonly ResourceKind[] {
  const version = '1';
  const called = (resource: Declared, qualifier: string) =>
    `${lambda.arnOf(requiredText(resource.properties, 'FunctionName'))}:${qualifier}`;
  const aliasName = (resource: Declared) => requiredText(resource.properties, 'Name');
  return [
    {
      type: 'AWS::Lambda::Version',
      supported: ['FunctionName'],
      ignored: {
        CodeSha256: oneVersion,
        Description: nothingRuns,
        ProvisionedConcurrencyConfig: manyMachines,
        RuntimePolicy: manyMachines,
      },
      ref: (resource) => called(resource, version),
      attributes: (resource) => ({ Version: version, FunctionArn: called(resource, version) }),
      create: ({ properties }) =>
        lambda.defineQualifier(requiredText(properties, 'FunctionName'), version, version),
    },
    {
      type: 'AWS::Lambda::Alias',
      supported: ['FunctionName', 'FunctionVersion', 'Name'],
      ignored: { Description: nothingRuns, ProvisionedConcurrencyConfig: manyMachines },
      ref: (resource) => called(resource, aliasName(resource)),
      attributes: (resource) => ({ AliasArn: called(resource, aliasName(resource)) }),
      create: (resource) =>
        lambda.defineQualifier(
          requiredText(resource.properties, 'FunctionName'),
          aliasName(resource),
          requiredText(resource.properties, 'FunctionVersion'),
        ),
    },
  ];
}

function eventInvokeConfigKind({ lambda }: Dependencies): ResourceKind {
  return {
    type: 'AWS::Lambda::EventInvokeConfig',
    supported: [
      'FunctionName',
      'Qualifier',
      'MaximumRetryAttempts',
      'MaximumEventAgeInSeconds',
      'DestinationConfig',
    ],
    ignored: {},
    ref: (resource) => physicalName(resource, 100),
    attributes: () => ({}),
    create({ properties }) {
      const destinations = object(properties, 'DestinationConfig') ?? {};
      only(destinations, 'DestinationConfig', ['OnSuccess', 'OnFailure']);
      const config: EventInvokeConfig = {
        ...optional('maximumRetryAttempts', within(properties, 'MaximumRetryAttempts', 0, 2)),
        ...optional('maximumEventAge', within(properties, 'MaximumEventAgeInSeconds', 60, 21_600)),
        ...optional('onSuccess', destination(destinations, 'OnSuccess')),
        ...optional('onFailure', destination(destinations, 'OnFailure')),
      };
      lambda.configureEvents(requiredText(properties, 'FunctionName'), config);
    },
  };
}

function destination(destinations: JsonObject, name: string): string | undefined {
  const given = object(destinations, name);
  if (!given) return undefined;
  const arn = requiredText(given, 'Destination');
  if (/^arn:aws:(sqs|lambda|events):/.test(arn)) return arn;
  throw new Refused(
    `DestinationConfig.${name}: the local cloud sends records to queues, functions and the bus`,
  );
}
