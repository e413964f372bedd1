import { changedOn } from './changed.ts';
import { escapeText } from './escape-text.ts';
import type { TopicId } from './fields.ts';
import { papersByAdded } from './newest.ts';
import type { Paper } from './paper.ts';
import { cleanText, paragraphsOf } from './text.ts';
import type { Topic } from './topic.ts';

/** The most that readers of feeds are made to load each time they look. */
export const MAX_ENTRIES = 100;

/** A paper in a feed, or what a day brought. */
export type FeedEntry = {
  /** address of its page, which never changes */
  readonly id: string;
  /** where it is read now, when its id does not tell */
  readonly link?: string | undefined;
  readonly title: string;
  readonly authors: readonly string[];
  readonly topics: readonly Pick<Topic, 'id' | 'name'>[];
  /** RFC 3339 */
  readonly published: string;
  readonly updated: string;
  /** the whole abstract */
  readonly html: string;
  readonly lang?: string | undefined;
};

export type Feed = {
  readonly title: string;
  readonly description: string;
  /** addresses of the page that it is the feed of, and of the feed in both formats */
  readonly page: string;
  readonly atom: string;
  readonly json: string;
  readonly language: string;
  /** RFC 3339 */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
};

export type FeedContext = {
  readonly addressOf: (paper: Paper) => string;
  readonly topicById: ReadonlyMap<TopicId, Topic>;
};

/** When a feed without papers was updated: Atom wants a time, and no paper tells one. */
const BEFORE_ALL = '1970-01-01';

export const toTime = (day: string): string => `${day}T00:00:00Z`;

// XML has no way to say what these are
const clean = (text: string): string => cleanText(text).text;

const toHtml = (abstract: string): string =>
  paragraphsOf(clean(abstract))
    .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
    .join('\n');

const toEntry = (paper: Paper, { addressOf, topicById }: FeedContext): FeedEntry => ({
  id: addressOf(paper),
  title: clean(paper.title),
  authors: (paper.authors ?? []).map(({ name }) => clean(name)),
  topics: (paper.topics ?? []).flatMap((id) => topicById.get(id) ?? []),
  published: toTime(paper.added ?? BEFORE_ALL),
  updated: toTime(changedOn(paper) ?? BEFORE_ALL),
  html: toHtml(paper.abstract),
  lang: paper.lang,
});

/** The newest of some papers as entries; those of one day stay in the order given. */
export const toFeedEntries = (
  papers: readonly Paper[],
  context: FeedContext,
): readonly FeedEntry[] =>
  papersByAdded(papers)
    .slice(0, MAX_ENTRIES)
    .map((paper) => toEntry(paper, context));

/** When a feed last said something new. */
export const updatedOf = (entries: readonly FeedEntry[]): string =>
  entries.reduce((last, { updated }) => (updated > last ? updated : last), toTime(BEFORE_ALL));
