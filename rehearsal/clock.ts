import { parseArgs } from 'node:util';
import { fetchJson } from './fetch.ts';

const usage = `npm run clock -- [WHEN] [--port 4570]

Tells the time of the cloud that \`npm start\` or \`npm run practise\` runs, or turns it forward: to a minute after the open
call has closed (closing), some days or hours on (+21d, +12h), or to an instant (2022-09-01T12:00:00Z). What falls due on
the way is done before it answers.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4570' }, help: { type: 'boolean', default: false } },
});
if (values.help) console.log(usage);
else await turn(positionals[0]);

async function turn(when: string | undefined): Promise<void> {
  const origin = `http://127.0.0.1:${values.port}`;
  const { now } = await fetchJson<{ now: string }>(`${origin}/_local/clock`);
  if (when === undefined) {
    console.log(now);
    return;
  }
  const to = await instantFrom(when, now, origin);
  console.log((await fetchJson<{ now: string }>(`${origin}/_local/clock`, { to })).now);
}

async function instantFrom(when: string, now: string, origin: string): Promise<string> {
  const [, count, unit] = /^\+(\d+)([dh])$/.exec(when) ?? [];
  if (count) {
    const hours = Number(count) * (unit === 'd' ? 24 : 1);
    return new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  }
  if (when !== 'closing') return new Date(when).toISOString();
  const { calls } = await fetchJson<{ calls: { closesAt: string }[] }>(`${origin}/calls`);
  const [next] = calls
    .map(({ closesAt }) => closesAt)
    .filter((closesAt) => closesAt > now)
    .sort();
  if (!next) throw new Error('no call is open');
  return new Date(Date.parse(next) + 60_000).toISOString();
}
