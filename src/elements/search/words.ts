import { countOf } from '../../domain/labels.ts';
import { PAGE_SIZE } from '../../search/protocol.ts';
import type { Facet } from '../../search/url-state.ts';
import type { Filter } from './filters.ts';

/** What the search page says, as pure functions of what it knows. */

const papers = (count: number): string => (count === 0 ? 'No papers' : countOf(count, 'paper'));

/** The heading above the results. @example resultsHeading(2, 'nas') // '2 papers for “nas”' */
export const resultsHeading = (total: number, q: string): string =>
  `${papers(total)}${q === '' ? '' : ` for “${q}”`}`;

/** What a screen reader is told once the reader pauses: the count, never the list. */
export const resultsStatus = (total: number, loosened: boolean): string =>
  `${papers(total)} found${loosened && total > 0 ? ', near matches' : ''}.`;

/** @example moreText(20, 119) // 'Show 20 more' */
export const moreText = (shown: number, total: number): string =>
  `Show ${Math.min(PAGE_SIZE, total - shown)} more`;

const FACET_NAMES: Readonly<Record<Facet, string>> = {
  topic: 'Topic',
  kind: 'Kind',
  has: 'Has',
  author: 'Author',
  venue: 'Venue',
  year: 'Year',
};

/** @example valueToText('year', '2020..2024') // '2020 to 2024' */
export const valueToText = (facet: Facet, value: string): string =>
  facet === 'year' ? value.replace('..', ' to ') : value;

/**
 * What a chip says; `name` is the value as readers know it, when the page has a name for it.
 * @example filterToText({ facet: 'topic', value: 'edge-ai' }, 'Edge AI') // 'Topic: Edge AI'
 */
export const filterToText = ({ facet, value }: Filter, name?: string): string =>
  `${FACET_NAMES[facet]}: ${name ?? valueToText(facet, value)}`;
