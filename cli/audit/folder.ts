import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, hashOf, type Sha256 } from '../../domain/canonical.ts';
import { type Anchor, anchorOf } from '../../domain/log/chain.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import type { Everything } from '../../store/everything.ts';
import type { Item } from '../../store/table.ts';

/**
 * An export as it lies in a folder: `<kind>/<id>.jsonl` for every log of a case, a call, a pool or a
 * rectification with one event on each line, `projections.jsonl` with one listing or task on each, and `manifest.json` with the length and the last hash of
 * every log.
 */
export interface Export extends Everything {
  readonly anchors: readonly Anchor[];
  /** The digest of all anchors: kept elsewhere, it lets nobody change the manifest with the logs. */
  readonly fingerprint: Sha256;
}

const format = 'anslag-export-1';
const kinds = {
  'CASE#': 'cases',
  'CALL#': 'calls',
  'POOL#': 'pools',
  'RECTIFICATION#': 'rectifications',
} as const;

/** Writes an export and returns it with its fingerprint. The folder is made where there is none. */
export async function writeExport(folder: string, { logs, projections }: Everything): Promise<Export> {
  const anchors = [...logs].map(([stream, events]) => anchorOf(stream, events)).sort(byStream);
  for (const kind of Object.values(kinds)) await mkdir(join(folder, kind), { recursive: true });
  for (const [stream, events] of logs) await writeFile(join(folder, fileOf(stream)), linesOf(events));
  await writeFile(join(folder, 'projections.jsonl'), linesOf(projections));
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify({ format, logs: anchors }, null, 2)}\n`);
  return { logs, projections, anchors, fingerprint: hashOf(anchors) };
}

/** Reads an export. Throws, with the place, where a file is not what its name says; whether it is true is not asked. */
export async function readExport(folder: string): Promise<Export> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  if (manifest.format !== format) throw new Error(`${folder} holds no export of the format ${format}`);
  const logs = new Map<string, readonly KeptEvent[]>();
  for (const [prefix, kind] of Object.entries(kinds)) {
    for (const name of (await readdir(join(folder, kind))).sort()) {
      const stream = `${prefix}${name.replace(/\.jsonl$/, '')}`;
      logs.set(stream, await readLines<KeptEvent>(join(folder, kind, name)));
    }
  }
  const projections = await readLines<Item>(join(folder, 'projections.jsonl'));
  const anchors = manifest.logs as Anchor[];
  return { logs, projections, anchors, fingerprint: hashOf(anchors) };
}

function fileOf(stream: string): string {
  const [prefix, kind] = Object.entries(kinds).find(([known]) => stream.startsWith(known)) ?? [];
  const id = stream.slice(prefix?.length);
  if (!kind || !/^[a-z0-9-]+$/.test(id)) throw new Error(`${stream} is a log of no known kind`);
  return join(kind, `${id}.jsonl`);
}

function linesOf(documents: readonly unknown[]): string {
  return documents.map((document) => `${canonicalJson(document)}\n`).join('');
}

async function readLines<Document>(file: string): Promise<readonly Document[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as Document;
    } catch (error) {
      throw new Error(`${file}:${index + 1} is no JSON`, { cause: error });
    }
  });
}

function byStream(one: Anchor, other: Anchor): number {
  return one.stream < other.stream ? -1 : 1;
}
