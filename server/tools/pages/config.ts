/** How Vite builds and serves the pages. */
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));

export const outputFolder = path('dist/web');

export const pagesConfig: InlineConfig = {
  configFile: false,
  root: path('server/web'),
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }],
  build: {
    outDir: outputFolder,
    emptyOutDir: true,
    target: 'es2022',
    // Every file is one that the server sends: none is written into another as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
};
