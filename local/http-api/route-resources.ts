import * as z from 'zod';
import { readProperties } from '../assembly/read-properties.ts';
import type { ResourceKind } from '../service.ts';
import type { HttpApis } from './http-api.ts';
import { shortId } from './properties.ts';
import { parseRouteKey } from './route-key.ts';

const Route = z
  .object({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string().regex(/^integrations\/.+$/),
    AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).max(10).default([]),
  })
  .refine(
    (route) => (route.AuthorizationType === 'JWT') === (route.AuthorizerId !== undefined),
    'AuthorizationType JWT and AuthorizerId go together',
  );

/** AWS::ApiGatewayV2::Route */
export function routeKind(httpApis: HttpApis): ResourceKind {
  return {
    type: 'AWS::ApiGatewayV2::Route',
    supported: Object.keys(Route.shape),
    ignored: { OperationName: 'a label' },
    ref: shortId,
    attributes: (resource) => ({ RouteId: shortId(resource) }),
    create(resource) {
      const route = readProperties(Route, resource);
      httpApis.putRoute(route.ApiId, {
        key: parseRouteKey(route.RouteKey),
        integrationId: route.Target.slice('integrations/'.length),
        authorizerId: route.AuthorizerId,
        scopes: route.AuthorizationScopes,
      });
    },
  };
}

const Integration = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string().regex(/^arn:aws:lambda:/, 'only Lambda functions are supported'),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.int().min(50).max(30_000).default(30_000),
});

/** AWS::ApiGatewayV2::Integration: Lambda functions, with payload format 2.0. */
export function integrationKind(httpApis: HttpApis): ResourceKind {
  return {
    type: 'AWS::ApiGatewayV2::Integration',
    supported: Object.keys(Integration.shape),
    ignored: {
      Description: 'a label',
      ConnectionType: 'a Lambda function is reached without a connection of its own',
      IntegrationMethod: 'a Lambda function is always invoked by POST',
    },
    ref: shortId,
    attributes: (resource) => ({ IntegrationId: shortId(resource) }),
    create(resource) {
      const integration = readProperties(Integration, resource);
      httpApis.putIntegration(integration.ApiId, shortId(resource), {
        functionArn: integration.IntegrationUri,
        timeoutInMillis: integration.TimeoutInMillis,
      });
    },
  };
}

const headerSource = '$request.header.';

const Authorizer = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple(
    [z.string().startsWith(headerSource, 'the token is taken from a header only')],
    'a JWT authorizer has one identity source',
  ),
  JwtConfiguration: z.strictObject({
    Issuer: z.url(),
    Audience: z.array(z.string()).min(1).max(50),
  }),
});

/** AWS::ApiGatewayV2::Authorizer: JSON web tokens from a header. */
export function authorizerKind(httpApis: HttpApis): ResourceKind {
  return {
    type: 'AWS::ApiGatewayV2::Authorizer',
    supported: Object.keys(Authorizer.shape),
    ignored: { Name: 'a label' },
    ref: shortId,
    attributes: (resource) => ({ AuthorizerId: shortId(resource) }),
    create(resource) {
      const { ApiId, IdentitySource, JwtConfiguration } = readProperties(Authorizer, resource);
      httpApis.putAuthorizer(ApiId, shortId(resource), {
        header: IdentitySource[0].slice(headerSource.length).toLowerCase(),
        issuer: JwtConfiguration.Issuer,
        audience: JwtConfiguration.Audience,
      });
    },
  };
}
