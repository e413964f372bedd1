import type { Catalog } from './catalog.ts';
import { paperMarkdownPath, paperPath, withBase } from './urls.ts';

/** The file in which hosts such as Netlify and Cloudflare Pages look for addresses that moved. */
export const REDIRECTS_FILE = '_redirects';

const line = (base: string, from: string, to: string): string =>
  `${withBase(base, from)} ${withBase(base, to)} 301\n`;

/**
 * The lines that send readers and programs from former ids to the papers that have them, which pages alone do only
 * for readers; empty when there are none. A paper that was withdrawn has a page, and no Markdown to lead to.
 */
export const toRedirectLines = (
  { redirects, paperById }: Pick<Catalog, 'redirects' | 'paperById'>,
  base: string,
): string =>
  [...redirects]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([alias, id]) => [
      line(base, paperPath(alias), paperPath(id)),
      ...(paperById.get(id)?.withdrawn === undefined
        ? [line(base, paperMarkdownPath(alias), paperMarkdownPath(id))]
        : []),
    ])
    .join('');
