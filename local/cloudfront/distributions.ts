import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Access } from '../access/access.ts';
import type { HttpApis } from '../http-api/http-api.ts';
import type { S3 } from '../s3/s3.ts';
import { ServiceError } from '../service.ts';
import type { Behavior, DistributionDefinition } from './definition.ts';

interface Surroundings {
  readonly access: Access;
  readonly s3: S3;
  readonly httpApis: HttpApis;
}

/**
 * The distribution of an assembly: behaviours by path, functions on viewer requests, buckets through origin access
 * control under their own policies, HTTP APIs, added headers and compression. It stands at `http://localhost:<port>`,
 * another origin than the services at 127.0.0.1, as in AWS. Every answer is read anew; only what files look like compressed
 * is kept, as in CloudFront's cache.
 */
export class Distributions {
  readonly #surroundings: Surroundings;
  readonly #definitions = new Map<string, DistributionDefinition>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** A RangeError for a second one, which would need a name of its own. */
  put(definition: DistributionDefinition): void {
    if (this.#definitions.size > 0 && !this.#definitions.has(definition.id)) {
      throw new RangeError('the local cloud serves one distribution only');
    }
    this.#definitions.set(definition.id, definition);
  }

  /** Whether a request is to the distribution: it stands alone at `localhost`. */
  claims({ headers }: IncomingMessage): boolean {
    return this.#definitions.size > 0 && /^localhost(:\d+)?$/.test(headers.host ?? '');
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [definition] = this.#definitions.values();
    const [uri = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
    const behavior = definition?.behaviors.find(({ matches }) => matches(uri));
    if (!definition || !behavior) throw new RangeError('there is no distribution');
    const method = request.method ?? 'GET';
    if (!behavior.methods.includes(method)) {
      refuse(response, 403, 'This distribution is not configured to allow the HTTP request method.');
      return;
    }
    const ip = request.socket.remoteAddress ?? '';
    const path = behavior.rewrite?.({ method, uri, ip }) ?? uri;
    const origin = definition.origins.get(behavior.originId);
    if (origin?.kind === 'api') {
      addHeaders(response, behavior);
      request.url = `/_api/${origin.apiId}${path}${query === undefined ? '' : `?${query}`}`;
      await this.#surroundings.httpApis.handle(origin.apiId, request, response);
    } else if (origin) {
      await this.#fromBucket(definition, behavior, { bucket: origin.bucket, path }, request, response);
    }
  }

  async #fromBucket(
    { arn }: DistributionDefinition,
    behavior: Behavior,
    { bucket, path }: { bucket: string; path: string },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { access, s3 } = this.#surroundings;
    const key = decodeURIComponent(path.slice(1));
    const conditions = { 'aws:SourceArn': arn };
    addHeaders(response, behavior);
    try {
      access.checkService('cloudfront.amazonaws.com', {
        action: 's3:GetObject',
        resource: `arn:aws:s3:::${bucket}/${key}`,
        conditions,
      });
      const { body, headers } = await s3.as({ kind: 'developer' }).readObject(bucket, key);
      await send(request, response, { body, headers, compress: behavior.compress });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      refuse(response, error.status, error.message);
    }
  }
}

/** `content-type` and `etag` of S3 go on to the viewer; what else S3 says is about S3. */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { body, headers, compress }: { body: Buffer; headers: Readonly<Record<string, string>>; compress: boolean },
): Promise<void> {
  const type = headers['content-type'] ?? 'application/octet-stream';
  const etag = headers.etag ?? '';
  response.setHeader('content-type', type);
  response.setHeader('etag', etag);
  if (request.headers['if-none-match']?.replace(/^W\//, '') === etag) {
    response.writeHead(304).end();
    return;
  }
  const encoding = compress ? encodingFor(request, type, body.length) : undefined;
  const content = encoding ? await compressed(body, encoding, etag) : body;
  if (encoding) {
    response.setHeader('content-encoding', encoding);
    response.setHeader('etag', `W/${etag}`);
    response.setHeader('vary', 'accept-encoding');
  }
  response.setHeader('content-length', content.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : content);
}

const alreadyCompressed = new Map<string, Promise<Buffer>>();

/** The ETag of a file says what is in it, so what it looks like compressed is the same until it changes. */
function compressed(body: Buffer, encoding: keyof typeof encoders, etag: string): Promise<Buffer> {
  const key = `${encoding} ${etag}`;
  const made = alreadyCompressed.get(key) ?? encoders[encoding](body);
  alreadyCompressed.set(key, made);
  return made;
}

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/**
 * "Serve compressed files": text types from 1,000 to 10,000,000 bytes.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
function encodingFor(
  { headers }: IncomingMessage,
  type: string,
  length: number,
): keyof typeof encoders | undefined {
  const compressible = /^(text\/|application\/(javascript|json|xml|manifest\+json)|image\/svg)/.test(type);
  if (!compressible || length < 1000 || length > 10_000_000) return undefined;
  const accepted = String(headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function addHeaders(response: ServerResponse, { headers }: Behavior): void {
  for (const { name, value } of headers) response.setHeader(name, value);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}
