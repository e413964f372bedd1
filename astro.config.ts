import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import type { Plugin } from 'vite';
import { harmlessLinks, htmlAsText } from './scripts/lib/harmless-markdown.ts';
import { ownCopies } from './scripts/lib/own-copies.ts';
import { makeShare, readShare } from './scripts/lib/page-shares.ts';
import { shortScriptName } from './scripts/lib/short-names.ts';
import { shortScopes } from './scripts/lib/style-scopes.ts';
import { terseScripts } from './scripts/lib/terse-scripts.ts';
import { readBase } from './src/domain/urls.ts';

/** Vite's way to load parts of a script on demand, without what it does for styles, of which ours have none. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  // here, for Astro has its own way where settings say so: no list of what each part needs besides
  config: () => ({ environments: { client: { build: { modulePreload: false } } } }),
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
};

// the scripts judge flags and environment, and hand the outcome on in these variables, paths absolute
const { SITE_URL, BASE_PATH, OUT_DIR, CACHE_DIR, PAGE_SHARE } = process.env;
const share = readShare(PAGE_SHARE);

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: readBase(BASE_PATH ?? ''),
  outDir: OUT_DIR || './dist',
  cacheDir: CACHE_DIR || './node_modules/.astro',
  trailingSlash: 'always',
  // several pages at a time: while files are written others are rendered
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  session: false,
  integrations: share === undefined ? [] : [makeShare(share)],
  markdown: {
    // what a curator wrote is what a reader sees: no typographic signs, no bare links, no second front matter
    processor: satteri({
      features: { gfm: false, smartPunctuation: false, frontmatter: false },
      mdastPlugins: [htmlAsText],
      hastPlugins: [harmlessLinks],
    }),
    syntaxHighlight: false,
  },
  vite: {
    // nothing inline: the Content Security Policy allows files of our own only
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    clearScreen: false,
    plugins: [
      plainImports,
      ownCopies(),
      shortScopes(join(import.meta.dirname, 'src')),
      terseScripts(),
    ],
    worker: { plugins: () => [terseScripts()] },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { entryFileNames: shortScriptName, chunkFileNames: shortScriptName },
          },
        },
      },
    },
  },
});
