import { countOf } from '../../domain/labels.ts';
import type { ReadingList } from '../../domain/reading-list.ts';

/** What the reading list says, so that tests can say it, too. */

/** @example statusText(two, two) // '2 papers, 1 read' */
export const statusText = (list: ReadingList, shown: ReadingList): string => {
  if (shown.length < list.length) return `${shown.length} of ${countOf(list.length, 'paper')}`;
  const read = list.filter(({ isRead }) => isRead).length;
  return `${countOf(list.length, 'paper')}${read === 0 ? '' : `, ${read} read`}`;
};

/** @example movedText('Kilns', 2, 7) // '“Kilns” is now 2 of 7.' */
export const movedText = (title: string, place: number, total: number): string =>
  `“${title}” is now ${place} of ${total}.`;

/** @example incomingText(7, 3, 1) // '3 of them are on your reading list already. 1 is not in this collection.' */
export const incomingText = (fresh: number, known: number, unknown: number): string =>
  [
    fresh === 0 && known > 0 ? 'All of them are on your reading list already.' : '',
    fresh > 0 && known > 0
      ? `${known} of them ${known === 1 ? 'is' : 'are'} on your reading list already.`
      : '',
    unknown > 0 ? `${unknown} more ${unknown === 1 ? 'is' : 'are'} not in this collection.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');

/** @example importedText(3, 4, 0) // '3 papers added, 4 were there already.' */
export const importedText = (added: number, known: number, damaged: number): string => {
  const there = known === 0 ? '' : `, ${known} ${known === 1 ? 'was' : 'were'} there already`;
  const lost =
    damaged === 0 ? '' : ` ${countOf(damaged, 'entry', 'entries')} could not be read whole.`;
  return `${countOf(added, 'paper')} added${there}.${lost}`;
};

/** @example outcomeText('Copied 5 papers', ['Kilns']) // 'Copied 5 papers. No citation could be loaded for: Kilns.' */
export const outcomeText = (outcome: string, missing: readonly string[]): string =>
  [
    ...(outcome === '' ? [] : [`${outcome}.`]),
    ...(missing.length === 0 ? [] : [`No citation could be loaded for: ${missing.join('; ')}.`]),
  ].join(' ');

export const TROUBLE_TEXT = {
  full: 'This browser has no room left: what you changed here is not saved, and will be gone when you leave this page. Download the list, or remove something.',
  blocked:
    'This browser does not let the site keep anything: the list will be gone when you leave this page. Download it.',
  newer:
    'The reading list was saved by a newer version of this page. Nothing is changed until you reload it.',
} as const;
