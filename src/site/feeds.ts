import { Feed as AtomWriter } from 'feed';
import type { Catalog } from '../domain/catalog.ts';
import { escapeText } from '../domain/escape-text.ts';
import { toFeedEntries, updatedOf, type Feed, type FeedEntry } from '../domain/feed-entries.ts';
import { toJsonFeed } from '../domain/json-feed.ts';
import type { Paper } from '../domain/paper.ts';
import type { Topic } from '../domain/topic.ts';
import { paperPath, topicPath } from '../domain/urls.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';

/** A feed and its files. */
export type BuiltFeed = {
  readonly name: string;
  /** of the page whose feed it is */
  readonly path: string;
  /** missing for those of the whole site */
  readonly topic?: Topic | undefined;
  readonly feed: Feed;
  readonly atom: string;
  readonly json: string;
};

const toAtomItem = ({
  id,
  link = id,
  title,
  authors,
  topics,
  published,
  updated,
  html,
}: FeedEntry) => ({
  id,
  link,
  title: escapeText(title),
  author: authors.map((name) => ({ name })),
  // the library does not escape this sign in attributes
  category: topics.map((topic) => ({
    term: topic.id,
    ...(!topic.name.includes('<') && { name: topic.name }),
  })),
  published: new Date(published),
  date: new Date(updated),
  ...(html !== '' && { content: html }),
});

const toAtom = (feed: Feed, author: string): string => {
  const writer = new AtomWriter({
    id: feed.page,
    title: feed.title,
    description: feed.description,
    link: feed.page,
    feedLinks: { atom: feed.atom },
    author: { name: author },
    updated: new Date(feed.updated),
    generator: 'Paperlight',
  });
  for (const entry of feed.entries) writer.addItem(toAtomItem(entry));
  return `${writer.atom1()}\n`;
};

/** A feed in both formats; its author is whoever makes the site. */
export const writeFeed = (feed: Feed, author: string): BuiltFeed => ({
  feed,
  atom: toAtom(feed, author),
  json: toJsonFeed(feed),
});

type Source = {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly entries: readonly FeedEntry[];
};

const toFeed = ({ title, description, path, entries }: Source, site: SiteSettings): Feed => {
  return {
    title,
    description,
    page: hrefOf(path),
    atom: hrefOf(`${path}feed.xml`),
    json: hrefOf(`${path}feed.json`),
    language: site.language,
    updated: updatedOf(entries),
    entries,
  };
};

const writeFeeds = async (): Promise<readonly BuiltFeed[]> => {
  // entries are known by their addresses
  if (addressOf('/') === undefined) return [];
  const catalog = await loadCatalog();
  const { site, papers, topics, papersByTopic } = catalog;
  const write = (source: Source, topic?: Topic): BuiltFeed => ({
    topic,
    ...writeFeed(toFeed(source, catalog), site.title),
  });
  const { title, description } = site;
  return [
    write({ title, description, path: '/', papers }),
    ...topics.map((topic) => {
      const source = {
        title: `${topic.name} · ${title}`,
        description: topic.summary,
        path: topicPath(topic.id),
        papers: papersByTopic.get(topic.id) ?? [],
      };
      return write(source, topic);
    }),
  ];
};

let built: Promise<readonly BuiltFeed[]> | undefined;

/** That of the site first, then those of the topics; none while the site has no address. */
export const loadFeeds = (): Promise<readonly BuiltFeed[]> =>
  import.meta.env.DEV ? writeFeeds() : (built ??= writeFeeds());

/** The file of a feed by the ending of its name, and what it is. */
export const feedFiles = ({ atom, json }: BuiltFeed) =>
  [
    { ending: 'xml', body: atom, type: 'application/atom+xml; charset=utf-8' },
    { ending: 'json', body: json, type: 'application/feed+json; charset=utf-8' },
  ] as const;
