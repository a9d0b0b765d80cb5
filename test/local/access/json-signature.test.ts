import { createHash } from 'node:crypto';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { Access } from '../../../local/access/access.ts';
import type { SignedRequest } from '../../../local/access/canonical-request.ts';

/*
 * Signatures as the AWS SDK makes them, for the services that speak JSON. Their refusals are those of "Common
 * Errors" in each API reference.
 */
const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:4566' };
const access = new Access(place);
const roleArn = `arn:aws:iam::${place.account}:role/reader`;

/** What an SDK client puts on the wire, caught before it goes out. */
async function signed(
  send: (options: object) => Promise<unknown>,
  credentials: object = { accessKeyId: 'local', secretAccessKey: 'local' },
  region = place.region,
): Promise<{ request: SignedRequest; body: string }> {
  let caught: { request: SignedRequest; body: string } | undefined;
  const requestHandler = {
    handle: async (wire: {
      method: string;
      path: string;
      headers: Record<string, string>;
      body: string;
      query: Record<string, string>;
    }) => {
      const query = new URLSearchParams(wire.query).toString();
      caught = {
        request: { method: wire.method, path: wire.path, query, headers: wire.headers },
        body: wire.body,
      };
      throw new Error('caught');
    },
  };
  await send({ endpoint: place.origin, region, credentials, requestHandler, maxAttempts: 1 }).catch(
    () => undefined,
  );
  if (!caught) throw new Error('nothing was sent');
  return caught;
}

const listExecutions = (options: object) =>
  new SFNClient(options).send(new ListExecutionsCommand({ stateMachineArn: 'arn:aws:states:::x' }));

const refusal = (request: SignedRequest, now = Date.now(), service?: string) => {
  try {
    access.callerOf(request, now, service);
  } catch (error) {
    return error as { code: string; message: string; status: number };
  }
  throw new Error('the request was accepted');
};

const withHeaders = (request: SignedRequest, headers: Record<string, string>): SignedRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

test("the developer's own credentials are well known", async () => {
  const { request, body } = await signed(listExecutions);
  const { caller, verified } = access.callerOf(request, Date.now());
  expect(caller).toEqual({ kind: 'developer' });
  expect(verified.scope).toMatchObject({ service: 'states', region: place.region });
  expect(verified.payloadHash).toBe(createHash('sha256').update(body).digest('hex'));
});

test("a role's credentials say which role it is", async () => {
  const { request } = await signed(listExecutions, access.credentialsFor(roleArn));
  expect(access.callerOf(request, Date.now()).caller).toEqual({ kind: 'role', roleArn });
});

test('the path of a REST operation is signed encoded twice', async () => {
  const { request } = await signed((options) =>
    new SchedulerClient(options).send(new GetScheduleCommand({ Name: "close (the) call's list" })),
  );
  expect(request.path).toContain('%20');
  expect(access.callerOf(request, Date.now()).verified.scope.service).toBe('scheduler');
});

test('dot segments and double slashes are normalized before signing', async () => {
  const { request } = await signed((options) =>
    new SchedulerClient(options).send(new GetScheduleCommand({ Name: 'close' })),
  );
  const roundabout = { ...request, path: `/x/..//.${request.path}` };
  expect(access.callerOf(roundabout, Date.now()).caller.kind).toBe('developer');
});

test('a client that sends the payload hash unsigned is believed only as far as the signature', async () => {
  const { request } = await signed(listExecutions);
  const other = createHash('sha256').update('{}').digest('hex');
  expect(refusal(withHeaders(request, { 'x-amz-content-sha256': other })).code).toBe(
    'InvalidSignatureException',
  );
});

describe('what is forged is refused in the words of the JSON services', () => {
  test('another body hash, target or path', async () => {
    const { request } = await signed(listExecutions);
    for (const forged of [
      withHeaders(request, { 'x-amz-target': 'AWSStepFunctions.StopExecution' }),
      { ...request, path: '/other' },
      { ...request, query: 'a=b' },
    ]) {
      expect(refusal(forged)).toMatchObject({ code: 'InvalidSignatureException', status: 403 });
    }
  });

  test('an unknown key, a missing token and a wrong token', async () => {
    const credentials = access.credentialsFor(roleArn);
    const { accessKeyId, secretAccessKey } = credentials;
    const unknown = await signed(listExecutions, { accessKeyId: 'ASIAUNKNOWN', secretAccessKey: 'x' });
    const without = await signed(listExecutions, { accessKeyId, secretAccessKey });
    const wrong = await signed(listExecutions, { ...credentials, sessionToken: 'forged' });
    for (const { request } of [unknown, without, wrong]) {
      expect(refusal(request)).toMatchObject({
        code: 'UnrecognizedClientException',
        message: 'The security token included in the request is invalid.',
      });
    }
  });

  test('a secret of another', async () => {
    const other = access.credentialsFor(`${roleArn}-2`);
    const { accessKeyId } = access.credentialsFor(roleArn);
    const { request } = await signed(listExecutions, { ...other, accessKeyId });
    expect(refusal(request).code).toBe('UnrecognizedClientException');
    const mixed = await signed(listExecutions, {
      ...access.credentialsFor(roleArn),
      secretAccessKey: other.secretAccessKey,
    });
    expect(refusal(mixed.request).code).toBe('InvalidSignatureException');
  });

  test('an old or future time', async () => {
    const { request } = await signed(listExecutions);
    expect(refusal(request, Date.now() + 16 * 60_000).message).toContain('Signature expired');
    expect(refusal(request, Date.now() - 16 * 60_000).message).toContain('Signature not yet current');
  });

  test('another region or service', async () => {
    const { request } = await signed(listExecutions, undefined, 'us-east-1');
    expect(refusal(request).message).toBe("Credential should be scoped to a valid region, not 'us-east-1'.");
    const here = await signed(listExecutions);
    expect(refusal(here.request, Date.now(), 'dynamodb').message).toBe(
      "Credential should be scoped to correct service: 'dynamodb'.",
    );
  });

  test('a header that is not signed', async () => {
    const { request } = await signed(listExecutions);
    expect(refusal(withHeaders(request, { 'x-amz-extra': '1' })).message).toBe(
      "'x-amz-extra' must be a 'SignedHeader' in the AWS Authorization.",
    );
  });

  test('a header that lacks its parts, or its date', async () => {
    const { request } = await signed(listExecutions);
    const authorization = String(request.headers.authorization);
    const part = withHeaders(request, { authorization: authorization.replace(/, Signature=.*/, '') });
    expect(refusal(part)).toMatchObject({
      code: 'IncompleteSignatureException',
      message: "Authorization header requires 'Signature' parameter.",
    });
    const short = withHeaders(request, { authorization: authorization.replace('/states', '') });
    expect(refusal(short).code).toBe('IncompleteSignatureException');
    expect(refusal(withHeaders(request, { 'x-amz-date': 'today' })).code).toBe(
      'IncompleteSignatureException',
    );
    const other = withHeaders(request, { authorization: authorization.replace('AWS4-HMAC-SHA256', 'AWS4') });
    expect(refusal(other).code).toBe('IncompleteSignatureException');
  });

  test('a credential of another day or terminal', async () => {
    const { request } = await signed(listExecutions);
    const authorization = String(request.headers.authorization);
    const changed = (from: RegExp | string, to: string) =>
      refusal(withHeaders(request, { authorization: authorization.replace(from, to) }));
    expect(changed('aws4_request', 'aws5_request').message).toContain("not 'aws5_request'");
    expect(changed(/local\/\d{8}/, 'local/20150830').message).toContain("'20150830'");
  });

  test('a presigned URL before and after its time', () => {
    const query =
      'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=local%2F20220301%2Feu-north-1%2Fstates%2Faws4_request' +
      '&X-Amz-Date=20220301T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=00';
    const url = (text: string): SignedRequest => ({
      method: 'GET',
      path: '/',
      query: text,
      headers: { host: 'x' },
    });
    const signedAt = Date.UTC(2022, 2, 1);
    expect(refusal(url(query), signedAt + 61_000).message).toContain('Signature expired');
    expect(refusal(url(query), signedAt - 16 * 60_000).message).toContain('Signature not yet current');
    const endless = query.replace('Expires=60', 'Expires=9999999');
    expect(refusal(url(endless), signedAt).message).toBe('X-Amz-Expires is over a week.');
    expect(refusal(url(query), signedAt).code).toBe('InvalidSignatureException');
  });
});
