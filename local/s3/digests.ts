import { type Algorithm, type Hasher, hasherOf } from './checksums.ts';

/** What was found out about bytes as they streamed by. */
export interface Digests {
  readonly size: number;
  readonly md5: Buffer;
  /** Base64, by algorithm asked for. */
  readonly checksums: ReadonlyMap<Algorithm, string>;
}

/** Takes the next piece of a body; resolves when there is room for another. */
export type Sink = (chunk: Buffer) => Promise<void>;

/** Streams `chunks` into `sink`, one at a time, and digests them on the way. */
export async function digest(
  chunks: AsyncIterable<Buffer>,
  algorithms: Iterable<Algorithm>,
  sink: Sink,
): Promise<Digests> {
  const md5 = hasherOf('MD5');
  const hashers = new Map<Algorithm, Hasher>();
  for (const algorithm of algorithms) hashers.set(algorithm, hasherOf(algorithm));
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    md5.update(chunk);
    for (const hasher of hashers.values()) hasher.update(chunk);
    await sink(chunk);
  }
  const checksums = [...hashers].map(
    ([algorithm, hasher]) => [algorithm, hasher.digest().toString('base64')] as const,
  );
  return { size, md5: md5.digest(), checksums: new Map(checksums) };
}
