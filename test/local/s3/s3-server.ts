import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { Access } from '../../../local/access/access.ts';
import { Clock } from '../../../local/clock.ts';
import { type Database, openDatabase } from '../../../local/database.ts';
import { readBucketSettings } from '../../../local/s3/bucket-settings.ts';
import type { ObjectEvent } from '../../../local/s3/object-events.ts';
import { S3 } from '../../../local/s3/s3.ts';
import type { JsonObject, Place } from '../../../local/service.ts';

/** A running S3 with its buckets, as a test needs it. */
export interface S3Server {
  readonly origin: string;
  readonly s3: S3;
  readonly access: Access;
  readonly clock: Clock;
  readonly database: Database;
  readonly directory: string;
  readonly place: Place;
  /** What was published, in its order. */
  readonly events: ObjectEvent[];
  /** An SDK client, the developer's if no other credentials are given; it does not repeat what is refused. */
  client(config?: S3ClientConfig): S3Client;
  /** A client of a role with these identity statements. */
  clientOf(role: string, ...statements: JsonObject[]): S3Client;
  /** The names of the body files that lie on the disk. */
  bodies(): string[];
  close(): Promise<void>;
}

export interface S3ServerOptions {
  /** Properties of AWS::S3::Bucket by name. */
  readonly buckets: Readonly<Record<string, JsonObject>>;
  /** One that an earlier server left. */
  readonly directory?: string;
  /** Whether it begins to send events and to carry out lifecycle rules; yes, if left out. */
  readonly resumes?: boolean;
  readonly startAt?: number;
}

const account = '000000000000';
/** The SDK warns of refused streams; refusals are what is tested here. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const region = 'eu-north-1';

export async function startS3(options: S3ServerOptions): Promise<S3Server> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 's3-'));
  const clock = new Clock();
  if (options.startAt !== undefined) clock.startAt(options.startAt);
  const database = openDatabase(directory);
  const events: ObjectEvent[] = [];
  const publish = (event: ObjectEvent) => void events.push(event);
  let handle: S3 | undefined;
  const server = createServer((request, response) => void handle?.handle(request, response));
  const origin = await listen(server);
  const place: Place = { account, region, origin };
  const access = new Access(place, database);
  const s3 = new S3({ clock, database, directory, access, place, publish });
  handle = s3;
  for (const [name, properties] of Object.entries(options.buckets))
    s3.putBucket(name, readBucketSettings(properties));
  if (options.resumes ?? true) s3.resume();
  const clients: S3Client[] = [];
  const client = (config: S3ClientConfig = {}): S3Client => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const made = new S3Client({
      region,
      endpoint: origin,
      credentials,
      maxAttempts: 1,
      logger: silent,
      ...config,
    });
    clients.push(made);
    return made;
  };
  return {
    origin,
    s3,
    access,
    clock,
    database,
    directory,
    place,
    events,
    client,
    clientOf(role, ...statements) {
      const roleArn = `arn:aws:iam::${account}:role/${role}`;
      access.putRole(roleArn, {
        trust: policy({
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'lambda.amazonaws.com' },
        }),
        policies: statements.length > 0 ? [policy(...statements)] : [],
      });
      return client({ credentials: access.credentialsFor(roleArn) });
    },
    bodies: () => readdirSync(join(directory, 's3')),
    async close() {
      s3.close();
      clock.stop();
      for (const one of clients) one.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    },
  };
}

export function policy(...statements: JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(action: string | string[], ...resources: string[]): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resources };
}

/** The name of the refusal that an SDK call ends in; the call must be refused. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ name: string; message: string; status: number }> {
  const error = await call.then(
    () => {
      throw new Error('the call was accepted');
    },
    (refused: Error & { $metadata?: { httpStatusCode?: number } }) => refused,
  );
  return { name: error.name, message: error.message, status: error.$metadata?.httpStatusCode ?? 0 };
}

/** The client, its requests without headers about checksums but those given; changed before they are signed. */
export function withoutChecksum(client: S3Client, headers: Readonly<Record<string, string>> = {}): S3Client {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string> };
      const kept = Object.entries(request.headers).filter(([name]) => !/checksum|content-md5/i.test(name));
      request.headers = { ...Object.fromEntries(kept), ...headers };
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  return client;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The code in S3's XML, if there is one. */
  readonly code: string | undefined;
}

/** Sends a request as it stands, with exactly these headers beside the host. */
export function raw(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer; host?: string } = {},
): Promise<RawAnswer> {
  const { pathname, search, port, host } = new URL(url);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: pathname + search,
        headers: { host: options.host ?? host, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1];
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, code });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
