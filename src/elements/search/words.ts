import { countOf, enumerate, KIND_LABELS, LINK_LABELS } from '../../domain/labels.ts';
import { PAGE_SIZE, type Blame, type Filter, type TypedFilter } from '../../search/protocol.ts';
import type { Facet } from '../../search/url-state.ts';

/** What the search page says, as pure functions of what it knows. */

const papers = (count: number): string => (count === 0 ? 'No papers' : countOf(count, 'paper'));

/**
 * The heading above the results; none is final while only titles are searched.
 * @example resultsHeading(2, 'nas') // '2 papers for “nas”'
 */
export const resultsHeading = (total: number, q: string, titlesOnly = false): string =>
  `${papers(total)}${q === '' ? '' : ` for “${q}”`}${titlesOnly && total === 0 ? ' so far' : ''}`;

/** What a screen reader is told once the reader pauses: the count, never the list. */
export const resultsStatus = (total: number, loosened: boolean, titlesOnly = false): string =>
  `${papers(total)} found${loosened && total > 0 ? ', near matches' : ''}${titlesOnly ? ', titles only so far' : ''}.`;

/** @example moreText(20, 119) // 'Show 20 more' */
export const moreText = (shown: number, total: number): string =>
  `Show ${Math.min(PAGE_SIZE, total - shown)} more`;

/**
 * What stands instead of that button where no more are shown.
 * @example boundText(500, 10000) // 'These are the first 500 of 10,000 papers: more words or filters find the others.'
 */
export const boundText = (shown: number, total: number): string =>
  `These are the first ${shown} of ${countOf(total, 'paper')}: more words or filters find the others.`;

const FACET_NAMES: Readonly<Record<Facet, string>> = {
  topic: 'Topic',
  kind: 'Kind',
  has: 'Has',
  author: 'Author',
  venue: 'Venue',
  year: 'Year',
};

const has = <T extends object>(labels: T, value: string): value is string & keyof T =>
  Object.hasOwn(labels, value);

const yearsToText = (years: string): string => {
  const [first = '', last] = years.split('..');
  if (last === undefined) return first;
  if (first === '') return `until ${last}`;
  return last === '' ? `since ${first}` : `${first} to ${last}`;
};

/** A value's name where it needs no collection to know it. @example valueToText('has', 'code') // 'Code' */
export const valueToText = (facet: Facet, value: string): string => {
  if (facet === 'kind' && has(KIND_LABELS, value)) return KIND_LABELS[value].one;
  if (facet === 'has' && has(LINK_LABELS, value)) return LINK_LABELS[value];
  return facet === 'year' ? yearsToText(value) : value;
};

/**
 * What a chip says; `name` is the value as the page names it, if it does.
 * @example filterToText({ facet: 'topic', value: 'edge-ai' }, 'Edge AI') // 'Topic: Edge AI'
 */
export const filterToText = ({ facet, value }: Filter, name?: string): string =>
  `${FACET_NAMES[facet]}: ${name ?? valueToText(facet, value)}`;

type NameOf = (filter: Filter) => string | undefined;

/**
 * What the chip of a typed filter says.
 * @example typedToText({ facet: 'topic', typed: ['edge'], values: ['edge-ai'], ... }) // 'Topic: Edge AI'
 */
export const typedToText = (filter: TypedFilter, nameOf: NameOf): string => {
  const { facet, typed, values, meant } = filter;
  const [value] = values;
  if (meant !== 1 || value === undefined) return filterToText({ facet, value: typed.join(' or ') });
  return filterToText({ facet, value }, nameOf({ facet, value }));
};

/** What may be left out so that something is found. @example 'without “zebra”' */
export const blameToText = ({ kind, label, filter }: Blame, nameOf: NameOf): string => {
  if (filter !== undefined) return `without ${filterToText(filter, nameOf(filter))}`;
  if (kind === 'operator') return 'by its plain words alone';
  if (label === '') return 'without any filter';
  return kind === 'phrase' || kind === 'filter' ? `without ${label}` : `without “${label}”`;
};

/** @example unknownText(['colour', 'size']) // 'There are no fields “colour” and “size”: …' */
export const unknownText = (fields: readonly string[]): string => {
  if (fields.length === 0) return '';
  const names = enumerate(fields.map((field) => `“${field}”`));
  const [be, it] = fields.length === 1 ? ['is no field', 'it was'] : ['are no fields', 'they were'];
  return `There ${be} ${names}: ${it} searched as text.`;
};

const VALUE_OF: Readonly<Record<Facet, string>> = {
  topic: 'the topic ',
  kind: 'the kind ',
  has: '',
  author: 'the author ',
  venue: 'the venue ',
  year: 'the year ',
};

/** @example nowhereText([{ facet: 'topic', typed: ['npu'], meant: 0, ... }]) // 'No paper here has the topic “npu”.' */
export const nowhereText = (typed: readonly TypedFilter[]): string =>
  typed
    .filter(({ meant }) => meant === 0)
    .map(
      ({ facet, typed: values }) =>
        `No paper here has ${VALUE_OF[facet]}“${values.join('” or “')}”.`,
    )
    .join(' ');
