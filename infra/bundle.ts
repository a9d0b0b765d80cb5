import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const output = join(root, 'dist/functions');

/** Libraries written as CommonJS ask for `require`, which an ES module does not have. */
const banner = {
  js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
};

/** Where a function's bundle lies; the folder under `functions/` gives its name. */
export function bundleOf(name: string): string {
  return join(output, name);
}

/** The names of all functions: the folders under `functions/` with a handler. */
async function functionNames(): Promise<string[]> {
  const entries = await readdir(join(root, 'functions'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * Bundles every function, with the SDK, as one minified ES module. All in one run, since starting a bundler for each
 * of some twenty-five functions would take longer than the bundling.
 */
export async function bundleFunctions(): Promise<void> {
  const names = await functionNames();
  await rm(output, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/index` })),
    outdir: output,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner,
    mainFields: ['module', 'main'],
    external: ['@myriaddreamin/*'],
    logLevel: 'warning',
  });
  for (const name of ['draft-decisions', 'render-letter', 'write-rectification'])
    await addLetterFiles(bundleOf(name));
}

/** What the letters are made with: the templates, two fonts, and the Typst compiler for Lambda's platform. */
export async function addLetterFiles(bundle: string, platform = 'linux-x64-gnu'): Promise<void> {
  const fonts = join(dirname(require.resolve('source-sans/package.json')), 'TTF');
  await mkdir(join(bundle, 'letters/fonts'), { recursive: true });
  await cp(join(root, 'letters'), join(bundle, 'letters'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  for (const font of ['SourceSans3-Regular.ttf', 'SourceSans3-Bold.ttf']) {
    await cp(join(fonts, font), join(bundle, 'letters/fonts', font));
  }
  const compiler = require.resolve(`@myriaddreamin/typst-ts-node-compiler-${platform}`);
  await cp(compiler, join(bundle, 'typst.node'));
}
