/**
 * `npm run local -- --port P --data DIR --app cdk.out [--start-at INSTANT]`
 *
 * Prints one line of JSON, `{"ready":true,"origin":…}`, when the cloud is up; all other words go to standard error.
 * SIGINT and SIGTERM end it cleanly. What cannot run is told in full, with exit status 1.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AssemblyError } from './assembly/problem.ts';
import { startCloud } from './cloud.ts';

// Lambda runs in UTC, and the threads of the functions take the zone of the process.
process.env.TZ = 'UTC';

const values = options();
const startAt = values['start-at'] === undefined ? undefined : Date.parse(values['start-at']);
if (Number.isNaN(startAt)) refuse('--start-at takes an ISO 8601 instant, for instance 2022-01-31T08:00:00Z');
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse('--port takes a number from 0 to 65535');

try {
  const cloud = await startCloud({
    assembly: values.app,
    directory: resolve(values.data),
    port,
    ...(startAt !== undefined && { startAt }),
    broken,
  });
  // One request that breaks must not end the cloud for all others.
  process.on('uncaughtException', (error) => console.error(error));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)));
  }
  console.error(
    `The local cloud runs ${values.app} at ${cloud.origin}, its time ${new Date().toISOString()}`,
  );
  console.error(
    `AWS_ENDPOINT_URL=${cloud.origin} AWS_REGION=${cloud.place.region} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local`,
  );
  console.log(JSON.stringify({ ready: true, origin: cloud.origin }));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') refuse(`The port ${port} is in use.`);
  if (!(error instanceof AssemblyError)) throw error;
  refuse(`The local cloud cannot run ${values.app}:\n${error.message}`);
}

function options() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4566' },
        data: { type: 'string', default: '.local/cloud' },
        app: { type: 'string', default: 'cdk.out' },
        'start-at': { type: 'string' },
      },
    }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** A workflow that cannot be kept must not seem to go on. */
function broken(error: unknown): never {
  console.error(error);
  process.exit(70);
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
