import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from '../../../local/assembly/deploy.ts';
import { type Assembly, readAssembly } from '../../../local/assembly.ts';
import type { Declared, JsonObject, ResourceKind } from '../../../local/service.ts';

export const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };

/** An assembly of hand-written templates, by stack; each stack depends on those before it. */
export function anAssembly(templates: Readonly<Record<string, JsonObject>>): Assembly {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  const names = Object.keys(templates);
  const artifacts = names.map((name, index) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      dependencies: names.slice(0, index),
      properties: { templateFile: `${name}.template.json` },
      metadata: { '/App/Thing/Resource': [{ type: 'aws:cdk:logicalId', data: 'Thing' }] },
    },
  ]);
  writeFileSync(
    join(directory, 'manifest.json'),
    JSON.stringify({ artifacts: Object.fromEntries(artifacts) }),
  );
  for (const name of names) {
    writeFileSync(join(directory, `${name}.template.json`), JSON.stringify(templates[name]));
  }
  return readAssembly(directory);
}

/** Makes things of the type `Test::Thing`, and keeps them in the order in which they were made. */
export function things() {
  const made: Declared[] = [];
  const kind: ResourceKind = {
    type: 'Test::Thing',
    supported: ['Name', 'Value', 'Fail'],
    ignored: { Colour: 'nobody sees it' },
    ref: ({ logicalId }) => `ref-of-${logicalId}`,
    attributes: ({ logicalId }) => ({ Arn: `arn-of-${logicalId}`, 'Nested.Name': 'nested' }),
    create(resource) {
      if (resource.properties.Fail) throw new Error(String(resource.properties.Fail));
      made.push(resource);
    },
  };
  return { made, kind };
}

/** Deploys one stack and gives the properties of its things by logical id. */
export async function deployed(template: JsonObject): Promise<Readonly<Record<string, JsonObject>>> {
  const { made, kind } = things();
  await deploy(anAssembly({ Stack: template }), place, [kind]);
  return Object.fromEntries(made.map(({ logicalId, properties }) => [logicalId, properties]));
}

export function aThing(properties: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return { Type: 'Test::Thing', Properties: properties, ...more };
}
