import { readFileSync } from 'node:fs';
import { call } from '../../contract/call.ts';
import { callJsonSchema } from '../../contract/call-schema.ts';
import { readYaml } from '../../contract/yaml-file.ts';

const file = readFileSync('calls/2022.yaml', 'utf8');

function faultsOf(yaml: string): readonly string[] {
  const reading = readYaml(call, yaml);
  return 'faults' in reading
    ? reading.faults.map(({ line, column, place, code }) => `${line}:${column} ${place} ${code}`)
    : [];
}

/** Line and column, from 1, of where a text begins in the file. */
function positionOf(yaml: string, text: string): string {
  const before = yaml.slice(0, yaml.indexOf(text)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

test('a file without faults is the call', () => {
  expect(faultsOf(file)).toEqual([]);
});

test('a fault stands at the key of what is wrong', () => {
  const wrong = file.replace('completionDays: 14', 'completionDays: 0');
  expect(faultsOf(wrong)).toEqual([`${positionOf(wrong, 'completionDays')} /completionDays too-small`]);
});

test('a misspelt field is told where it stands, and what it leaves missing wherever that is missed', () => {
  const wrong = file.replace('registerPrefix: ANS', 'registerPrefx: ANS');
  expect(faultsOf(wrong)).toEqual([
    `${positionOf(wrong, 'authority:')} /authority/registerPrefix required`,
    `${positionOf(wrong, 'registerPrefx')} /authority/registerPrefx unknown-field`,
    `${positionOf(wrong, '/authority/registerPrefix')} /assumptions/7/about/1 no-such-place`,
  ]);
});

test('a fault in a list stands at its own item', () => {
  const wrong = file.replace('weight: 15', 'weight: 16');
  expect(faultsOf(wrong)).toEqual([`${positionOf(wrong, 'criteria:')} /evaluation/criteria weights-not-100`]);
  const unknown = file.replace('[licences]', '[premises, gold]');
  expect(faultsOf(unknown)).toEqual([`${positionOf(unknown, 'gold')} /costs/onlyIfNecessary/1 not-allowed`]);
});

test('all faults of a file are told, in the order of their lines', () => {
  const wrong = file
    .replace('cents: 1000000000', 'cents: ten million')
    .replace('2022-04-25T16:15', '2022-02-30T16:15')
    .replace('policy: rank', 'policy: whim')
    .replace('source: 893/2019 § 4', 'source: hearsay');
  expect(faultsOf(wrong).map((fault) => fault.split(' ').slice(1).join(' '))).toEqual([
    '/appropriation/cents wrong-type',
    '/window/closes no-such-time',
    '/costs/sentence/source no-such-source',
    '/allocation/policy not-allowed',
  ]);
});

test('a file that is no YAML is told with its place, and so is a key that comes twice', () => {
  expect(faultsOf('id: [2022\nname: x')).toEqual([expect.stringMatching(/^\d+:\d+ {2}not-yaml$/)]);
  expect(faultsOf(`${file}\nid: again`)).toEqual([expect.stringMatching(/^\d+:1 {2}not-yaml$/)]);
});

test('an empty file is a fault and not a call', () => {
  expect(faultsOf('')).toEqual(['1:1  wrong-type']);
});

test('the published JSON Schema is that of the contract: run `npm run call -- schema` and keep what it prints', () => {
  expect(JSON.parse(readFileSync('calls/call.schema.json', 'utf8'))).toEqual(callJsonSchema());
});

test('the JSON Schema refuses unknown fields and asks for every field that the contract asks for', () => {
  const { additionalProperties, required, properties } = callJsonSchema() as {
    additionalProperties: boolean;
    required: string[];
    properties: Record<string, unknown>;
  };
  expect(additionalProperties).toBe(false);
  expect([...required].sort()).toEqual(Object.keys(properties).sort());
});
