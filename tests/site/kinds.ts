import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { testSiteDir, type TestSite } from '../setup/test-sites.ts';

/** One page of each kind, with the extremes that could break it. */
export type PageKind = { readonly name: string; readonly site: TestSite; readonly path: string };

/** Paths of all papers of a site, the largest page first. */
export const paperPaths = (site: TestSite): readonly string[] => {
  const dir = join(testSiteDir(site), 'papers');
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'by')
    .map(({ name }) => ({ name, size: statSync(join(dir, name, 'index.html')).size }))
    .toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
    .map(({ name }) => `./papers/${name}/`);
};

/** Ids of papers with the largest pages. */
const idsOf = (count: number): readonly string[] =>
  paperPaths('content')
    .slice(0, count)
    .map((path) => path.split('/')[2] ?? 'none');

const ofContent = (name: string, path: string): PageKind => ({ name, site: 'content', path });
const ofPlain = (name: string, path: string): PageKind => ({ name, site: 'plain', path });
const ofFixture = (name: string, path: string): PageKind => ({ name, site: 'fixture', path });

export const PAGE_KINDS: readonly PageKind[] = [
  ofContent('home', './'),
  ofContent('topics', './topics/'),
  ofContent('topic', './topics/llm-inference-serving/'),
  ofContent('A to Z', './papers/'),
  ofContent('paper', paperPaths('content')[0] ?? 'none'),
  ofContent('search', './search/'),
  ofContent('search with results', './search/?q=attention'),
  ofContent('concepts', './concepts/'),
  ofContent('concept with many papers', './concepts/large-language-model/'),
  ofContent('reading list', './list/'),
  ofContent('list of a link', `./list/#p=${idsOf(2).join(',')}`),
  ofContent('comparison', `./compare/?p=${idsOf(4).join('&p=')}`),
  ofContent('comparison of nothing', './compare/'),
  ofContent('map', './map/'),
  ofContent(
    'map with a search, a region and a paper',
    './map/?q=memory&region=2000,2000,8000,8000&view=5000,5000,2',
  ),
  ofContent('about', './about/'),
  ofContent('data', './data/'),
  ofContent('feeds', './feeds/'),
  ofContent('changes', './changes/'),
  ofContent('digests', './digest/'),
  ofContent('digest of an import', './digest/2026-11-23/'),
  ofContent('offline', './offline/'),
  ofContent('not found', './404.html'),
  ofFixture('authors', './authors/'),
  ofFixture('author', './authors/odalys-brennwick/'),
  ofFixture('name of several authors', './authors/mirabel-ashquist/'),
  ofFixture('venues', './venues/'),
  ofFixture('venue', './venues/journal-of-quiet-rooms/'),
  ofFixture('years', './years/'),
  ofFixture('year', './years/2024/'),
  ofPlain('home without topics', './'),
  ofPlain('map without topics', './map/'),
  ofPlain('search without topics', './search/?q=kites'),
  ofPlain('author without topics', './authors/ada-quayle/'),
  ofPlain('paper without topics', './papers/tails-that-calm-a-kite/'),
  ofFixture('home with newest papers', './'),
  ofFixture('map', './map/'),
  ofFixture('changes', './changes/'),
  ofFixture('digests of two months', './digest/'),
  ofFixture('digest of a day without new papers', './digest/2026-11-19/'),
  ofFixture('subscribe', './digest/subscribe/'),
  ofFixture('topic without papers', './topics/lighthouses/'),
  ofFixture('concept with few papers', './concepts/crackle-glaze/'),
  ofFixture('papers without topic', './topics/no-topic-yet/'),
  ofFixture(
    'paper with a title of 300 characters',
    './papers/a-portable-walk-in-kiln-for-schools-built-from-salvaged/',
  ),
  ofFixture('paper by 60 authors', './papers/a-census-of-sundials-on-harbour-walls/'),
  ofFixture('paper with formulas', './papers/alpha-divergence-of-crackle-patterns-in-cold-glaze/'),
  ofFixture('paper from right to left', './papers/saat-al-madd-wal-jazr/'),
  ofFixture('paper with every link', './papers/shelfwalker-a-trolley-that-finds-misplaced-books/'),
  ofFixture('paper with a title alone', './papers/notes-on-an-empty-shelf/'),
  ofFixture('retracted paper', './papers/do-bees-keep-time-by-the-church-bell/'),
  ofFixture('notice of a withdrawn paper', './papers/bees-that-read/'),
];
