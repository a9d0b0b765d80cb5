import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, type HttpMethod, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Audience, routes } from '../contract/routes.ts';
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
    for (const [key, audience] of Object.entries(routes)) {
      const [method, path] = key.split(' ') as [HttpMethod, string];
      const authorizer = audience === 'public' ? undefined : authorizers[audience];
      const integration = integrations[audience];
      api.addRoutes({ path, methods: [method], integration, ...(authorizer ? { authorizer } : {}) });
    }
    this.#limitAndLog(api);
    this.address = api.apiEndpoint;
    this.id = api.apiId;
  }

  /** Enough for the last hour of a call with many applicants, and a bound for whoever tries more. */
  #limitAndLog(api: HttpApi): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the HTTP API has no default stage');
    stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
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

function authorizerFor(id: string, { pool, client }: SignIn): IHttpRouteAuthorizer {
  return new HttpUserPoolAuthorizer(id, pool, { userPoolClients: [client] });
}
