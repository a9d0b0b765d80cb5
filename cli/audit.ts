import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { languages } from '../domain/language.ts';
import { readEverything } from '../store/everything.ts';
import { openTable } from '../store/table.ts';
import type { Language } from '../texts/language.ts';
import { readExport, writeExport } from './audit/folder.ts';
import { replay } from './audit/replay.ts';
import { describeDifference, describeVerified, printTimeline } from './audit/report.ts';
import { verify } from './audit/verify.ts';

const usage = `npm run audit -- export --table NAME [--endpoint URL] [--folder FOLDER]
npm run audit -- verify <case|call|all> [--fingerprint HEX] [--folder FOLDER]
npm run audit -- replay [--folder FOLDER]
npm run audit -- timeline <case|call> [--language sv|fi|en] [--folder FOLDER]

Reads the logs out of a table into a folder, and examines that folder without any other access: whether every log is as
it was written, whether the listings follow from the logs, and what happened in a matter, in words. A case is named by its
id or its number, a call by its id. The folder is .local/export unless another is named. The exit code is 0 only where
everything holds.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: '.local/export' },
    table: { type: 'string' },
    endpoint: { type: 'string' },
    fingerprint: { type: 'string' },
    language: { type: 'string', default: 'en' },
    help: { type: 'boolean', default: false },
  },
});

const commands: Readonly<Record<string, (what: string | undefined) => Promise<boolean | undefined>>> = {
  export: async () => {
    if (!values.table) return undefined;
    const written = await writeExport(values.folder, await readEverything(tableAt(values.table)));
    console.log(`${written.logs.size} logs, ${written.projections.length} projections in ${values.folder}`);
    console.log(`fingerprint ${written.fingerprint}`);
    return true;
  },
  verify: async (what) => {
    if (!what) return undefined;
    const exported = await readExport(values.folder);
    const found = verify(exported, what);
    for (const one of found) console.log(describeVerified(one));
    const anchored = values.fingerprint === undefined || values.fingerprint === exported.fingerprint;
    if (!anchored) console.log(`✗ the manifest is another one: its fingerprint is ${exported.fingerprint}`);
    const faults = found.filter(({ fault }) => fault).length;
    console.log(found.length === 0 ? `there is no log of ${what}` : `${found.length} logs, ${faults} faults`);
    return found.length > 0 && faults === 0 && anchored;
  },
  replay: async () => {
    const { items, differences } = replay(await readExport(values.folder));
    for (const difference of differences) console.log(describeDifference(difference));
    console.log(`${items} projections rebuilt, ${differences.length} differences`);
    return differences.length === 0;
  },
  timeline: async (what) => {
    const language = languages.find((known) => known === values.language);
    if (!what || !language) return undefined;
    return printTimeline(await readExport(values.folder), what, language satisfies Language);
  },
};

/** The table in AWS, by the developer's own credentials, or of a local cloud at an endpoint, which takes `local`. */
function tableAt(name: string) {
  const { endpoint } = values;
  const local = { region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  return openTable(name, new DynamoDBClient(endpoint ? { endpoint, ...local } : {}));
}

const [command = '', what] = positionals;
const held = values.help ? undefined : await commands[command]?.(what);
if (held === undefined) console.log(usage);
process.exitCode = held || values.help ? 0 : held === undefined ? 2 : 1;
