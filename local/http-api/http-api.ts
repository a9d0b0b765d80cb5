import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Json, JsonObject, Place } from '../service.ts';
import { type Answer, isRefusal, refusal } from './answer.ts';
import { JwtAuthorizer } from './authorizer.ts';
import { isPreflight, preflightAnswer, withCors } from './cors.ts';
import type {
  ApiDefinition,
  AuthorizerDefinition,
  Integration,
  Route,
  RouteSettings,
  Stage,
} from './definition.ts';
import { functionResponse } from './function-response.ts';
import { isHeaderTooLarge, readPayload, splitUrl } from './request.ts';
import { requestEvent } from './request-event.ts';
import { type RouteKey, selectRoute } from './route-key.ts';
import { Throttle } from './throttle.ts';

/** Runs a function and gives its output; rejects if the function failed or may not be called by this API. */
export type Invoke = (functionArn: string, event: JsonObject) => Promise<Json>;

/**
 * The HTTP APIs of an assembly: routes to Lambda functions with payload format 2.0, JWT authorizers, CORS,
 * throttling and quotas, each on its own page of API Gateway's developer guide, named where it is made.
 *
 * Only the `$default` stage is served, for that is the one that stands at an API's root.
 */
export class HttpApis {
  readonly #clock: Clock;
  readonly #place: Place;
  readonly #invoke: Invoke;
  readonly #apis = new Map<string, Api>();

  constructor({ clock, place, invoke }: { clock: Clock; place: Place; invoke: Invoke }) {
    this.#clock = clock;
    this.#place = place;
    this.#invoke = invoke;
  }

  /** Ids of all APIs, in the order of the template. */
  get ids(): readonly string[] {
    return [...this.#apis.keys()];
  }

  putApi(definition: ApiDefinition): void {
    this.#apis.set(definition.id, {
      definition,
      routes: new Map(),
      integrations: new Map(),
      authorizers: new Map(),
      throttles: new Map(),
    });
  }

  putStage(apiId: string, stage: Stage): void {
    this.#api(apiId).stage = stage;
  }

  /** A RangeError if the API already has a route with this key, as API Gateway's ConflictException. */
  putRoute(apiId: string, { key, integrationId, authorizerId, scopes }: Route): void {
    const { routes, integrations, authorizers } = this.#api(apiId);
    if (routes.has(key.text)) throw new RangeError(`the API has two routes "${key.text}"`);
    const authorizer = authorizerId === undefined ? undefined : required(authorizers, authorizerId);
    routes.set(key.text, { key, integration: required(integrations, integrationId), authorizer, scopes });
  }

  putIntegration(apiId: string, id: string, integration: Integration): void {
    this.#api(apiId).integrations.set(id, integration);
  }

  putAuthorizer(apiId: string, id: string, definition: AuthorizerDefinition): void {
    this.#api(apiId).authorizers.set(id, new JwtAuthorizer(definition, this.#clock, this.#place));
  }

  /** Answers a request to the API; its path may stand at the root or below `/_api/<apiId>`. */
  async handle(apiId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const api = this.#apis.get(apiId);
    const requestId = randomBytes(11).toString('base64');
    const answer = api ? await this.#answer(api, request, requestId) : refusal(404, 'Not Found');
    const { cors } = api?.definition ?? {};
    send(response, request, cors ? withCors(answer, cors, request) : answer, requestId);
  }

  async #answer(api: Api, request: IncomingMessage, requestId: string): Promise<Answer> {
    const url = splitUrl(request, api.definition.id);
    if (!url) return refusal(400, 'Bad Request');
    if (isHeaderTooLarge(request)) return refusal(431, 'Request Header Fields Too Large');
    const selected = api.stage && selectRoute(api.routes.values(), request.method ?? 'GET', url.path);
    if (!selected) {
      const { cors } = api.definition;
      return cors && isPreflight(request) ? preflightAnswer : refusal(404, 'Not Found');
    }
    const { route, pathParameters } = selected;
    if (!this.#throttleOf(api, route).admits(this.#clock.now())) return refusal(429, 'Too Many Requests');
    const authorizer = await route.authorizer?.authorize(request, route.scopes);
    if (authorizer && isRefusal(authorizer)) return authorizer;
    const body = await readPayload(request);
    if (!body) return refusal(413, 'Request Entity Too Large', { connection: 'close' });
    const event = requestEvent(request, body, {
      account: this.#place.account,
      apiId: api.definition.id,
      requestId,
      routeKey: route.key.text,
      now: this.#clock.now(),
      ...url,
      pathParameters,
      stageVariables: api.stage?.variables,
      authorizer,
    });
    return this.#clock.during(() => this.#integrate(route.integration, event));
  }

  /**
   * The function's answer, or 500 if it failed, or 503 once the integration's timeout has passed on the
   * cloud's clock; the function itself goes on, as in AWS. The guide gives the timeout ("Quotas") but not the
   * status, which is the one seen from live APIs, for instance in
   * https://github.com/cortexlabs/cortex/issues/1225.
   */
  async #integrate(integration: Integration, event: JsonObject): Promise<Answer> {
    const timeout = Promise.withResolvers<Answer>();
    const timer = this.#clock.at(this.#clock.now() + integration.timeoutInMillis, () =>
      timeout.resolve(refusal(503, 'Service Unavailable')),
    );
    const outcome = this.#invoke(integration.functionArn, event).then(functionResponse, () => undefined);
    const answer = await Promise.race([outcome, timeout.promise]);
    timer.cancel();
    return answer ?? refusal(500, 'Internal Server Error');
  }

  /** Every route has its own bucket, by its own settings or else the stage's. */
  #throttleOf(api: Api, route: ServedRoute): Throttle {
    const known = api.throttles.get(route);
    if (known) return known;
    const settings: RouteSettings = {
      ...api.stage?.defaultRouteSettings,
      ...api.stage?.routeSettings[route.key.text],
    };
    const throttle = new Throttle(settings, this.#clock.now());
    api.throttles.set(route, throttle);
    return throttle;
  }

  #api(id: string): Api {
    return required(this.#apis, id);
  }
}

interface Api {
  readonly definition: ApiDefinition;
  stage?: Stage;
  /** By route key. */
  readonly routes: Map<string, ServedRoute>;
  readonly integrations: Map<string, Integration>;
  readonly authorizers: Map<string, JwtAuthorizer>;
  /** Made at the route's first request, since the stage that limits it may be declared after it. */
  readonly throttles: Map<ServedRoute, Throttle>;
}

interface ServedRoute {
  readonly key: RouteKey;
  readonly integration: Integration;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
}

function required<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new RangeError(`the template has no "${id}" for the HTTP API`);
  return value;
}

function send(response: ServerResponse, request: IncomingMessage, answer: Answer, requestId: string): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...(answer.headers as Record<string, string | string[]>),
    ...(answer.status === 204 || answer.status === 304 ? {} : { 'content-length': body.length }),
    'apigw-requestid': requestId,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
