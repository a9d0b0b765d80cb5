import * as z from 'zod';
import { readProperties } from '../assembly/read-properties.ts';
import type { Place, ResourceKind } from '../service.ts';
import type { HttpApis } from './http-api.ts';
import { shortId } from './properties.ts';
import { authorizerKind, integrationKind, routeKind } from './route-resources.ts';

/**
 * How the local cloud makes HTTP APIs. Nested properties it does not know, and values it does not support,
 * are errors at load that say where they stand.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_ApiGatewayV2.html
 */
export function httpApiKinds(httpApis: HttpApis, place: Place): ResourceKind[] {
  return [
    apiKind(httpApis, place),
    stageKind(httpApis),
    routeKind(httpApis),
    integrationKind(httpApis),
    authorizerKind(httpApis),
  ];
}

const Cors = z.strictObject({
  AllowOrigins: z.array(z.string()).optional(),
  AllowMethods: z.array(z.string()).optional(),
  AllowHeaders: z.array(z.string()).optional(),
  ExposeHeaders: z.array(z.string()).optional(),
  MaxAge: z.int().min(-1).max(86_400).optional(),
  AllowCredentials: z.boolean().optional(),
});

const Api = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: Cors.refine(
    (cors) => !(cors.AllowCredentials && cors.AllowOrigins?.includes('*')),
    'AllowCredentials cannot go with AllowOrigins "*", as API Gateway refuses it too',
  ).optional(),
  DisableExecuteApiEndpoint: z
    .literal(false, 'without its own endpoint an API needs a custom domain, which is not supported')
    .optional(),
});

function apiKind(httpApis: HttpApis, place: Place): ResourceKind {
  return {
    type: 'AWS::ApiGatewayV2::Api',
    supported: Object.keys(Api.shape),
    ignored: {
      Name: 'a label; the id is made of stack and logical id',
      Description: 'a label',
      Tags: 'nothing is billed or searched by tag here',
      IpAddressType: 'there is only the loopback address',
      RouteSelectionExpression: 'HTTP APIs have only one, "$request.method $request.path"',
    },
    ref: shortId,
    attributes: (resource) => ({
      ApiId: shortId(resource),
      ApiEndpoint: `${place.origin}/_api/${shortId(resource)}`,
    }),
    create(resource) {
      const { CorsConfiguration } = readProperties(Api, resource);
      httpApis.putApi({ id: shortId(resource), cors: CorsConfiguration });
    },
  };
}

const Settings = z.strictObject({
  ThrottlingBurstLimit: z.int().min(0).optional(),
  ThrottlingRateLimit: z.number().min(0).optional(),
  DetailedMetricsEnabled: z.boolean().optional(),
});

const Stage = z.object({
  ApiId: z.string(),
  StageName: z.literal('$default', 'only the stage "$default" is served, at the root of the API'),
  AutoDeploy: z.literal(true, 'without AutoDeploy a stage serves a Deployment, which is not supported'),
  DefaultRouteSettings: Settings.optional(),
  RouteSettings: z.record(z.string(), Settings).optional(),
  StageVariables: z.record(z.string(), z.string()).optional(),
});

function stageKind(httpApis: HttpApis): ResourceKind {
  return {
    type: 'AWS::ApiGatewayV2::Stage',
    supported: Object.keys(Stage.shape),
    ignored: {
      AccessLogSettings: 'there are no CloudWatch log groups here; the server logs requests itself',
      Description: 'a label',
      Tags: 'nothing is billed or searched by tag here',
    },
    ref: () => '$default',
    attributes: () => ({}),
    create(resource) {
      const stage = readProperties(Stage, resource);
      httpApis.putStage(stage.ApiId, {
        variables: stage.StageVariables,
        defaultRouteSettings: stage.DefaultRouteSettings,
        routeSettings: stage.RouteSettings ?? {},
      });
    },
  };
}
