import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where the built portal lies; its whole content is deployed. */
export const builtPortal = join(root, 'dist/portal');

/** Beside the folder and not in it, since all in it is deployed. */
const stamp = `${builtPortal}.sha256`;

/** What the portal is built of: a change in any of it builds it anew. */
const sources = ['portal', 'texts', 'contract', 'domain', 'package-lock.json'];

/** Builds the portal unless what lies there was built of the same files, for it takes longer than all of the functions. */
export async function buildPortal(): Promise<void> {
  const made = await hashOfSources();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === made) return;
  await rm(stamp, { force: true });
  const { build } = await import('vite');
  // Whoever synthesizes in a test, or for development, still deploys the portal as it is served.
  process.env.NODE_ENV = 'production';
  await build({ configFile: join(root, 'portal/vite.config.ts'), logLevel: 'warn' });
  await writeFile(stamp, made);
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const path of await filesIn(join(root, source)))
      hash.update(`${path}\n`).update(await readFile(path));
  }
  return hash.digest('hex');
}

/** The files below a path, or the path itself where it is a file, always in the same order. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
