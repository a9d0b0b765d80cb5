import { RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  type HttpMethod,
  type HttpRoute,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Audience, routes } from '../contract/routes.ts';
import { rateLimits, usual } from './rate-limits.ts';
import type { SignIn } from './sign-in.ts';
import type { StatefulStack } from './stateful-stack.ts';

interface ApiProps {
  readonly stateful: StatefulStack;
  readonly functions: Readonly<Record<Audience, IFunction>>;
}

/**
 * The HTTP API: each route of the contract goes to its audience's function, signed in where it must be. The portal
 * reaches it under its own name, so no other origin is let in.
 */
export class Api extends Construct {
  readonly address: string;
  readonly id: string;

  constructor(scope: Construct, id: string, { stateful, functions }: ApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Http', {
      description: 'Anslag: applicants, officials and the public',
    });
    const integrations = {
      public: new HttpLambdaIntegration('Public', functions.public),
      applicant: new HttpLambdaIntegration('Applicant', functions.applicant),
      official: new HttpLambdaIntegration('Official', functions.official),
    };
    const authorizers = {
      applicant: authorizerFor('Applicants', stateful.applicants),
      official: authorizerFor('Officials', stateful.officials),
    };
    const deployed = Object.entries(routes).flatMap(([key, audience]) => {
      const [method, path] = key.split(' ') as [HttpMethod, string];
      const authorizer = audience === 'public' ? undefined : authorizers[audience];
      const integration = integrations[audience];
      return api.addRoutes({ path, methods: [method], integration, ...(authorizer ? { authorizer } : {}) });
    });
    this.#limitAndLog(api, deployed);
    this.address = api.apiEndpoint;
    this.id = api.apiId;
  }

  #limitAndLog(api: HttpApi, deployed: readonly HttpRoute[]): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the HTTP API has no default stage');
    stage.defaultRouteSettings = settingsOf(usual);
    stage.routeSettings = Object.fromEntries(
      Object.entries(rateLimits).map(([key, limit]) => [
        key,
        // The property is JSON as CloudFormation writes it.
        { ThrottlingRateLimit: limit.rate, ThrottlingBurstLimit: limit.burst },
      ]),
    );
    // A stage can only set a limit on a route that is there.
    for (const route of deployed) stage.node.addDependency(route);
    stage.accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        at: '$context.requestTime',
        request: '$context.requestId',
        route: '$context.routeKey',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
        error: '$context.error.message',
      }),
    };
  }
}

function settingsOf({ rate, burst }: typeof usual) {
  return { throttlingRateLimit: rate, throttlingBurstLimit: burst };
}

function authorizerFor(id: string, { pool, client }: SignIn): IHttpRouteAuthorizer {
  return new HttpUserPoolAuthorizer(id, pool, { userPoolClients: [client] });
}
