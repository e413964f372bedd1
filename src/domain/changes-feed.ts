import {
  changePath,
  dayToText,
  groupByDay,
  partOfDay,
  type Change,
  type ChangeDay,
} from './changes.ts';
import { dateToText } from './dates.ts';
import { escapeText } from './escape-text.ts';
import { MAX_ENTRIES, toTime, type FeedEntry } from './feed-entries.ts';
import { CORRECTION_LABELS } from './labels.ts';
import type { Correction, Paper } from './paper.ts';
import type { Part } from './partition.ts';
import { cleanText } from './text.ts';
import { paperPath } from './urls.ts';

/** Changes of a day that the feed tells one by one; of what is above it tells the number. */
export const MAX_TOLD = 100;

type AddressOf = (path: string) => string;

const clean = (text: string): string => escapeText(cleanText(text).text);

const toLink = ({ id, title }: Paper, addressOf: AddressOf): string =>
  `<a href="${escapeText(addressOf(paperPath(id)))}">${clean(title)}</a>`;

const toNotice = ({ kind, note }: Correction, link: string): string =>
  `${CORRECTION_LABELS[kind]}: ${link}. ${clean(note)}`;

const toHtml = ({ notices, added }: ChangeDay, addressOf: AddressOf): string => {
  const told = [
    ...notices.map(({ paper, notice }) => toNotice(notice, toLink(paper, addressOf))),
    ...added.map((paper) => toLink(paper, addressOf)),
  ];
  const more = told.length > MAX_TOLD ? [`and ${told.length - MAX_TOLD} more`] : [];
  const items = [...told.slice(0, MAX_TOLD), ...more].map((item) => `<li>${item}</li>`);
  return `<ul>${items.join('')}</ul>`;
};

/** What changed, an entry a day: its id stays, whichever page shows the day. */
export const toChangeEntries = (whole: Part<Change>, addressOf: AddressOf): readonly FeedEntry[] =>
  groupByDay(whole.items)
    .slice(0, MAX_ENTRIES)
    .map((day) => ({
      id: `${addressOf(changePath(''))}#${day.day}`,
      link: `${addressOf(changePath(partOfDay(whole, day.day).name))}#${day.day}`,
      title: `${dateToText(day.day)}: ${dayToText(day)}`,
      authors: [],
      topics: [],
      published: toTime(day.day),
      updated: toTime(day.day),
      html: toHtml(day, addressOf),
    }));
