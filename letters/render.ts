import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LetterContent } from '../texts/letter.ts';

/** Typst's compiler as its native module gives it; the wrapper package that has the types is not installed. */
interface Compiler {
  pdf(
    source: { mainFileContent: string; inputs: Readonly<Record<string, string>> },
    options: { pdfStandard: 'ua-1' | 'a-2a' },
  ): Buffer;
  /** Forgets what the last compilations kept, by how many compilations ago it was used. */
  evictCache(age: number): void;
}

interface CompilerModule {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler;
  };
}

/** Renders letters. */
export interface LetterRenderer {
  /**
   * The letter as PDF/UA-1: tagged, with its language and title, its fonts embedded. The same content gives the same
   * bytes. Throws where the template or its content would make a document that is not accessible.
   */
  render(content: LetterContent): Uint8Array;
}

/**
 * Opens the renderer on a folder with the compiler (`typst.node`), the template and the fonts (`letters/`), as the
 * bundle of the function that renders lies.
 */
export function openRenderer(folder: string): LetterRenderer {
  const load = createRequire(join(folder, 'index.mjs'));
  const { NodeCompiler } = load('./typst.node') as CompilerModule;
  const template = readFileSync(join(folder, 'letters/decision.typ'), 'utf8');
  const fontBlobs = ['Regular', 'Bold'].map((style) =>
    readFileSync(join(folder, `letters/fonts/SourceSans3-${style}.ttf`)),
  );
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  return {
    render: (content) => {
      const inputs = { letter: JSON.stringify(content) };
      const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' });
      compiler.evictCache(2);
      return pdf;
    },
  };
}
