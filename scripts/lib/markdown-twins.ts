import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog, type Collection } from '../../src/domain/catalog.ts';
import { writeTwin } from '../../src/domain/paper-twin.ts';
import { paperMarkdownPath, withBase } from '../../src/domain/urls.ts';
import type { AnalysisCache } from '../../src/entries/analysis-cache.ts';
import type { SiteAddress } from './site-address.ts';

/** A file of a site: its path, from the site's root, and what it says. */
export type Twin = { readonly path: string; readonly text: string };

/** The papers of a collection as Markdown; whole addresses where the site has one. Those of papers as before are remembered. */
export const makeTwins = (
  collection: Collection,
  { origin, base }: SiteAddress,
  remember: AnalysisCache['remember'],
): readonly Twin[] => {
  const catalog = buildCatalog(collection);
  const hrefOf = (path: string): string => {
    const href = withBase(base, path);
    return origin === undefined ? href : new URL(href, origin).href;
  };
  const site = hrefOf('/');
  return catalog.papers.map((paper) => {
    const names = (paper.topics ?? []).map((id) => catalog.topicById.get(id)?.name);
    const text = remember('twins', JSON.stringify([paper, names, site]), () =>
      writeTwin(paper, catalog, hrefOf),
    );
    return { path: paperMarkdownPath(paper.id), text };
  });
};

/** Puts them beside the pages of a built site. */
export const placeTwins = (twins: readonly Twin[], siteDir: string): void => {
  for (const { path, text } of twins) writeFileSync(join(siteDir, path), text);
};
