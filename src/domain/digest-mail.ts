import { bylineOf } from './byline.ts';
import { digestHeadline, digestPath } from './digest-words.ts';
import type { DigestItem } from './digest-items.ts';
import { nameOfDigest, unsubscribeLink } from './digest-subscribe.ts';
import type { Digest } from './digest.ts';
import { dateToText } from './dates.ts';
import { countOf } from './labels.ts';
import { mathToLine } from './math-line.ts';
import type { SiteSettings } from './site-settings.ts';
import type { Topic } from './topic.ts';
import { paperPath, topicPath } from './urls.ts';

/** Everything that a digest is made of before it becomes a mail. */
export type DigestIssue = {
  readonly site: Pick<SiteSettings, 'title' | 'language' | 'colours'>;
  readonly digest: Digest;
  readonly items: readonly DigestItem[];
  /** when it is the digest of a topic */
  readonly topic?: Topic | undefined;
  /** the address of a path */
  readonly hrefOf: (path: string) => string;
  /** whom readers write to */
  readonly mail: string;
};

/** A piece of a line: text without mathematics, and whether it is emphasized. */
export type MailPiece = { readonly text: string; readonly isStrong: boolean };

export type MailItem = {
  readonly title: string;
  readonly lang: string | undefined;
  readonly href: string;
  /** authors, venue and year, as far as they are known */
  readonly by: string;
  readonly topic: { readonly name: string; readonly href: string } | undefined;
  readonly lead: readonly MailPiece[];
  readonly figures: readonly (readonly MailPiece[])[];
};

/** What a digest says in a mail, whatever the format. */
export type DigestMail = {
  readonly subject: string;
  readonly language: string;
  readonly colours: SiteSettings['colours'];
  readonly siteTitle: string;
  readonly siteHref: string;
  readonly heading: string;
  readonly lede: string;
  readonly items: readonly MailItem[];
  /** where the new papers are that the mail does not show */
  readonly rest: { readonly text: string; readonly href: string } | undefined;
  /** why the reader gets it */
  readonly reason: string;
  readonly unsubscribe: string;
};

/** Mathematics as signs; white space at the edges stays, for pieces are joined. */
const toPiece = ({ text, isNumber }: DigestItem['lead'][number]): MailPiece => {
  const [start = ''] = /^\s*/.exec(text) ?? [];
  const [end = ''] = /\s*$/.exec(text.slice(start.length)) ?? [];
  return { text: `${start && ' '}${mathToLine(text)}${end && ' '}`, isStrong: isNumber };
};

const toMailItem = (
  { paper, topic, lead, figures }: DigestItem,
  hrefOf: DigestIssue['hrefOf'],
): MailItem => ({
  title: mathToLine(paper.title),
  lang: paper.lang,
  href: hrefOf(paperPath(paper.id)),
  by: bylineOf(paper).join(' · '),
  topic: topic && { name: topic.name, href: hrefOf(topicPath(topic.id)) },
  lead: lead.map(toPiece),
  figures: figures.map((figure) => figure.map(toPiece)),
});

const ledeOf = (digest: Digest): string => {
  const { isNew, papers } = digest;
  if (isNew) return `${digestHeadline(digest)}.`;
  return `No new papers today. Instead, ${countOf(papers.length, 'paper')} from the collection whose turn it is.`;
};

/** The words of a digest as a mail. */
export const toDigestMail = (issue: DigestIssue): DigestMail => {
  const { site, digest, items, topic, hrefOf, mail } = issue;
  const of = { title: site.title, topic: topic?.name };
  const { rest } = digest;
  const more = topic === undefined ? digestPath(digest.date) : topicPath(topic.id);
  return {
    subject: `${nameOfDigest(of)}, ${dateToText(digest.date)}: ${digestHeadline(digest)}`,
    language: site.language,
    colours: site.colours,
    siteTitle: site.title,
    siteHref: hrefOf('/'),
    heading: `${topic === undefined ? 'Digest' : topic.name}, ${dateToText(digest.date)}`,
    lede: ledeOf(digest),
    items: items.map((item) => toMailItem(item, hrefOf)),
    rest:
      rest.length === 0
        ? undefined
        : { text: countOf(rest.length, 'more new paper'), href: hrefOf(more) },
    reason: `You get this mail because this address subscribed to “${nameOfDigest(of)}”.`,
    unsubscribe: unsubscribeLink(mail, of),
  };
};
