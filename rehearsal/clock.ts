import { parseArgs } from 'node:util';
import { fetchText } from './fetch.ts';
import { turnClock } from './turn-clock.ts';

const usage = `npm run clock -- [WHEN] [--port 4570]

Tells the time of the cloud that \`npm start\` or \`npm run practise\` runs, or turns it forward: to when the open call has
closed and its round begins (closing), some days or hours on (+21d, +12h), or to an instant (2022-09-01T12:00:00Z). What falls due on
the way is done before it answers.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4570' }, help: { type: 'boolean', default: false } },
});
const origin = `http://127.0.0.1:${values.port}`;
const [when] = positionals;
if (values.help) console.log(usage);
else console.log(when ? await turnClock(origin, when) : await fetchText(`${origin}/_local/clock`));
