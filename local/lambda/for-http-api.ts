import type { Access } from '../access/access.ts';
import type { Json, JsonObject, Place } from '../service.ts';
import type { Lambda } from './lambda.ts';

/**
 * How an HTTP API calls a function: as API Gateway, which the function's policy must allow for the route. Rejects
 * where it does not, and if the function fails.
 *
 * "Permissions to invoke your Lambda function", https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function invokeForHttpApi(
  lambda: Lambda,
  access: Pick<Access, 'checkService'>,
  place: Place,
): (functionArn: string, event: JsonObject) => Promise<Json> {
  return async (functionArn, event) => {
    access.checkService('apigateway.amazonaws.com', {
      action: 'lambda:InvokeFunction',
      resource: functionArn,
      conditions: { 'aws:SourceArn': routeArn(event, place) },
    });
    const { payload, functionError } = await lambda.invoke(functionArn, JSON.stringify(event));
    if (functionError) throw new Error(`${functionArn} failed: ${payload}`);
    return JSON.parse(payload) as Json;
  };
}

/** `…:<api>/<stage>/GET/calls/{id}`, or `…:<api>/<stage>/$default`. */
function routeArn({ requestContext, routeKey }: JsonObject, { region, account }: Place): string {
  const { apiId, stage } = requestContext as JsonObject;
  return `arn:aws:execute-api:${region}:${account}:${apiId}/${stage}/${String(routeKey).replace(' ', '')}`;
}
