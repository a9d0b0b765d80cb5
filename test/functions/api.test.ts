import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { type Operation, openApi, reading } from '../../functions/api.ts';

const secret = 'SELECT * FROM logs at /var/task/index.mjs:1';

/** A request as the gateway hands it on. */
function eventOf(routeKey: string, headers: Readonly<Record<string, string>> = {}) {
  const event = { routeKey, headers, pathParameters: {}, requestContext: {}, isBase64Encoded: false };
  return event as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
}

const context = { functionName: 'f', awsRequestId: 'r', getRemainingTimeInMillis: () => 1000 } as Context;

async function answerOf(operation: Operation, routeKey = 'GET /thing', language = 'sv') {
  const handler = openApi({ 'GET /thing': operation });
  const answer = await handler(eventOf(routeKey, { 'accept-language': language }), context);
  return { status: answer.statusCode, headers: answer.headers, body: answer.body ?? '' };
}

/** What the function writes: its structured log, and its metrics. */
const written: string[] = [];
const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
beforeEach(() => {
  written.length = 0;
  for (const { stream } of streams) stream.write = (text) => written.push(String(text)) > 0;
});
afterEach(() => {
  for (const { stream, write } of streams) stream.write = write;
});

test('an exception inside is a bare problem outside, and is logged and counted', async () => {
  const failing = reading<undefined>(() => Promise.reject(new Error(secret)));
  const { status, headers, body } = await answerOf(failing);
  expect(status).toBe(500);
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  expect(JSON.parse(body)).toEqual({
    type: 'urn:anslag:failed',
    title: 'Något gick fel hos oss. Försök igen om en stund.',
    status: 500,
  });
  expect(written.join('\n')).toContain(secret);
  expect(written.join('\n')).toContain('RequestsFailed');
});

test('a route that the function does not know is not found, whatever its name', async () => {
  const fine = reading<undefined>(async () => ({ status: 200, document: {} }));
  for (const key of ['GET /other', '__proto__', 'constructor']) {
    expect((await answerOf(fine, key)).status).toBe(404);
  }
});

test('what is not public is kept by nobody, and what anybody may keep says for how long', async () => {
  const fine = reading<undefined>(async () => ({ status: 200, document: { a: 1 } }));
  expect((await answerOf(fine)).headers).toMatchObject({ 'cache-control': 'no-store' });
  const kept = reading<undefined>(async () => ({ status: 200, document: {}, maxAgeSeconds: 60 }));
  expect((await answerOf(kept)).headers).toMatchObject({ 'cache-control': 'public, max-age=60' });
});

test('what can be edited has the tag of its revision', async () => {
  const edited = reading<undefined>(async () => ({ status: 200, document: {}, revision: 7 }));
  expect((await answerOf(edited)).headers).toMatchObject({ etag: '"7"' });
});

test.each([
  ['"7"', 7],
  // As CloudFront gives it back when it compresses what it tags.
  ['W/"7"', 7],
  ['*', 0],
  ['"7", "8"', 0],
  ['7', 0],
])('If-Match %s means revision %s', async (tag, revision) => {
  const handler = openApi({
    'GET /thing': reading<undefined>(async ({ ifMatch }) => ({ status: 200, document: { ifMatch } })),
  });
  const answer = await handler(eventOf('GET /thing', { 'if-match': tag }), context);
  expect(JSON.parse(answer.body ?? '')).toEqual({ ifMatch: revision });
});
