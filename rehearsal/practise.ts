import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { call as callSchema } from '../contract/call.ts';
import { readYaml } from '../contract/yaml-file.ts';
import { startCloud } from './cloud.ts';
import { preparePractice } from './practice.ts';
import { synthesize } from './synthesize.ts';
import { welcome } from './welcome.ts';

/** `npm run practise`: a cloud with nothing but a practice call in it, to try the portal at once. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '4570' } } });
const data = resolve('.local', 'practice');
await rm(data, { recursive: true, force: true });
synthesize();
const cloud = await startCloud({ data, port: Number(values.port), startAt: '2022-08-01T06:00:00.000Z' });
const reading = readYaml(callSchema, readFileSync('calls/2022.yaml', 'utf8'));
if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
process.once('SIGTERM', () => void cloud.stop());
try {
  console.log(welcome(cloud, await preparePractice(cloud, reading.value)));
  await cloud.ended;
} finally {
  await cloud.stop();
}
