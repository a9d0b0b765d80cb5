import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Refused } from '../assembly/properties.ts';

/**
 * The functions' code, copied out of the assembly as a deployment copies it: synthesizing again does not change
 * what runs. The folder's own `package.json` says nothing, as at /var/task, so that the module format of a `.js`
 * file does not come from the project around it.
 */
export class CodeStore {
  readonly #directory: string;
  readonly #used = new Set<string>();

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), '{}\n');
  }

  /** The task root for an asset folder, whose name carries the hash of its content. */
  fromAsset(asset: string): string {
    if (!statSync(asset).isDirectory()) {
      throw new Refused(`Code: ${basename(asset)} is a file; the local cloud runs code from asset folders`);
    }
    return this.#place(basename(asset), (folder) => cpSync(asset, folder, { recursive: true }));
  }

  /** The task root for code written in the template: Lambda makes it the file `index`. */
  inline(functionName: string, source: string): string {
    rmSync(join(this.#directory, `inline.${functionName}`), { recursive: true, force: true });
    return this.#place(`inline.${functionName}`, (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'index.js'), source);
    });
  }

  /** Removes what no function of this run uses. */
  prune(): void {
    for (const name of readdirSync(this.#directory)) {
      if (name !== 'package.json' && !this.#used.has(name)) {
        rmSync(join(this.#directory, name), { recursive: true });
      }
    }
  }

  /** Whole or not at all: a start that was interrupted must not leave half a function behind. */
  #place(name: string, fill: (folder: string) => void): string {
    const folder = join(this.#directory, name);
    this.#used.add(name);
    if (!existsSync(folder)) {
      const unfinished = `${folder}.unfinished`;
      rmSync(unfinished, { recursive: true, force: true });
      fill(unfinished);
      renameSync(unfinished, folder);
    }
    return folder;
  }
}
