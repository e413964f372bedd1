import { Feed as AtomWriter } from 'feed';
import { toChangeEntries } from '../domain/changes-feed.ts';
import { changePath } from '../domain/changes.ts';
import { escapeText } from '../domain/escape-text.ts';
import { toFeedEntries, updatedOf, type Feed, type FeedEntry } from '../domain/feed-entries.ts';
import { DIGEST_LEDE, DIGEST_NAME, DIGEST_PATH } from '../domain/digest-words.ts';
import { toJsonFeed } from '../domain/json-feed.ts';
import type { Paper } from '../domain/paper.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import type { Topic } from '../domain/topic.ts';
import { paperPath, topicPath } from '../domain/urls.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';
import { loadChanges } from './changes.ts';
import { loadDigestEntries } from './digests.ts';

/** A feed and its files. */
export type WrittenFeed = {
  readonly feed: Feed;
  readonly atom: string;
  readonly json: string;
};

/** A feed that readers of this site may follow. */
export type BuiltFeed = WrittenFeed & {
  readonly name: string;
  /** of the page whose feed it is */
  readonly path: string;
  /** missing for those of the whole site */
  readonly topic?: Topic | undefined;
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
export const writeFeed = (feed: Feed, author: string): WrittenFeed => ({
  feed,
  atom: toAtom(feed, author),
  json: toJsonFeed(feed),
});

type Source = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly entries: readonly FeedEntry[];
};

const toFeed = ({ title, description, path, entries }: Source, site: SiteSettings): Feed => ({
  title,
  description,
  page: hrefOf(path),
  atom: hrefOf(`${path}feed.xml`),
  json: hrefOf(`${path}feed.json`),
  language: site.language,
  updated: updatedOf(entries),
  entries,
});

const writeFeeds = async (): Promise<readonly BuiltFeed[]> => {
  // entries are known by their addresses
  if (addressOf('/') === undefined) return [];
  const { site, papers, topics, topicById, papersByTopic } = await loadCatalog();
  const write = (source: Source, topic?: Topic): BuiltFeed => ({
    name: source.name,
    path: source.path,
    topic,
    ...writeFeed(toFeed(source, site), site.title),
  });
  const entriesOf = (some: readonly Paper[]) =>
    toFeedEntries(some, { addressOf: ({ id }) => hrefOf(paperPath(id)), topicById });
  const { title, description } = site;
  const digests = await loadDigestEntries();
  return [
    write({ name: 'All papers', title, description, path: '/', entries: entriesOf(papers) }),
    ...topics.map((topic) => {
      const source = {
        name: topic.name,
        title: `${topic.name} · ${title}`,
        description: topic.summary,
        path: topicPath(topic.id),
        entries: entriesOf(papersByTopic.get(topic.id) ?? []),
      };
      return write(source, topic);
    }),
    write({
      name: 'Changes',
      title: `Changes · ${title}`,
      description: 'Papers added and notices on papers, day by day.',
      path: changePath(''),
      entries: toChangeEntries((await loadChanges()).whole, hrefOf),
    }),
    ...(digests.length === 0
      ? []
      : [
          write({
            name: DIGEST_NAME,
            title: `${DIGEST_NAME} · ${title}`,
            description: DIGEST_LEDE,
            path: DIGEST_PATH,
            entries: digests,
          }),
        ]),
  ];
};

let built: Promise<readonly BuiltFeed[]> | undefined;

/** That of the site first, then those of the topics, then those of the changes and of the digests; none while the site has no address. */
export const loadFeeds = (): Promise<readonly BuiltFeed[]> =>
  import.meta.env.DEV ? writeFeeds() : (built ??= writeFeeds());

/** The file of a feed by the ending of its name, and what it is. */
export const feedFiles = ({ atom, json }: WrittenFeed) =>
  [
    { ending: 'xml', body: atom, type: 'application/atom+xml; charset=utf-8' },
    { ending: 'json', body: json, type: 'application/feed+json; charset=utf-8' },
  ] as const;
