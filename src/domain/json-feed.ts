import type { Feed, FeedEntry } from './feed-entries.ts';

const toItem = ({
  id,
  link = id,
  title,
  authors,
  topics,
  published,
  updated,
  html,
  lang,
}: FeedEntry) => ({
  id,
  url: link,
  title,
  content_html: html,
  date_published: published,
  date_modified: updated,
  ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
  ...(topics.length > 0 && { tags: topics.map(({ name }) => name) }),
  ...(lang !== undefined && { language: lang }),
});

/** A feed as JSON Feed 1.1 has it: the library for Atom writes version 1, with one author an item. */
export const toJsonFeed = (feed: Feed): string => {
  const { title, description, page, json, language, entries } = feed;
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: page,
      feed_url: json,
      description,
      language,
      items: entries.map(toItem),
    },
    null,
    2,
  )}\n`;
};
