import { createHash, randomUUID } from 'node:crypto';
import type { Json } from '../service.ts';

/**
 * The functions Step Functions adds to JSONata, by name, with their JSONata signatures.
 * "Transforming data with JSONata in Step Functions", section "JSONata functions provided by Step Functions".
 * An argument that cannot mean anything (a chunk of no size, a step that leads away) gives nothing, which
 * fails the field it stands in.
 */
export const functions: Readonly<Record<string, { signature: string; run: (...args: never[]) => unknown }>> =
  {
    partition: { signature: '<an:a>', run: partition },
    range: { signature: '<nnn:a>', run: range },
    hash: { signature: '<ss:s>', run: hash },
    random: { signature: '<n?:n>', run: random },
    uuid: { signature: '<:s>', run: () => randomUUID() },
    parse: { signature: '<s:x>', run: (text: string) => JSON.parse(text) as Json },
  };

/** A range longer than this would not fit any payload, and would exhaust the process before anyone said so. */
const longestRange = 1_000_000;

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function partition(items: readonly Json[], size: number): Json[][] | undefined {
  const chunk = Math.trunc(size);
  if (chunk < 1 || items.length === 0) return undefined;
  const count = Math.ceil(items.length / chunk);
  return Array.from({ length: count }, (_, at) => items.slice(at * chunk, (at + 1) * chunk));
}

function range(first: number, last: number, step: number): number[] | undefined {
  const [from, to, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0 || (to - from) * by < 0) return undefined;
  const count = Math.floor((to - from) / by) + 1;
  if (count > longestRange) throw new Error(`$range would have ${count} items`);
  return Array.from({ length: count }, (_, at) => from + at * by);
}

function hash(text: string, algorithm: string): string {
  const known = algorithms[algorithm];
  if (!known) throw new Error(`$hash takes ${Object.keys(algorithms).join(', ')}, not '${algorithm}'`);
  return createHash(known).update(text).digest('hex');
}

/** From 0 up to 1. The same seed gives the same number, though not the one AWS gives for it. */
function random(seed?: number): number {
  if (seed === undefined) return Math.random();
  return createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48;
}
