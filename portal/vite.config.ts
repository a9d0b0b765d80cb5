import { join } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'static',
  build: {
    outDir: join(import.meta.dirname, '../dist/portal'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // Nothing is written into the page itself: the content policy allows only files of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Directives for servers, which a page of files has no use for.
      onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
    },
  },
});
