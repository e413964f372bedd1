import { countOf } from '../../domain/labels.ts';
import { resultsStatus } from '../search/words.ts';

/** What the last row says. @example allText('nas') // 'All results for “nas”' */
export const allText = (q: string): string =>
  q === '' ? 'Search with filters' : `All results for “${q}”`;

/** What stands above the rows when something is to be said of the papers, or nothing. */
export const noteText = (q: string, total: number, loosened: boolean): string => {
  if (q === '') return '';
  if (total === 0) return `No papers for “${q}”. The search page may know near spellings.`;
  return loosened ? 'No paper has all these words as typed: these are near matches.' : '';
};

export type Found = {
  readonly total: number;
  readonly loosened: boolean;
  readonly topics: number;
  readonly concepts: number;
};

/**
 * What a screen reader is told once the reader pauses.
 * @example '54 papers found. 1 topic, 2 concepts.'
 */
export const quickStatus = ({ total, loosened, topics, concepts }: Found): string => {
  const others = [
    ...(topics > 0 ? [countOf(topics, 'topic')] : []),
    ...(concepts > 0 ? [countOf(concepts, 'concept')] : []),
  ];
  const papers = resultsStatus(total, loosened);
  return others.length === 0 ? papers : `${papers} ${others.join(', ')}.`;
};
