/** Puts items in order before `end`, moving as few as it can see to: a moved node is laid out anew. */
const layBefore = (list: Element, items: readonly Element[], end: Element | null): void => {
  let place = end;
  for (const item of items.toReversed()) {
    const before = place === null ? list.lastElementChild : place.previousElementSibling;
    if (before !== item) list.insertBefore(item, place);
    place = item;
  }
};

/**
 * Makes `items` the children of `list`, in order. An item that holds the focus is not moved, for a moved node
 * loses it: the others are laid around it.
 */
export const layItems = (list: Element, items: readonly Element[]): void => {
  const wanted = new Set(items);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  const held = items.findIndex((item) => item.contains(document.activeElement));
  const pivot = items[held];
  if (pivot?.parentElement !== list) return layBefore(list, items, null);
  layBefore(list, items.slice(held + 1), null);
  layBefore(list, items.slice(0, held), pivot);
};

/** The items that a list has, by the key in their `data-key`. */
const itemsByKey = (list: Element): ReadonlyMap<string, HTMLElement> =>
  new Map(
    [...list.children]
      .filter((child) => child instanceof HTMLElement)
      .map((child) => [child.dataset['key'] ?? '', child]),
  );

/** Shows one item for each value, keeping those that stay. */
export const showList = <T>(
  list: Element,
  values: readonly T[],
  {
    key,
    make,
    fill,
  }: {
    readonly key: (value: T) => string;
    readonly make: (value: T) => HTMLElement;
    /** brings an item, new or kept, up to date */
    readonly fill: (item: HTMLElement, value: T) => void;
  },
): void => {
  const known = itemsByKey(list);
  const items = values.map((value) => {
    const item = known.get(key(value)) ?? make(value);
    item.dataset['key'] = key(value);
    fill(item, value);
    return item;
  });
  layItems(list, items);
};
