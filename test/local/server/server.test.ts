import { request } from 'node:http';
import { listen, type Server } from '../../../local/server.ts';

let server: Server;
const clock = { now: () => Date.UTC(2044, 0, 1) };
beforeAll(async () => {
  server = await listen(0, clock, async ({ url }, response) => {
    if (url === '/broken') throw new Error('a bug');
    response.end('here');
  });
});
afterAll(() => server.close());

function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.origin);
    const sent = request({ host: '127.0.0.1', port, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end();
  });
}

test('listens on the loopback interface', () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('tells the cloud’s time, so that clients can correct their signatures', async () => {
  const answer = await fetch(server.origin);
  expect(answer.headers.get('date')).toBe('Fri, 01 Jan 2044 00:00:00 GMT');
});

test('answers to names of this machine only, whatever resolves to it', async () => {
  const hosts = [
    '127.0.0.1:4566',
    'localhost',
    'files.localhost:1',
    'evil.example',
    'localhost.evil.example',
  ];
  expect(await Promise.all(hosts.map(statusFor))).toEqual([200, 200, 200, 421, 421]);
});

test('a handler that breaks ends its own request only', async () => {
  const { error } = console;
  console.error = () => undefined;
  const broken = await fetch(`${server.origin}/broken`).finally(() => {
    console.error = error;
  });
  expect(broken.status).toBe(500);
  expect(await (await fetch(server.origin)).text()).toBe('here');
});
