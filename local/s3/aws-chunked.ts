import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChunkSigner } from '../access/signature.ts';
import { refusalsOf } from '../access/signature-refusals.ts';
import { ServiceError } from '../service.ts';
import { incompleteBody } from './errors.ts';

/** A body in aws-chunked encoding: signed piece by piece, followed by checksums, or both. */
export interface ChunkedBody {
  /** Checks each chunk's signature, and the trailer's; undefined where chunks are not signed. */
  readonly signer: ChunkSigner | undefined;
  /** The names that `x-amz-trailer` announces, in lower case: all of them and no others must come. */
  readonly trailers: readonly string[];
  /** Takes a trailer once it is known to be right. */
  readonly trailer: (name: string, value: string) => void;
}

/** Only the last chunk may be smaller. */
const smallestChunk = 8192;
/** A chunk's header is its size, in hex, and a signature; a trailer line is a name and a checksum. */
const longestLine = 1024;

/**
 * Takes aws-chunked encoding off: yields the data as it comes, so that a wrong signature shows only after the data
 * it covers, and throws then. Refuses what S3 refuses: a signature that does not match (403), small chunks
 * (InvalidChunkSizeError, 403), a body that ends early or is not of this form (IncompleteBody, 400), trailers other
 * than announced (MalformedTrailerError, 400).
 *
 * "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks", Amazon S3 API
 * Reference, sigv4-streaming.html, and "… with trailing headers", sigv4-streaming-trailers.html
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  body: ChunkedBody,
): AsyncGenerator<Buffer> {
  const reader = new Reader(source);
  let previous = body.signer?.seed ?? '';
  for (let before = smallestChunk, size = -1; size !== 0; before = size) {
    const header = readHeader(await reader.line());
    size = header.size;
    if (size > 0 && before < smallestChunk) throw tooSmall(before);
    const hash = createHash('sha256');
    for await (const piece of reader.bytes(size)) {
      hash.update(piece);
      yield piece;
    }
    if (body.signer) {
      previous = checkSignature(header.signature, body.signer.sign('PAYLOAD', previous, hash.digest('hex')));
    }
    if (size > 0 && (await reader.line()) !== '') throw incompleteBody();
  }
  await readTrailers(reader, body, previous);
  if (!(await reader.ended())) throw incompleteBody();
}

function readHeader(line: string): { size: number; signature: string } {
  const parts = /^([0-9a-fA-F]{1,10})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (!parts) throw incompleteBody();
  return { size: Number.parseInt(parts[1] ?? '', 16), signature: parts[2] ?? '' };
}

async function readTrailers(reader: Reader, body: ChunkedBody, previous: string): Promise<void> {
  const trailers = new Map<string, string>();
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name === '' || trailers.has(name)) throw malformedTrailer();
    trailers.set(name, line.slice(colon + 1).trim());
  }
  const signature = trailers.get('x-amz-trailer-signature') ?? '';
  trailers.delete('x-amz-trailer-signature');
  if (trailers.size !== body.trailers.length || !body.trailers.every((name) => trailers.has(name))) {
    throw malformedTrailer();
  }
  if (body.signer && body.trailers.length > 0) {
    const signed = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
    const hash = createHash('sha256').update(signed).digest('hex');
    checkSignature(signature, body.signer.sign('TRAILER', previous, hash));
  }
  for (const [name, value] of trailers) body.trailer(name, value);
}

function checkSignature(given: string, wanted: string): string {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  if (left.length === right.length && timingSafeEqual(left, right)) return wanted;
  throw refusalsOf('s3').mismatch({});
}

function tooSmall(size: number): ServiceError {
  return new ServiceError(
    'InvalidChunkSizeError',
    `Only the last chunk is allowed to have a size less than ${smallestChunk} bytes; one has ${size}`,
    403,
  );
}

function malformedTrailer(): ServiceError {
  return new ServiceError(
    'MalformedTrailerError',
    'The request contained trailing data that was not well-formed or did not conform to our published schema.',
  );
}

/** Reads lines and counted bytes off a stream without keeping more of it than one piece. */
class Reader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its end. */
  async line(): Promise<string> {
    let end = this.#rest.indexOf('\r\n');
    while (end < 0) {
      if (this.#rest.length > longestLine) throw incompleteBody();
      const more = await this.#more();
      if (!more) throw incompleteBody();
      this.#rest = Buffer.concat([this.#rest, more]);
      end = this.#rest.indexOf('\r\n');
    }
    const line = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + 2);
    return line;
  }

  async *bytes(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.#rest.length === 0) {
        const more = await this.#more();
        if (!more) throw incompleteBody();
        this.#rest = more;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async ended(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#more());
  }

  async #more(): Promise<Buffer | undefined> {
    const next = await this.#source.next();
    return next.done ? undefined : next.value;
  }
}
