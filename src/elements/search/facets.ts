import type { Filter } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';
import { isFacet } from './filters.ts';

/** The filter that a checkbox stands for. */
export const filterOfInput = (input: EventTarget | null): Filter | undefined =>
  input instanceof HTMLInputElement && input.type === 'checkbox' && isFacet(input.name)
    ? { facet: input.name, value: input.value }
    : undefined;

export const checkboxesOf = (root: ParentNode): readonly HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
];

/** The value's name on the page, such as a topic's for its id. */
export const nameOnPage = (root: ParentNode, { facet, value }: Filter): string | undefined =>
  root
    .querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`)
    ?.closest('[data-part="option"]')
    ?.querySelector('[data-part="name"]')
    ?.textContent.trim();

/** Ticks what the state holds. */
export const showTicks = (root: ParentNode, state: SearchState): void => {
  for (const input of checkboxesOf(root)) {
    const filter = filterOfInput(input);
    if (filter !== undefined)
      input.checked = (state[filter.facet] as readonly string[]).includes(filter.value);
  }
};
