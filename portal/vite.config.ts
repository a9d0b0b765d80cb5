import { join } from 'node:path';
import { defineConfig } from 'vite';
import { drawnPages } from './drawn/plugin.ts';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'static',
  plugins: [drawnPages()],
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
      output: {
        // Few files, since each costs a visit more than its bytes: the libraries of every page, which change seldom; what else every
        // page needs; the public pages; and what other pages share with much the same pages.
        codeSplitting: {
          groups: [
            { name: 'library', tags: ['$initial'], test: /node_modules.*js$/, priority: 4 },
            { name: 'frame', tags: ['$initial'], priority: 3 },
            { name: 'public', test: /portal[\\/]public[\\/]/, priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 60_000 },
          ],
        },
        // A group that knows its pages would be named after all of them.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
  },
});
