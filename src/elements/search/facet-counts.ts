import { countOf } from '../../domain/labels.ts';
import type { FacetCounts, Filter } from '../../search/protocol.ts';
import type { Facet, SearchState } from '../../search/url-state.ts';
import { checkboxesOf, filterOfInput, showTicks } from './facets.ts';
import { showList } from './keyed-list.ts';
import { partOf, setText } from './parts.ts';
import { valueToText } from './words.ts';

/** Facets whose values the page does not know beforehand: the collection tells them when it is loaded. */
export const LEARNT_FACETS: readonly Facet[] = ['author', 'venue', 'year'];

/** As many values as a reader looks through; the rest is reached by searching for it. */
export const MOST_OPTIONS = 10;

const byValue = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The values to offer: what is ticked, then the most frequent ones; years count from the newest.
 * @example chooseOptions('author', { Ada: 1, Bob: 3 }, ['Cyd']) // ['Cyd', 'Bob', 'Ada']
 */
export const chooseOptions = (
  facet: Facet,
  counts: Readonly<Record<string, number>>,
  ticked: readonly string[],
): readonly string[] => {
  const rest = Object.entries(counts)
    .filter(([value, count]) => count > 0 && !ticked.includes(value))
    .toSorted(([a, m], [b, n]) => (facet === 'year' ? byValue(b, a) : n - m || byValue(a, b)))
    .map(([value]) => value);
  return [...ticked, ...rest.slice(0, Math.max(0, MOST_OPTIONS - ticked.length))];
};

const fillOption = (option: HTMLElement, facet: Facet, value: string): void => {
  const input = partOf(option, 'tick', HTMLInputElement);
  const name = valueToText(facet, value);
  Object.assign(input, { name: facet, value });
  setText(partOf(option, 'name', HTMLElement), name);
};

const showLearnt = (
  group: HTMLElement,
  facet: Facet,
  values: readonly string[],
  make: () => HTMLElement,
): void => {
  group.hidden = values.length === 0;
  showList(partOf(group, 'options', HTMLElement), values, {
    key: (value) => value,
    make,
    fill: (option, value) => fillOption(option, facet, value),
  });
};

const showCount = (input: HTMLInputElement, count: number | undefined): void => {
  const option = input.closest('[data-part="option"]');
  if (!(option instanceof HTMLElement)) return;
  const [number = '', unit = ''] = count === undefined ? [] : countOf(count, 'paper').split(' ');
  setText(partOf(option, 'count', HTMLElement), number);
  setText(partOf(option, 'unit', HTMLElement), unit);
  option.toggleAttribute('data-quiet', count === 0 && !input.checked);
};

/** What a tick would give; a range of years, for which nobody counts, gives nothing to say. */
const countOfFilter = (counts: FacetCounts, { facet, value }: Filter): number | undefined => {
  const count = Object.hasOwn(counts[facet], value) ? counts[facet][value] : undefined;
  return count ?? (value.includes('..') ? undefined : 0);
};

/** Shows what each tick would give, and offers the authors, venues and years that the collection knows. */
export const showFacets = (
  root: ParentNode,
  counts: FacetCounts,
  state: SearchState,
  makeOption: () => HTMLElement,
): void => {
  for (const facet of LEARNT_FACETS) {
    const group = partOf(root, `facet-${facet}`, HTMLElement);
    showLearnt(group, facet, chooseOptions(facet, counts[facet], state[facet]), makeOption);
  }
  showTicks(root, state);
  for (const input of checkboxesOf(root)) {
    const filter = filterOfInput(input);
    if (filter !== undefined) showCount(input, countOfFilter(counts, filter));
  }
};
