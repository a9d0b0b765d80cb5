import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { call as callSchema } from '../contract/call.ts';
import { callJsonSchema } from '../contract/call-schema.ts';
import { readYaml } from '../contract/yaml-file.ts';
import type { Call } from '../domain/call/call.ts';
import { type Language, languages } from '../texts/language.ts';
import { publish } from './call/publish.ts';
import { showCall } from './call/show.ts';
import { showFaults } from './faults.ts';

const usage = `npm run call -- check FILE…        lists every fault of the calls' files with line and column
npm run call -- show FILE          prints a call for people to read
npm run call -- publish FILE --officials FILE [--outputs FILE|ADDRESS]
                                   publishes a call through the API, as the official who signs in
npm run call -- schema             prints the JSON Schema of a call's file

--language sv|fi|en                in which language (en)
--officials FILE                   who handles the call: names, presenters, evaluators, reserveEvaluators, decisionMakers
--outputs FILE|ADDRESS             what cdk deploy --outputs-file wrote; the cloud on this machine where left out

With ANSLAG_TOKEN in the environment nobody is asked to sign in.`;

const localOutputs = 'http://127.0.0.1:4566/_local/outputs';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'en' },
      officials: { type: 'string' },
      outputs: { type: 'string', default: localOutputs },
    },
  });
  const [command = '', ...files] = positionals;
  const language = languages.find((known) => known === values.language);
  const run = commands[command];
  return run && language ? run({ ...values, files, language }) : misused();
}

interface Arguments {
  readonly files: readonly string[];
  readonly language: Language;
  readonly officials?: string;
  readonly outputs: string;
}

/** Each gives the exit code: 0 where all is well, 1 where a file or the API says no, 2 for a misused command. */
const commands: Readonly<Record<string, (given: Arguments) => number | Promise<number>>> = {
  check: ({ files, language }) => {
    if (files.length === 0) return misused();
    const calls = files.map((file) => readCall(file, language));
    for (const [index, call] of calls.entries()) {
      if (call) console.log(`${files[index]}: ✓ ${call.name[language]}`);
    }
    return calls.every(Boolean) ? 0 : 1;
  },

  show: ({ files: [file], language }) => {
    if (file === undefined) return misused();
    const call = readCall(file, language);
    if (call) console.log(showCall(call, language));
    return call ? 0 : 1;
  },

  publish: async ({ files: [file], language, officials, outputs }) => {
    if (file === undefined || officials === undefined) return misused();
    const call = readCall(file, language);
    return call && (await publish(call, { officials, outputs }, language)) ? 0 : 1;
  },

  schema: () => {
    console.log(JSON.stringify(callJsonSchema(), null, 2));
    return 0;
  },
};

/** The call of a file; undefined, and all its faults said, where it has any. */
function readCall(file: string, language: Language): Call | undefined {
  const reading = readYaml(callSchema, readFileSync(file, 'utf8'));
  if ('value' in reading) return reading.value;
  console.error(showFaults(file, reading.faults, language));
  return undefined;
}

function misused(): number {
  console.error(usage);
  return 2;
}

process.exitCode = await main();
