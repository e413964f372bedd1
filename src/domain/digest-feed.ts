import type { Digest } from './digest.ts';
import { countNew, digestHeadline, digestPath, digestTitle } from './digest-words.ts';
import type { DigestItem } from './digest-items.ts';
import { escapeText } from './escape-text.ts';
import { toTime, type FeedEntry } from './feed-entries.ts';
import { piecesToHtml } from './highlights-pieces.ts';
import { countOf } from './labels.ts';
import { cleanText } from './text.ts';
import { paperPath } from './urls.ts';

/** The most days that the feed of digests tells: a day brings up to twenty papers. */
export const FEED_DAYS = 30;

// XML has no way to say what cleaning takes out
const toHtml = (text: string): string => escapeText(cleanText(text).text);

const itemToHtml = ({ paper, topic, lead, figures }: DigestItem, href: string): string => {
  const title = `<a href="${escapeText(href)}">${toHtml(paper.title)}</a>`;
  const parts = [
    `<p>${title}${topic === undefined ? '' : `<br>${toHtml(topic.name)}`}</p>`,
    lead.length > 0 && `<p>${piecesToHtml(lead, toHtml)}</p>`,
    figures.length > 0 &&
      `<ul>${figures.map((figure) => `<li>${piecesToHtml(figure, toHtml)}</li>`).join('')}</ul>`,
  ];
  return `<li>${parts.filter(Boolean).join('')}</li>`;
};

/** A day as an entry of the feed; `hrefOf` tells the address of a path. */
export const toDigestEntry = (
  digest: Digest,
  items: readonly DigestItem[],
  hrefOf: (path: string) => string,
): FeedEntry => {
  const time = toTime(digest.date);
  const href = hrefOf(digestPath(digest.date));
  const list = items.map((item) => itemToHtml(item, hrefOf(paperPath(item.paper.id)))).join('\n');
  const rest = countOf(digest.rest.length, 'more new paper');
  return {
    id: href,
    title: `${digestTitle(digest)}: ${digestHeadline(digest)}`,
    authors: [],
    topics: [],
    published: time,
    updated: time,
    html: `<ol>${list}</ol>${countNew(digest) > items.length ? `\n<p><a href="${escapeText(href)}">${rest}</a></p>` : ''}`,
  };
};
