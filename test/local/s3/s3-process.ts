import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { Access } from '../../../local/access/access.ts';
import { Clock } from '../../../local/clock.ts';
import { openDatabase } from '../../../local/database.ts';
import { readBucketSettings } from '../../../local/s3/bucket-settings.ts';
import { S3 } from '../../../local/s3/s3.ts';

/*
 * S3 in a process of its own: node s3-process.ts <directory> <bucket>. Tells its origin in its first line, and to
 * each line it is sent the most memory it has had, in bytes.
 */
const [, , directory = '', bucket = ''] = process.argv;
const clock = new Clock();
const database = openDatabase(directory);
let s3: S3 | undefined;
const server = createServer((request, response) => void s3?.handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place = { account: '000000000000', region: 'eu-north-1', origin };
  const access = new Access(place, database);
  s3 = new S3({ clock, database, directory, access, place, publish: () => undefined });
  s3.putBucket(bucket, readBucketSettings({ VersioningConfiguration: { Status: 'Enabled' } }));
  s3.resume();
  console.log(origin);
});
createInterface({ input: process.stdin }).on('line', () => {
  console.log(process.resourceUsage().maxRSS * 1024);
});
