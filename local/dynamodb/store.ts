import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import { type JsonObject, type Place, ServiceError } from '../service.ts';

/**
 * dynalite: DynamoDB's tables, expressions, limits and errors on LevelDB. It is called without a port of its own,
 * so that nothing can reach it past the cloud's signature and permission checks.
 */
export class DynamoDbStore {
  readonly #server: ReturnType<typeof dynalite>;

  constructor(directory: string, { account, region }: Place) {
    this.#server = withEnvironment({ AWS_REGION: region, AWS_ACCOUNT_ID: account }, () =>
      dynalite({ path: directory, createTableMs: 0 }),
    );
  }

  /** Runs an operation; DynamoDB's refusals are thrown with its error names. */
  async call(operation: string, input: JsonObject): Promise<JsonObject> {
    const { status, body } = await this.#post(operation, input);
    if (status < 400) return body;
    const code = String(body.__type).split('#').at(-1) ?? '';
    throw new ServiceError(code, String(body.message ?? body.Message ?? ''), status);
  }

  /**
   * dynalite closes its store only with its server, and its server only if that is listening. It reads a value ahead of
   * what it has answered, and closing under that read is an error that nothing could catch, so it gets a moment.
   */
  async close(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #post(operation: string, input: JsonObject): Promise<{ status: number; body: JsonObject }> {
    return new Promise((resolve) => {
      const request = Object.assign(Readable.from([Buffer.from(JSON.stringify(input))]), {
        method: 'POST',
        url: '/',
        headers: { ...headers, 'x-amz-target': `DynamoDB_20120810.${operation}` },
      });
      const response = {
        statusCode: 200,
        setHeader: () => undefined,
        end: (text: string) => resolve({ status: response.statusCode, body: JSON.parse(text) as JsonObject }),
      };
      this.#server.emit('request', request, response);
    });
  }
}

/** dynalite wants the form of a signature; the real one has been checked. */
const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20000101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20000101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

/** dynalite takes region and account from the environment, once. */
function withEnvironment<T>(variables: Readonly<Record<string, string>>, make: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return make();
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
