import { Refused } from '../../../local/assembly/properties.ts';
import type { JsonObject } from '../../../local/service.ts';
import { functionArn, type Gateway, startGateway } from './gateway.ts';

/** What the local cloud does not have is an error at load that names the place, never a guess. */
describe('a template is refused', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await startGateway(() => null);
  });

  afterAll(() => gateway.close());

  const integration = {
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: functionArn,
    PayloadFormatVersion: '2.0',
  };
  const authorizer = {
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: 'https://issuer.example', Audience: ['a'] },
  };

  test.each<[string, string, JsonObject]>([
    ['a WebSocket API', 'Api', { ProtocolType: 'WEBSOCKET' }],
    ['an API without its endpoint', 'Api', { ProtocolType: 'HTTP', DisableExecuteApiEndpoint: true }],
    [
      'credentials for every origin',
      'Api',
      { ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: true } },
    ],
    [
      'an unknown member of the CORS configuration',
      'Api',
      { ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigin: ['*'] } },
    ],
    ['a stage below a path', 'Stage', { StageName: 'dev', AutoDeploy: true }],
    ['a stage without AutoDeploy', 'Stage', { StageName: '$default' }],
    ['payload format 1.0', 'Integration', { ...integration, PayloadFormatVersion: '1.0' }],
    ['a proxy to another server', 'Integration', { ...integration, IntegrationUri: 'https://example.com' }],
    ['a timeout over 30 seconds', 'Integration', { ...integration, TimeoutInMillis: 30_001 }],
    ['a Lambda authorizer', 'Authorizer', { ...authorizer, AuthorizerType: 'REQUEST' }],
    ['a token in the query', 'Authorizer', { ...authorizer, IdentitySource: ['$request.querystring.t'] }],
    [
      'a route with IAM authorization',
      'Route',
      { RouteKey: 'GET /', Target: 'integrations/x', AuthorizationType: 'AWS_IAM' },
    ],
    [
      'a JWT route without authorizer',
      'Route',
      { RouteKey: 'GET /', Target: 'integrations/x', AuthorizationType: 'JWT' },
    ],
  ])('for %s', (_, type, properties) => {
    expect(() => gateway.declare(type, 'Odd', properties)).toThrow(Refused);
  });

  test('for a route to an integration that is not there, and for the same route twice', () => {
    expect(() => gateway.declare('Route', 'R', { RouteKey: 'GET /', Target: 'integrations/none' })).toThrow(
      '"none"',
    );
    gateway.route('GET /twice');
    expect(() => gateway.route('GET /twice')).toThrow('two routes "GET /twice"');
  });
});
