import { dateToText } from '../../domain/dates.ts';
import { MAX_SEARCHES, type SavedSearch } from '../../domain/saved-searches.ts';
import type { Filter } from '../../search/protocol.ts';
import { EMPTY_STATE, readState } from '../../search/url-state.ts';
import { filtersOf } from '../search/filters.ts';
import { filterToText } from '../search/words.ts';

/** What saved searches say, so that tests can say it, too. */

type NameOf = (filter: Filter) => string | undefined;

const SORT_NAMES = { relevance: '', new: 'newest first', title: 'by title' } as const;

/** What a search asks for. @example describeSearch('kind=survey&q=kv+cache', …) // '“kv cache”, Kind: Survey' */
export const describeSearch = (to: string, nameOf: NameOf): string => {
  const state = readState(to);
  return [
    state.q === EMPTY_STATE.q ? '' : `“${state.q}”`,
    ...filtersOf(state).map((filter) => filterToText(filter, nameOf(filter))),
    SORT_NAMES[state.sort],
  ]
    .filter((piece) => piece !== '')
    .join(', ');
};

/** A day without the year that it is. @example shortDay('2026-11-12', '2026-11-23') // '12 November' */
const shortDay = (day: string, today: string): string => {
  const text = dateToText(day);
  return day.slice(0, 4) === today.slice(0, 4) ? text.replace(/ \d{4}$/, '') : text;
};

const sinceText = (day: string | undefined, today: string): string =>
  day === undefined ? '' : ` since ${day === today ? 'today' : shortDay(day, today)}`;

const lookedText = (day: string | undefined, today: string): string =>
  day === undefined
    ? ''
    : `last looked at ${day === today ? 'today' : `on ${shortDay(day, today)}`}`;

/** What the list says of a search. @example newsText(search, index, '2026-11-23') // '3 new since 12 November' */
export const newsText = (
  { counted, looked }: SavedSearch,
  index: string,
  today: string,
): string => {
  if (counted?.index !== index) return lookedText(looked, today);
  return `${counted.fresh === 0 ? 'nothing' : counted.fresh} new${sinceText(looked, today)}`;
};

/** @example freshText(3, '2026-11-12', '2026-11-23') // '3 new since 12 November:' */
export const freshText = (count: number, since: string | undefined, today: string): string =>
  `${count} new${sinceText(since, today)}:`;

/** Said of what could not be counted. */
export const countFailedText = (reason: string): string =>
  `New papers could not be looked for. ${reason}`;

export const MOST_SAVED_TEXT = `${MAX_SEARCHES} searches are saved, and this is the most: remove one first.`;

export const TROUBLE_TEXT = {
  full: 'This browser has no room left: what you changed here is gone when you leave this page.',
  blocked:
    'This browser does not let the site keep anything: saved searches are gone when you leave this page.',
  newer:
    'Saved searches were written by a newer version of this page. Nothing is changed until you reload it.',
} as const;
