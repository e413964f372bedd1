import { isId } from './ids.ts';

/** Papers side by side in an address: `?p=one-paper&p=another-paper`. */
const KEY = 'p';
export const MOST_COMPARED = 4;
export const LEAST_COMPARED = 2;

export const writeCompareQuery = (ids: readonly string[]): string =>
  `?${ids.map((id) => `${KEY}=${id}`).join('&')}`;

/** The ids in a query, each once, at most four. */
export const readCompareQuery = (values: readonly string[]): readonly string[] =>
  [...new Set(values.flatMap((value) => value.split(',')).map((id) => id.trim()))]
    .filter(isId)
    .slice(0, MOST_COMPARED);
