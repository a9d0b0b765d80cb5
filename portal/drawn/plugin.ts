import { join } from 'node:path';
import { build } from 'esbuild';
import { type Plugin, runnerImport } from 'vite';

const script = 'on-arrival.js';

/**
 * Puts the pages that can be drawn before the browser has fetched anything more into `index.html`, and beside them the script that
 * shows the right one. A first visitor reads them while the portal's own scripts are on their way.
 */
export function drawnPages(): Plugin {
  return {
    name: 'drawn-pages',
    apply: 'build',
    async buildStart() {
      const { outputFiles } = await build({
        entryPoints: [join(import.meta.dirname, 'on-arrival.ts')],
        bundle: true,
        minify: true,
        write: false,
      });
      this.emitFile({ type: 'asset', name: script, source: outputFiles[0]?.text ?? '' });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const { module } = await runnerImport<typeof import('./at-build.tsx')>(
          join(import.meta.dirname, 'at-build.tsx'),
          { configFile: false, logLevel: 'error' },
        );
        const file = Object.values(bundle).find(
          (made) => made.type === 'asset' && made.names.includes(script),
        );
        return html
          .replace('<title>', () => `<script async src="/${file?.fileName}"></script>\n    <title>`)
          .replace('</body>', () => `${module.templates}\n  </body>`);
      },
    },
  };
}
