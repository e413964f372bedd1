import { isObject } from '../../domain/is-object.ts';
import { EVERYTHING, type ListFilter } from '../../domain/reading-list-view.ts';

/** What a reader made of the page of the list, which is no part of the list itself. */
export type ListView = {
  readonly filter: ListFilter;
  /** ids of papers that are ticked to be compared */
  readonly compared: readonly string[];
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const filterOf = (raw: unknown): ListFilter =>
  isObject(raw)
    ? {
        words: textOf(raw['words']),
        tag: textOf(raw['tag']),
        onlyUnread: raw['onlyUnread'] === true,
      }
    : EVERYTHING;

/** Reads what an entry of the history remembers: others may write to it, so any value gives a view. */
export const readView = (state: unknown): ListView => {
  const raw = isObject(state) ? state['listView'] : undefined;
  if (!isObject(raw)) return { filter: EVERYTHING, compared: [] };
  const { filter, compared } = raw;
  const ids = Array.isArray(compared) ? compared.filter((id) => typeof id === 'string') : [];
  return { filter: filterOf(filter), compared: ids };
};

/** The state of an entry of the history with a view, beside what others keep there. */
export const withView = (state: unknown, listView: ListView): object => ({
  ...(isObject(state) ? state : {}),
  listView,
});
