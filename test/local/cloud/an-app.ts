import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget, SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/** CDK's own check of the templates takes three seconds each; the local cloud is the check here. */
process.env.CDK_VALIDATION = 'false';

/** Notes when it saw what, with the SDK of Lambda's runtime. */
const note = `
  const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({});
  exports.handler = async ({ id }) => {
    const Item = { id: { S: id }, seen: { S: new Date().toISOString() } };
    await client.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
    console.log('noted', id);
    return { id };
  };`;

const greet = 'exports.handler = async ({ pathParameters }) => ({ hello: pathParameters.name });';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: definitions mark their substitutions so
const wait = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait a day',
  States: {
    'Wait a day': { Type: 'Wait', Seconds: 86_400, Next: 'Note it' },
    'Note it': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${Note}', Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      End: true,
    },
  },
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: definitions mark their substitutions so

interface Options {
  /** Whether the function that notes may write into the table. */
  readonly mayWrite?: boolean;
  /** Changes the stack before it is synthesized. */
  readonly change?: (stack: Stack) => void;
}

/**
 * A little product through which an event passes every service: a file in the bucket starts a workflow, which waits a
 * day and notes the file in the table; a workflow that stopped is noted too; an API greets; a role may schedule the
 * workflow. Gives the folder of the assembly.
 */
export function anApp({ mayWrite = true, change }: Options = {}): string {
  const outdir = mkdtempSync(join(tmpdir(), 'app-'));
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, 'Little');
  const table = new TableV2(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  const noting = aFunction(stack, 'Note', note, { TABLE: table.tableName });
  if (mayWrite) table.grantWriteData(noting);
  const machine = new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromString(wait),
    definitionSubstitutions: { Note: noting.functionArn },
  });
  noting.grantInvoke(machine);
  const bucket = new Bucket(stack, 'Files', { eventBridgeEnabled: true });
  new Rule(stack, 'Uploaded', {
    eventPattern: { source: ['aws.s3'], detail: { bucket: { name: [bucket.bucketName] } } },
    targets: [
      new SfnStateMachine(machine, {
        input: RuleTargetInput.fromObject({ id: EventField.fromPath('$.detail.object.key') }),
        deadLetterQueue: new Queue(stack, 'DeadLetters', { enforceSSL: true }),
      }),
    ],
  });
  new Rule(stack, 'Stopped', {
    eventPattern: {
      source: ['aws.states'],
      detail: { status: ['ABORTED'], stateMachineArn: [machine.stateMachineArn] },
    },
    targets: [
      new FunctionTarget(noting, {
        event: RuleTargetInput.fromObject({ id: EventField.fromPath('$.detail.name') }),
      }),
    ],
  });
  const api = new HttpApi(stack, 'Api');
  const integration = new HttpLambdaIntegration('Greet', aFunction(stack, 'Greet', greet));
  api.addRoutes({ path: '/greet/{name}', methods: [HttpMethod.GET], integration });
  const scheduling = new Role(stack, 'Scheduling', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
  });
  machine.grantStartExecution(scheduling);
  const outputs = {
    BucketName: bucket.bucketName,
    TableName: table.tableName,
    MachineArn: machine.stateMachineArn,
    NoteName: noting.functionName,
    SchedulingRoleArn: scheduling.roleArn,
    ApiAddress: api.apiEndpoint,
  };
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
  change?.(stack);
  app.synth();
  return outdir;
}

function aFunction(
  stack: Stack,
  id: string,
  source: string,
  environment: Record<string, string> = {},
): LambdaFunction {
  return new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline(source),
    timeout: Duration.seconds(10),
    environment,
  });
}
