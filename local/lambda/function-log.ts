import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tail that Invoke answers on request: the last 4 KB of an invocation's log. */
const tailBytes = 4096;

/** What a function wrote, in `<directory>/<function>.log`, with Lambda's START, END and REPORT lines. */
export class FunctionLog {
  readonly #file: string;

  constructor(directory: string, functionName: string) {
    mkdirSync(directory, { recursive: true });
    this.#file = join(directory, `${functionName}.log`);
  }

  /** Appends at once: a log that a crash of the process swallows would be of no use. */
  write(text: string): void {
    appendFileSync(this.#file, text);
  }

  /** All of it; nothing if the function has not run yet. */
  read(): string {
    try {
      return readFileSync(this.#file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}

/** The last 4 KB of a text, in base64. */
export function tailOf(text: string): string {
  return Buffer.from(text).subarray(-tailBytes).toString('base64');
}
