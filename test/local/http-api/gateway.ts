import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Clock } from '../../../local/clock.ts';
import { HttpApis } from '../../../local/http-api/http-api.ts';
import { httpApiKinds } from '../../../local/http-api/resources.ts';
import type { Json, JsonObject, Place } from '../../../local/service.ts';

/** An HTTP API declared by its CloudFormation properties, served on a port of its own. */
export interface Gateway {
  readonly origin: string;
  readonly clock: Clock;
  readonly place: Place;
  /** Every event that reached the function, in order. */
  readonly events: JsonObject[];
  declare(type: string, logicalId: string, properties: JsonObject): string;
  /** Declares a route to the function and gives the ids of what it made. */
  route(key: string, properties?: JsonObject): void;
  close(): Promise<void>;
}

type Handler = (event: JsonObject) => Promise<Json> | Json;

export const functionArn = 'arn:aws:lambda:eu-north-1:000000000000:function:cases';

/**
 * A gateway whose one function is `handler`; `api`, `stage` and `integration` are more properties of those.
 */
export async function startGateway(
  handler: Handler,
  { api = {}, stage = {}, integration = {} }: Record<string, JsonObject> = {},
): Promise<Gateway> {
  const clock = new Clock();
  const events: JsonObject[] = [];
  const server = createServer();
  const origin = await listen(server);
  const place = { account: '000000000000', region: 'eu-north-1', origin };
  const invoke = async (arn: string, event: JsonObject) => {
    if (arn !== functionArn) throw new Error(`no function ${arn}`);
    events.push(event);
    return handler(event);
  };
  const httpApis = new HttpApis({ clock, place, invoke });
  const kinds = new Map(httpApiKinds(httpApis, place).map((kind) => [kind.type, kind]));
  const declare = (type: string, logicalId: string, properties: JsonObject) => {
    const kind = kinds.get(`AWS::ApiGatewayV2::${type}`);
    if (!kind) throw new Error(`no kind ${type}`);
    const resource = { logicalId, stack: 'Test', properties };
    kind.create(resource);
    return kind.ref(resource);
  };
  const ApiId = declare('Api', 'Api', { Name: 'cases', ProtocolType: 'HTTP', ...api });
  declare('Stage', 'Stage', { ApiId, StageName: '$default', AutoDeploy: true, ...stage });
  const target = declare('Integration', 'Integration', {
    ApiId,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: functionArn,
    PayloadFormatVersion: '2.0',
    ...integration,
  });
  server.on('request', (request, response) => void httpApis.handle(ApiId, request, response));
  return {
    origin,
    clock,
    place,
    events,
    declare: (type, logicalId, properties) => declare(type, logicalId, { ApiId, ...properties }),
    route: (key, properties = {}) => {
      declare('Route', key, { ApiId, RouteKey: key, Target: `integrations/${target}`, ...properties });
    },
    close: async () => {
      clock.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Listens on a free port of the loopback address and gives the origin. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
