import type { JsonObject } from '../service.ts';
import type { RouteKey } from './route-key.ts';

/**
 * An HTTP API as its template declares it. Everything here is made anew at every start; nothing is durable.
 */
export interface ApiDefinition {
  readonly id: string;
  readonly cors?: CorsConfiguration | undefined;
}

/** `CorsConfiguration` of AWS::ApiGatewayV2::Api; what is absent is not sent. */
export interface CorsConfiguration {
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  /** Seconds. */
  readonly MaxAge?: number | undefined;
  readonly AllowCredentials?: boolean | undefined;
}

/** The `$default` stage; there is no other. */
export interface Stage {
  readonly variables?: JsonObject | undefined;
  readonly defaultRouteSettings?: RouteSettings | undefined;
  /** By route key. */
  readonly routeSettings: Readonly<Record<string, RouteSettings>>;
}

/** Throttling of one route; what is absent is as much as an account may do. */
export interface RouteSettings {
  /** Requests at once. */
  readonly ThrottlingBurstLimit?: number | undefined;
  /** Requests per second. */
  readonly ThrottlingRateLimit?: number | undefined;
}

/** One route: where requests of its key go, and who may send them. */
export interface Route {
  readonly key: RouteKey;
  readonly integrationId: string;
  /** Absent: anybody may call the route. */
  readonly authorizerId?: string | undefined;
  /** The token must have one of these; empty: any valid token will do. */
  readonly scopes: readonly string[];
}

/** A Lambda function, invoked with payload format 2.0. */
export interface Integration {
  readonly functionArn: string;
  /** 50 to 30,000. */
  readonly timeoutInMillis: number;
}

/** `JwtConfiguration` and identity source of AWS::ApiGatewayV2::Authorizer. */
export interface AuthorizerDefinition {
  /** Lower case: the header that carries the token. */
  readonly header: string;
  readonly issuer: string;
  readonly audience: readonly string[];
}
