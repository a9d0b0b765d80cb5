import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Access } from './access/access.ts';
import { accessKinds } from './access/resources.ts';
import type { Assembly } from './assembly.ts';
import type { Clock } from './clock.ts';
import { Distributions } from './cloudfront/distributions.ts';
import { cloudFrontKinds } from './cloudfront/resources.ts';
import { Cognito } from './cognito/cognito.ts';
import { unsignedOperations } from './cognito/operations.ts';
import { cognitoKinds } from './cognito/resources.ts';
import type { Database } from './database.ts';
import { dynamoDbOperations } from './dynamodb/api.ts';
import { dynamoDbKinds } from './dynamodb/resources.ts';
import { DynamoDbStore } from './dynamodb/store.ts';
import { Tables } from './dynamodb/tables.ts';
import { eventsOperations } from './events/api.ts';
import { Events } from './events/events.ts';
import { ExecutionStatus } from './events/execution-status.ts';
import { eventsKinds, schedulerKinds } from './events/resources.ts';
import { Scheduler } from './events/scheduler.ts';
import { schedulerOperations, schedulerRoutes } from './events/scheduler-api.ts';
import { HttpApis } from './http-api/http-api.ts';
import { httpApiKinds } from './http-api/resources.ts';
import { jsonService, type Protocol } from './json-service.ts';
import { kmsOperations } from './kms/api.ts';
import { Keys } from './kms/keys.ts';
import { kmsKinds } from './kms/resources.ts';
import { lambdaOperations, lambdaService } from './lambda/api.ts';
import { CodeStore } from './lambda/code.ts';
import { sendToDestination } from './lambda/destinations.ts';
import { invokeForHttpApi } from './lambda/for-http-api.ts';
import { lambdaTask } from './lambda/for-step-functions.ts';
import { Lambda } from './lambda/lambda.ts';
import { lambdaKinds } from './lambda/resources.ts';
import { bucketDeploymentKind } from './s3/bucket-deployment.ts';
import { s3Kinds } from './s3/resources.ts';
import { S3 } from './s3/s3.ts';
import type { Caller, JsonOperations, Place, ResourceKind, Service } from './service.ts';
import { sesOperations, sesRoutes } from './ses/operations.ts';
import { sesKinds } from './ses/resources.ts';
import { Ses } from './ses/ses.ts';
import { sqsOperations } from './sqs/api.ts';
import { Queues } from './sqs/queues.ts';
import { sqsKinds } from './sqs/resources.ts';
import { statesOperations } from './states/api.ts';
import { States } from './states/engine.ts';
import { statesKinds } from './states/resources.ts';

interface Surroundings {
  readonly clock: Clock;
  readonly database: Database;
  readonly directory: string;
  readonly place: Place;
  readonly assembly: Assembly;
  /** Told when the engine of the workflows or its database is broken, and nothing can go on. */
  readonly broken?: ((error: unknown) => void) | undefined;
}

/** All services of one cloud, each knowing those it calls, and nothing begun yet. */
export type Services = ReturnType<typeof makeServices>;

/** Makes the services over one database, one clock and one directory. */
export function makeServices(surroundings: Surroundings) {
  const { clock, database, directory, place, assembly, broken } = surroundings;
  const common = { clock, database, place };
  const warn = (message: string) => console.error(message);
  const access = new Access(place, database);
  // Services call each other in circles; what is only called later is looked up then.
  const operationsOf = (service: 'states' | 'lambda' | 'sqs') => operations[service];

  const keys = new Keys(common);
  const queues = new Queues(common);
  const events = new Events({ ...common, access, operationsOf, warn });
  const scheduler = new Scheduler({ ...common, access, operationsOf, warn });
  const publish = (event: Parameters<Events['publish']>[0]) => {
    events.publish(event);
  };
  const sendTo = sendToDestination({ access, place, operationsOf, publish });
  const lambda = new Lambda({ ...common, directory, access, sendTo, warn, warm: 48 });
  const code = new CodeStore(join(directory, 'lambda'));
  const s3 = new S3({ ...common, directory, access, publish });
  const store = new DynamoDbStore(join(directory, 'dynamodb'), place);
  const tables = new Tables(clock, store);
  const states = new States({
    ...common,
    access,
    tasks: { 'lambda:invoke': lambdaTask(lambda) },
    objects: objectsOf(s3),
    ...(broken && { broken }),
  });
  const executionStatus = new ExecutionStatus(clock, database, events);
  const cognito = new Cognito(common);
  const ses = new Ses({ ...common, publish });
  const httpApis = new HttpApis({ clock, place, invoke: invokeForHttpApi(lambda, access, place) });
  const distributions = new Distributions({ access, s3, httpApis });

  const operations = {
    states: statesOperations(states),
    lambda: lambdaOperations(lambda),
    sqs: sqsOperations(queues, place),
    dynamodb: dynamoDbOperations(tables, place),
  };
  const json = (
    signingName: string,
    protocol: Protocol,
    its: JsonOperations,
    unsigned: readonly string[] = [],
  ) => jsonService({ signingName, protocol, operations: its, access, clock, unsigned });
  const services: readonly Service[] = [
    s3,
    lambdaService(lambda, access, clock),
    json('states', { version: '1.0', targetPrefix: 'AWSStepFunctions' }, operations.states),
    json('sqs', { version: '1.0', targetPrefix: 'AmazonSQS' }, operations.sqs),
    json('dynamodb', { version: '1.0', targetPrefix: 'DynamoDB_20120810' }, operations.dynamodb),
    json('kms', { version: '1.1', targetPrefix: 'TrentService' }, kmsOperations(keys)),
    json('events', { version: '1.1', targetPrefix: 'AWSEvents' }, eventsOperations(events, place)),
    json('scheduler', { routes: schedulerRoutes }, schedulerOperations(scheduler, place)),
    json('ses', { routes: sesRoutes }, sesOperations(ses, place)),
    json(
      'cognito-idp',
      { version: '1.1', targetPrefix: cognitoTarget },
      cognito.operations(),
      unsignedOperations,
    ),
  ];
  const assumable = {
    checkAssume: (roleArn: string, principal: string) =>
      access.checkAssume(roleArn, principal, {
        'aws:SourceArn': `arn:aws:states:${place.region}:${place.account}:stateMachine:*`,
      }),
  };
  const kinds: readonly ResourceKind[] = [
    ...accessKinds(access, place),
    ...s3Kinds(s3, access, place),
    ...kmsKinds(keys, access, place),
    ...sqsKinds(queues, access, place),
    ...dynamoDbKinds(tables, access, place),
    ...lambdaKinds({ lambda, access, code, assetPath: assembly.assetPath, place }),
    ...statesKinds(
      states,
      assumable,
      (bucket, key) => readFileSync(assembly.assetPath(bucket, key), 'utf8'),
      place,
    ),
    ...eventsKinds(events, place),
    ...schedulerKinds(scheduler, place),
    ...cognitoKinds(cognito, place),
    ...sesKinds(ses, place),
    ...httpApiKinds(httpApis, place),
    ...cloudFrontKinds(distributions, place),
    bucketDeploymentKind(s3, assembly.assetPath),
  ];

  const durable = [tables, s3, events, executionStatus, scheduler, lambda, ses, states];
  return {
    access,
    lambda,
    s3,
    ses,
    cognito,
    httpApis,
    distributions,
    operations,
    kinds,
    bySigningName: new Map(services.map((service) => [service.signingName, service])),

    /** Goes on with what was going on; call it once all resources are there. */
    resume(): void {
      code.prune();
      for (const service of durable) service.resume();
    },

    /** Ends all work; what is durable goes on at the next start. */
    async close(): Promise<void> {
      for (const service of [...durable].reverse()) await service.close();
      await store.close();
    },
  };
}

/** The `X-Amz-Target` of Cognito, some of whose operations are called without a signature. */
export const cognitoTarget = 'AWSCognitoIdentityProviderService';

/** S3 as Step Functions' Map states use it, in the name of the state machine's role. */
function objectsOf(s3: S3) {
  const as = (roleArn: string) => {
    const caller: Caller = { kind: 'role', roleArn };
    return s3.as(caller);
  };
  return {
    getObject: (roleArn: string, bucket: string, key: string, versionId?: string) =>
      as(roleArn).getObject(bucket, key, versionId),
    async putObject(roleArn: string, bucket: string, key: string, body: Buffer): Promise<void> {
      await as(roleArn).putObject(bucket, key, body, 'application/json');
    },
    listObjects: (roleArn: string, bucket: string, prefix: string) => as(roleArn).listObjects(bucket, prefix),
  };
}
