import type { Access } from '../access/access.ts';
import { physicalName } from '../assembly/physical-name.ts';
import { object, only, optional, Refused, requiredText, text, within } from '../assembly/properties.ts';
import type { Declared, JsonObject, Place, ResourceKind } from '../service.ts';
import type { CodeStore } from './code.ts';
import type { LambdaFunction } from './function.ts';
import type { Lambda } from './lambda.ts';

export interface FunctionDependencies {
  readonly lambda: Lambda;
  readonly access: Pick<Access, 'checkAssume'>;
  readonly code: CodeStore;
  /** The path of an asset by its bucket and key. */
  readonly assetPath: (bucket: string, key: string) => string;
  readonly place: Place;
}

const nothingRuns = 'it changes nothing that runs';

/** AWS::Lambda::Function with the runtime Node.js 24. */
export function functionKind({ lambda, access, code, assetPath, place }: FunctionDependencies): ResourceKind {
  const nameOf = (resource: Declared) =>
    text(resource.properties, 'FunctionName') ?? physicalName(resource, 64);
  const arnOf = (resource: Declared) =>
    `arn:aws:lambda:${place.region}:${place.account}:function:${nameOf(resource)}`;
  const taskRoot = (resource: Declared): string => {
    const given = object(resource.properties, 'Code') ?? {};
    only(given, 'Code', ['S3Bucket', 'S3Key', 'ZipFile']);
    const source = text(given, 'ZipFile');
    if (source !== undefined) return code.inline(nameOf(resource), source);
    return code.fromAsset(assetPath(requiredText(given, 'S3Bucket'), requiredText(given, 'S3Key')));
  };
  return {
    type: 'AWS::Lambda::Function',
    supported: [
      'FunctionName',
      'Code',
      'Handler',
      'Runtime',
      'Role',
      'MemorySize',
      'Timeout',
      'Environment',
      'ReservedConcurrentExecutions',
      'DeadLetterConfig',
      'PackageType',
    ],
    ignored: {
      Architectures: 'the code runs on this machine',
      Description: nothingRuns,
      EphemeralStorage: 'the disk of this machine is not shared out',
      KmsKeyArn: 'there is no key management on one machine',
      LoggingConfig: 'logs are files here',
      RuntimeManagementConfig: 'the runtime is this machine’s Node.js',
      Tags: nothingRuns,
      TracingConfig: 'there is no X-Ray on one machine',
    },
    ref: nameOf,
    attributes: (resource) => ({ Arn: arnOf(resource) }),
    create(resource) {
      const { properties } = resource;
      const roleArn = requiredText(properties, 'Role');
      access.checkAssume(roleArn, 'lambda.amazonaws.com', { 'aws:SourceArn': arnOf(resource) });
      const fn: LambdaFunction = {
        name: nameOf(resource),
        arn: arnOf(resource),
        roleArn,
        taskRoot: taskRoot(resource),
        handler: requiredText(properties, 'Handler'),
        memory: within(properties, 'MemorySize', 128, 10_240) ?? 128,
        timeout: within(properties, 'Timeout', 1, 900) ?? 3,
        variables: variables(properties),
        ...optional('reservedConcurrency', within(properties, 'ReservedConcurrentExecutions', 0, 1000)),
        ...optional('deadLetterArn', text(object(properties, 'DeadLetterConfig') ?? {}, 'TargetArn')),
      };
      checkRuntime(properties);
      lambda.define(fn);
    },
  };
}

function checkRuntime(properties: JsonObject): void {
  const runtime = text(properties, 'Runtime');
  if (text(properties, 'PackageType') === 'Image' || runtime !== 'nodejs24.x') {
    throw new Refused(`Runtime: the local cloud runs nodejs24.x, not ${runtime ?? 'images'}`);
  }
}

/** The keys that Lambda keeps for itself: "Defined runtime environment variables", reserved. */
const reserved =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_)?REGION|AWS_EXECUTION_ENV|AWS_LAMBDA_(?!EXEC_WRAPPER$).*|AWS_ACCESS_KEY(_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|LAMBDA_(TASK_ROOT|RUNTIME_DIR))$/;

function variables(properties: JsonObject): Record<string, string> {
  const environment = object(properties, 'Environment') ?? {};
  only(environment, 'Environment', ['Variables']);
  const given = object(environment, 'Variables') ?? {};
  const all = Object.fromEntries(Object.keys(given).map((name) => [name, requiredText(given, name)]));
  const kept = Object.keys(all).filter((name) => reserved.test(name));
  if (kept.length > 0) throw new Refused(`Environment: Lambda reserves ${kept.join(', ')}`);
  const size = Object.entries(all).reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (size > 4096) throw new Refused(`Environment: ${size} bytes; Lambda takes 4 KB`);
  return all;
}
