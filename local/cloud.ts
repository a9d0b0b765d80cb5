import type { IncomingMessage } from 'node:http';
import { signedRequestOf } from './access/canonical-request.ts';
import { type Deployment, deploy } from './assembly/deploy.ts';
import { type Assembly, readAssembly } from './assembly.ts';
import { type Clock, followClock } from './clock.ts';
import { consoleHandler } from './console/console.ts';
import { controlHandler } from './control.ts';
import { openDatabase } from './database.ts';
import { DurableClock } from './durable-clock.ts';
import { byService, type Handler, listen } from './server.ts';
import type { Place } from './service.ts';
import { cognitoTarget, makeServices, type Services } from './services.ts';

interface CloudOptions {
  /** The folder of a synthesized CDK app, `cdk.out`. */
  readonly assembly: string;
  /** Where everything durable lies; the next start with the same directory goes on from there. */
  readonly directory: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** The cloud's time at its very first start, in milliseconds since the epoch; real time if left out. */
  readonly startAt?: number;
  /** Told when the engine of the workflows or its database is broken; without it that ends the process. */
  readonly broken?: (error: unknown) => void;
}

export interface Cloud {
  /** `http://127.0.0.1:<port>`: the endpoint of every service. */
  readonly origin: string;
  readonly clock: Clock;
  readonly place: Place;
  /** The stacks' outputs and physical ids. */
  readonly deployment: Deployment;
  /** Ends everything in this process; nothing durable is lost. */
  close(): Promise<void>;
}

/**
 * Runs an assembly on this machine: resolves when every resource is there and everything that was going on goes on.
 * What the local cloud cannot run is an AssemblyError that names all of it. While a cloud runs, `Date` in this
 * process tells its time.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const assembly = readAssembly(options.assembly);
  const database = openDatabase(options.directory);
  const clock = new DurableClock(database, options.startAt);
  const RealDate = globalThis.Date;
  followClock(clock.offset);

  let handle: Handler = starting;
  const listening = listen(options.port, clock, (request, response) => handle(request, response));
  const server = await listening.catch((error: unknown) => {
    database.close();
    globalThis.Date = RealDate;
    throw error;
  });
  const place: Place = { account: assembly.account, region: assembly.region, origin: server.origin };
  const services = makeServices({ ...options, clock, database, place, assembly });
  const close = async () => {
    await server.close();
    await services.close();
    clock.stop();
    database.close();
    globalThis.Date = RealDate;
  };
  try {
    const deployment = await deploy(assembly, place, services.kinds);
    services.resume();
    const control = controlHandler({ clock, deployment, ...services });
    const pages = consoleHandler({
      operations: services.operations,
      objects: services.s3.as({ kind: 'developer' }),
      logOf: (name) => services.lambda.logOf(name),
      namesOf: (type) => resourcesOf(type, assembly, deployment),
    });
    handle = byService(services.bySigningName, unsigned(services, control, pages));
    return { origin: server.origin, clock, place, deployment, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const starting: Handler = async (_request, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end('The local cloud is starting.\n');
};

/** What comes without a signature: pages, tokens, public objects, the distribution, and the single API at the root. */
function unsigned(
  { s3, ses, cognito, httpApis, distributions, bySigningName }: Services,
  control: Handler,
  pages: Handler,
): Handler {
  const signIn = bySigningName.get('cognito-idp');
  const routes: readonly (readonly [claims: (path: string, request: IncomingMessage) => boolean, Handler])[] =
    [
      [(path) => /^\/(_local\/mail|_mail)(\/|$)/.test(path), (...exchange) => ses.handleMail(...exchange)],
      [(path) => path.startsWith('/_local/'), control],
      [(path) => path.startsWith('/_console/'), pages],
      [(path) => path.startsWith('/_cognito/'), (...exchange) => cognito.handle(...exchange)],
      [
        (path) => path.startsWith('/_api/'),
        (...exchange) => httpApis.handle(apiNamedBy(exchange[0]), ...exchange),
      ],
      [(_path, request) => distributions.claims(request), (...exchange) => distributions.handle(...exchange)],
      [(_path, request) => isForSignIn(request), async (...exchange) => signIn?.handle(...exchange)],
      [(_path, request) => s3.claims(request), (...exchange) => s3.handle(...exchange)],
      [() => httpApis.ids.length === 1, (...exchange) => httpApis.handle(httpApis.ids[0] ?? '', ...exchange)],
    ];
  return async (request, response) => {
    const { path } = signedRequestOf(request);
    const [, handler = nothingThere] = routes.find(([claims]) => claims(path, request)) ?? [];
    await handler(request, response);
  };
}

/** The physical ids of what was made of one type. */
function resourcesOf(type: string, { stacks }: Assembly, { resources }: Deployment): string[] {
  return stacks.flatMap(({ name, template }) =>
    Object.entries(resources[name] ?? {}).flatMap(([logicalId, id]) =>
      template.Resources?.[logicalId]?.Type === type ? [id] : [],
    ),
  );
}

function apiNamedBy(request: IncomingMessage): string {
  return /^\/_api\/([^/?]*)/.exec(request.url ?? '')?.[1] ?? '';
}

function isForSignIn({ headers }: IncomingMessage): boolean {
  return String(headers['x-amz-target'] ?? '').startsWith(`${cognitoTarget}.`);
}

const nothingThere: Handler = async (_request, response) => {
  response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}\n');
};
