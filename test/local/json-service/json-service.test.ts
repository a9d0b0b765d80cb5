import { Access } from '../../../local/access/access.ts';
import { ErrorWithMembers, jsonService, type Protocol } from '../../../local/json-service.ts';
import { byService, listen, type Server } from '../../../local/server.ts';
import type { JsonOperations, Service } from '../../../local/service.ts';
import { developer, sendSigned } from './signed-request.ts';

/** Smithy, "AWS JSON 1.0 protocol" and "AWS restJson1 protocol"; the services' own "Common Errors". */

const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };
const roleArn = 'arn:aws:iam::000000000000:role/reader';
const access = new Access(place);
const clock = { now: () => Date.now() };

const operations: JsonOperations = {
  Echo: {
    permissions: () => [{ action: 'things:Echo', resource: '*' }],
    run: async (input, caller) => ({ input, caller: caller.kind }),
  },
  Refuse: {
    permissions: () => [],
    run: async () => {
      throw new ErrorWithMembers('ThingInUseException', 'in use', 409, { thing: 'one' });
    },
  },
  Break: {
    permissions: () => [],
    run: async () => {
      throw new TypeError('a bug');
    },
  },
};
const routes: Protocol = {
  routes: [
    {
      operation: 'Echo',
      method: 'PUT',
      path: '/things/{Name}/parts/{Part}',
      query: { max: 'Max' },
      status: 201,
    },
  ],
};

let server: Server;
beforeAll(async () => {
  const common = { operations, access, clock };
  const services: Service[] = [
    jsonService({
      ...common,
      signingName: 'things',
      protocol: { version: '1.0', targetPrefix: 'Things_1' },
      unsigned: ['Refuse'],
    }),
    jsonService({ ...common, signingName: 'rest', protocol: routes }),
  ];
  const byName = new Map(services.map((service) => [service.signingName, service]));
  server = await listen(
    0,
    clock,
    byService(byName, (request, response) => {
      const things = byName.get('things') as Service;
      return things.handle(request, response);
    }),
  );
});
afterAll(() => server.close());

const call = (operation: string, body = '{}', credentials = developer, at?: Date) =>
  sendSigned(
    server.origin,
    'things',
    { headers: { 'x-amz-target': `Things_1.${operation}` }, body },
    credentials,
    at,
  );

test('an operation is named by its target and answers JSON of the protocol’s type', async () => {
  const { status, headers, json } = await call('Echo', '{"a":1}');
  expect([status, json]).toEqual([200, { input: { a: 1 }, caller: 'developer' }]);
  expect(headers.get('content-type')).toBe('application/x-amz-json-1.0');
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
});

test('rest-json binds labels and the query to the input, and has its own status', async () => {
  const url = `${server.origin}/things/a%20b/parts/2?max=3`;
  const { status, json } = await sendSigned(url.replace('%20', ' '), 'rest', {
    method: 'PUT',
    body: '{"x":true}',
  });
  expect([status, json.input]).toEqual([201, { Name: 'a b', Part: '2', Max: '3', x: true }]);
});

test('a refusal has AWS’s name in the body and the header, and its members', async () => {
  const { status, headers, json } = await call('Refuse');
  expect(status).toBe(409);
  expect(headers.get('x-amzn-errortype')).toBe('ThingInUseException');
  expect(json).toEqual({ __type: 'ThingInUseException', message: 'in use', thing: 'one' });
});

test.each([
  [
    'an operation that is not there',
    () => call('Unheard'),
    400,
    'UnknownOperationException',
    'Unheard of things',
  ],
  [
    'a route that is not there',
    () => sendSigned(`${server.origin}/nowhere`, 'rest', {}),
    400,
    'UnknownOperationException',
    'POST /nowhere',
  ],
  [
    'a service that is not there',
    () => sendSigned(server.origin, 'quantum', {}),
    400,
    'UnknownOperationException',
    'quantum',
  ],
  ['a body that is no JSON', () => call('Echo', '{'), 400, 'SerializationException', 'JSON'],
  ['a body that is no object', () => call('Echo', '[]'), 400, 'SerializationException', 'JSON'],
  [
    'an unknown key',
    () => call('Echo', '{}', { accessKeyId: 'AKIA', secretAccessKey: 'x' }),
    403,
    'UnrecognizedClientException',
    '',
  ],
  [
    'another secret',
    () => call('Echo', '{}', { accessKeyId: 'local', secretAccessKey: 'x' }),
    403,
    'InvalidSignatureException',
    '',
  ],
  [
    'a clock that is off',
    () => call('Echo', '{}', developer, new Date(Date.now() - 3_600_000)),
    403,
    'InvalidSignatureException',
    'Signature expired',
  ],
  [
    'a role without the permission',
    () => call('Echo', '{}', access.credentialsFor(roleArn)),
    400,
    'AccessDeniedException',
    'things:Echo',
  ],
])('%s is refused', async (_what, send, status, code, message) => {
  const answer = await send();
  expect([answer.status, answer.json.__type]).toEqual([status, code]);
  expect(answer.json.message).toContain(message);
});

test('a request whose body is not the signed one is refused', async () => {
  const signed = {
    headers: { 'x-amz-target': 'Things_1.Echo', 'x-amz-content-sha256': '0'.repeat(64) },
    body: '{}',
  };
  const { status, json } = await sendSigned(server.origin, 'things', signed);
  expect([status, json.__type]).toEqual([403, 'InvalidSignatureException']);
});

test('without a signature only operations that AWS offers so are run', async () => {
  const unsigned = (operation: string) =>
    fetch(server.origin, {
      method: 'POST',
      headers: { 'x-amz-target': `Things_1.${operation}` },
      body: '{}',
    });
  expect((await unsigned('Refuse')).status).toBe(409);
  const refused = await unsigned('Echo');
  expect([refused.status, await refused.json()]).toEqual([
    403,
    expect.objectContaining({ __type: 'MissingAuthenticationTokenException' }),
  ]);
});

test('a bug answers 500 without its details, and the service goes on', async () => {
  const logged: unknown[] = [];
  const { error } = console;
  console.error = (thrown: unknown) => logged.push(thrown);
  const answer = await call('Break').finally(() => {
    console.error = error;
  });
  expect(logged).toEqual([expect.objectContaining({ message: 'a bug' })]);
  expect([answer.status, answer.json.__type]).toEqual([500, 'InternalFailure']);
  expect(answer.text).not.toContain('a bug');
  expect((await call('Echo')).status).toBe(200);
});

test('a request over 16 MB is refused', async () => {
  const { status, json } = await call('Echo', JSON.stringify('x'.repeat(16 * 1024 * 1024)));
  expect([status, json.__type]).toEqual([413, 'RequestEntityTooLarge']);
});
