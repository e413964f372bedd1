/** A paper that stands in a list of a page. */
export type ListedPaper = { readonly id: string; readonly title: string };

/**
 * The paper of an item, by its link. Where mathematics in the title reads otherwise than it was written the item's
 * button has the title.
 */
export const listedPaperOf = (item: Element): ListedPaper | undefined => {
  const link = item.querySelector('a');
  const [, id] = /\/papers\/([^/]+)\/$/.exec(link?.getAttribute('href') ?? '') ?? [];
  if (link === null || id === undefined) return undefined;
  const title = item.querySelector('add-to-list')?.getAttribute('data-title');
  return { id, title: title ?? link.textContent.trim() };
};
