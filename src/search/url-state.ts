import { KINDS, LINK_KINDS, type Kind } from '../domain/kinds.ts';

export const SORTS = ['relevance', 'new', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader asked for: the whole state of a search or of a topic page, as its address tells it. */
export type SearchState = {
  /** the words as typed, white space at both ends removed */
  readonly q: string;
  /** within a list any may hold; all lists must hold */
  readonly author: readonly string[];
  /** link kinds that a paper must have, such as `code` */
  readonly has: readonly string[];
  readonly kind: readonly Kind[];
  readonly topic: readonly string[];
  readonly venue: readonly string[];
  /** `2024` or `2020..2024` */
  readonly year: readonly string[];
  readonly sort: Sort;
  /** how many pages of results are shown, from 1 */
  readonly page: number;
};

export const EMPTY_STATE: SearchState = {
  q: '',
  author: [],
  has: [],
  kind: [],
  topic: [],
  venue: [],
  year: [],
  sort: 'relevance',
  page: 1,
};

/** The lists of a state, by the keys of the address. */
export const FACETS = ['author', 'has', 'kind', 'topic', 'venue', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** Longest words that an address carries, in UTF-16 units: longer ones are ignored, so let no box take more. */
export const MAX_QUERY_LENGTH = 500;
/** Values of one list that count, the first ones; further ones are ignored. */
export const MAX_VALUES = 20;
/** Longest value of a list, in UTF-16 units; longer ones are ignored. */
export const MAX_VALUE_LENGTH = 100;
export const MAX_PAGE = 500;

type ReadValue = (text: string) => string | undefined;

/** One line of well-formed text: control characters and white space become single spaces. */
const toLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const readName: ReadValue = (text) => toLine(text) || undefined;

const readId: ReadValue = (text) => (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? text : undefined);

const oneOf =
  (values: readonly string[]): ReadValue =>
  (text) =>
    values.includes(text) ? text : undefined;

/** `2024`, or a range whose ends differ and stand in order. */
const readYears: ReadValue = (text) => {
  const [, from, to = from] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text) ?? [];
  if (from === undefined || to === undefined || from > to) return undefined;
  return from === to ? from : text;
};

const READ_VALUE: Readonly<Record<Facet, ReadValue>> = {
  author: readName,
  has: oneOf(LINK_KINDS),
  kind: oneOf(KINDS),
  topic: readId,
  venue: readName,
  year: readYears,
};

/** The first values that are valid, each once, in code unit order. */
const readValues = (facet: Facet, texts: readonly string[]): readonly string[] => {
  const values = new Set<string>();
  for (const text of texts) {
    if (values.size === MAX_VALUES) break;
    const value = text.length <= MAX_VALUE_LENGTH ? READ_VALUE[facet](text) : undefined;
    if (value !== undefined) values.add(value);
  }
  return [...values].toSorted();
};

const readWords = (text: string): string => {
  const words = toLine(text);
  return words.length <= MAX_QUERY_LENGTH ? words : '';
};

const readPage = (text: string): number =>
  /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_PAGE ? Number(text) : 1;

const readSort = (text: string): Sort => SORTS.find((sort) => sort === text) ?? 'relevance';

/**
 * Reads the state from the query part of an address, with or without its `?`. Whatever is unknown, hostile
 * or too long is ignored, so any text gives a state; lists come out in one order, without repetitions.
 * @example readState('?q=kv+cache&kind=survey').q // 'kv cache'
 */
export const readState = (query: string | URLSearchParams): SearchState => {
  const params = typeof query === 'string' ? new URLSearchParams(query) : query;
  const list = (facet: Facet) => readValues(facet, params.getAll(facet));
  return {
    q: readWords(params.get('q') ?? ''),
    author: list('author'),
    has: list('has'),
    // `oneOf(KINDS)` lets nothing else through
    kind: list('kind') as readonly Kind[],
    topic: list('topic'),
    venue: list('venue'),
    year: list('year'),
    sort: readSort(params.get('sort') ?? ''),
    page: readPage(params.get('page') ?? ''),
  };
};

const pairsOf = (state: SearchState): [key: string, value: string][] => [
  ...FACETS.flatMap((facet) => state[facet].map((value): [string, string] => [facet, value])),
  ['page', String(state.page)],
  ['q', state.q],
  ['sort', state.sort],
];

const isDefault = ([key, value]: readonly [string, string]): boolean =>
  (key === 'page' && value === '1') ||
  (key === 'q' && value === '') ||
  (key === 'sort' && value === EMPTY_STATE.sort);

/**
 * Writes the query part of an address, without `?`: keys sorted, defaults left out. What `readState` would
 * ignore is not written, so equal states have equal addresses.
 * @example writeState({ ...EMPTY_STATE, q: 'kv cache', kind: ['survey'] }) // 'kind=survey&q=kv+cache'
 */
export const writeState = (state: SearchState): string => {
  const clean = readState(new URLSearchParams(pairsOf(state)));
  const params = new URLSearchParams(pairsOf(clean).filter((pair) => !isDefault(pair)));
  params.sort();
  return params.toString();
};
