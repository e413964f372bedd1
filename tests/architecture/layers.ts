/** A row of the table that the README shows: what the files below a folder may import. */
export type Layer = {
  readonly folder: string;
  /** folders, itself included */
  readonly folders: readonly string[];
  /** packages by name; a test beside its file may import any */
  readonly packages: readonly string[];
  readonly mayUseNode: boolean;
};

const DOMAIN = 'src/domain';
const SEARCH = 'src/search';
const ENTRIES = 'src/entries';
const SITE = 'src/site';
const ELEMENTS = 'src/elements';
const WORKER = 'src/worker';
const STYLES = 'src/styles';
const COMPONENTS = 'src/components';
const LAYOUTS = 'src/layouts';
const PAGES = 'src/pages';

// search is as pure as domain: a form on the page names the state that the address holds
const MARKUP = [DOMAIN, SEARCH, ELEMENTS, STYLES, COMPONENTS, LAYOUTS] as const;

export const LAYERS: readonly Layer[] = [
  {
    folder: DOMAIN,
    folders: [DOMAIN],
    packages: [
      'zod',
      'temml',
      'stemmer',
      '@citation-js/core',
      '@citation-js/name',
      '@citation-js/plugin-bibtex',
      '@citation-js/plugin-ris',
      '@sindresorhus/slugify',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-to-markdown',
      'mdast-util-to-string',
    ],
    mayUseNode: false,
  },
  {
    folder: SEARCH,
    folders: [DOMAIN, SEARCH],
    packages: ['minisearch/SearchableMap', 'stemmer'],
    mayUseNode: false,
  },
  {
    folder: ENTRIES,
    folders: [DOMAIN, ENTRIES],
    packages: ['gray-matter', 'yaml', 'zod', 'astro/loaders'],
    mayUseNode: true,
  },
  {
    folder: SITE,
    folders: [DOMAIN, ENTRIES, SEARCH, SITE],
    packages: ['astro:content', 'csv-stringify', 'feed', 'sitemap'],
    mayUseNode: false,
  },
  {
    folder: ELEMENTS,
    folders: [DOMAIN, SEARCH, ELEMENTS, STYLES],
    packages: [],
    mayUseNode: false,
  },
  {
    // the service worker, which pages only exchange messages with
    folder: WORKER,
    folders: [DOMAIN, WORKER],
    packages: ['workbox-core/types.js', 'workbox-routing', 'workbox-strategies'],
    mayUseNode: false,
  },
  { folder: STYLES, folders: [STYLES], packages: [], mayUseNode: false },
  { folder: COMPONENTS, folders: MARKUP, packages: ['astro/types'], mayUseNode: false },
  { folder: LAYOUTS, folders: MARKUP, packages: ['astro/types'], mayUseNode: false },
  {
    folder: PAGES,
    folders: [...MARKUP, ENTRIES, SITE, PAGES],
    packages: ['astro'],
    mayUseNode: false,
  },
  {
    // the one file directly in `src`: Astro looks for it there
    folder: 'src/content.config.ts',
    folders: [DOMAIN, ENTRIES],
    packages: ['astro:content'],
    mayUseNode: true,
  },
  {
    // measures built sites in the browser of the tests
    folder: 'scripts/bench',
    folders: [DOMAIN, SEARCH, ENTRIES, 'scripts', 'tests/browser'],
    packages: ['@playwright/test', 'get-port', 'sirv', 'zod'],
    mayUseNode: true,
  },
  {
    folder: 'scripts',
    folders: [DOMAIN, SEARCH, ENTRIES, 'scripts'],
    packages: [
      '@astrojs/markdown-satteri',
      '@citation-js/core',
      '@citation-js/plugin-bibtex',
      '@rgrove/parse-xml',
      'astro',
      'cli-progress',
      'csv-parse/sync',
      'get-port',
      'htmlparser2',
      'nodemailer',
      'nodemailer/lib/addressparser',
      'nodemailer/lib/smtp-connection',
      'p-limit',
      'satori',
      'sharp',
      'sirv',
      'terser',
      'umap-js',
      'vite',
      'zod',
    ],
    mayUseNode: true,
  },
];
