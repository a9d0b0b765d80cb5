import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Sink } from './digests.ts';

/**
 * The bytes of objects and parts: files under names that mean nothing, written once and never changed. A file is
 * an object only by the row that names it; one without a row, as a killed process leaves it, is swept.
 */
export class Bodies {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = join(directory, 's3');
    mkdirSync(this.#directory, { recursive: true });
  }

  /**
   * Writes a new body by what `fill` puts into its sink, then has `keep` make the row that names it. If either
   * throws, nothing is left of the body.
   */
  async store<T, R>(fill: (sink: Sink) => Promise<T>, keep: (body: string, filled: T) => R): Promise<R> {
    const body = randomUUID();
    try {
      return keep(body, await this.#write(body, fill));
    } catch (error) {
      this.remove(body);
      throw error;
    }
  }

  /**
   * Streams the bytes from `start` to before `end`. The file is opened before this returns, so a body that is
   * removed meanwhile is still read to its end.
   */
  read(body: string, start: number, end: number): Readable {
    const fd = openSync(this.#path(body), 'r');
    // An empty range cannot be said with createReadStream's inclusive end.
    const range = end > start ? { start, end: end - 1 } : { start: Number.MAX_SAFE_INTEGER };
    return createReadStream('', { fd, ...range });
  }

  remove(body: string): void {
    rmSync(this.#path(body), { force: true });
  }

  /** Removes every file that `isKept` does not know. */
  sweep(isKept: (body: string) => boolean): void {
    for (const body of readdirSync(this.#directory)) {
      if (!isKept(body)) this.remove(body);
    }
  }

  async #write<T>(body: string, fill: (sink: Sink) => Promise<T>): Promise<T> {
    const file = await open(this.#path(body), 'wx');
    try {
      return await fill((chunk) => file.writeFile(chunk));
    } finally {
      await file.close();
    }
  }

  #path(body: string): string {
    return join(this.#directory, body);
  }
}
