import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LetterContent } from '../texts/letter/content.ts';

/** Typst's compiler as its native module gives it; the wrapper package that has the types is not installed. */
interface Compiler {
  compile(source: { mainFileContent: string; inputs: Readonly<Record<string, string>> }): Compiled;
  /** Its error's message holds the diagnostics of what the standard forbids. */
  pdf(document: object, options: { pdfStandard: LetterStandard }): Buffer;
  fetchDiagnostics(error: object): readonly { readonly message: string }[];
  /** Forgets what the last compilations kept, by how many compilations ago it was used. */
  evictCache(age: number): void;
}

interface Compiled {
  readonly result: object | null;
  takeDiagnostics(): object | null;
}

interface CompilerModule {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler;
  };
}

/** PDF/UA-1 for people, whatever they read with; PDF/A-2a for the archive. Both are tagged. */
export type LetterStandard = 'ua-1' | 'a-2a';

/** Renders letters. */
export interface LetterRenderer {
  /**
   * The letter as a tagged PDF of a standard, with its language, title and date, its fonts embedded. The same content
   * gives the same bytes. Throws a `LetterNotRendered` where the template or its content would make a document that
   * the standard forbids.
   */
  render(content: LetterContent, standard?: LetterStandard): Uint8Array;
}

/** What Typst says was wrong; never a letter's content, which is the applicant's. */
class LetterNotRendered extends Error {
  override readonly name = 'LetterNotRendered';
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
    render: (content, standard = 'ua-1') => {
      try {
        return exported(compiler, compiled(compiler, template, content), standard);
      } finally {
        compiler.evictCache(2);
      }
    },
  };
}

function compiled(compiler: Compiler, template: string, content: LetterContent): object {
  const inputs = { letter: JSON.stringify(content) };
  const compilation = compiler.compile({ mainFileContent: template, inputs });
  if (compilation.result) return compilation.result;
  const error = compilation.takeDiagnostics();
  const diagnostics = error ? compiler.fetchDiagnostics(error).map(({ message }) => message) : [];
  throw new LetterNotRendered(diagnostics.join('; ') || 'Typst gave no document and no diagnostic');
}

function exported(compiler: Compiler, document: object, standard: LetterStandard): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: standard });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new LetterNotRendered(message || code || `no ${standard}`, { cause: error });
  }
}
