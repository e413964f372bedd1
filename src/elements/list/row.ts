import type { ListItem } from '../../domain/reading-list.ts';
import { partOf } from '../search/parts.ts';
import { linesOf, type Knowledge } from './paper-lines.ts';

/** A paper of the list as it is shown. */
export type Row = {
  readonly item: ListItem;
  /** whether it is the first or the last of those shown */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isCompared: boolean;
};

/** What rows need to know of the site. */
export type RowFrame = {
  readonly paperUrl: (id: string) => string;
  readonly knowledge: Knowledge | undefined;
};

export const titleOf = ({ id, title }: Pick<ListItem, 'id' | 'title'>): string => title || id;

const showText = (row: HTMLElement, part: string, text: string): void => {
  const line = partOf(row, part, HTMLElement);
  line.textContent = text;
  line.hidden = text === '';
};

/** Leaves alone what the reader is typing. */
const showValue = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  if (document.activeElement !== field && field.value !== value) field.value = value;
};

/** Controls say which paper they are for: there is one of each in every row. */
const nameControls = (row: HTMLElement, title: string): void => {
  for (const control of row.querySelectorAll<HTMLElement>('[data-name]'))
    control.setAttribute('aria-label', `${control.dataset['name'] ?? ''}: ${title}`);
};

const showTags = (row: HTMLElement, tags: readonly string[]): void => {
  const list = partOf(row, 'tags', HTMLElement);
  list.hidden = tags.length === 0;
  list.replaceChildren(
    ...tags.map((tag) => {
      const entry = document.createElement('li');
      entry.textContent = tag;
      entry.dir = 'auto';
      return entry;
    }),
  );
};

/** Brings a row up to date. */
export const fillRow = (
  element: HTMLElement,
  { item, isFirst, isLast, isCompared }: Row,
  { paperUrl, knowledge }: RowFrame,
): void => {
  const title = titleOf(item);
  const link = partOf(element, 'title', HTMLAnchorElement);
  const isKnown =
    knowledge === undefined ||
    knowledge.paperOf(item.id) !== undefined ||
    knowledge.withdrawn.has(item.id);
  // an address that is not there would lead nowhere
  if (isKnown) link.href = paperUrl(item.id);
  else link.removeAttribute('href');
  link.textContent = title;
  const { byline, about } = linesOf(item.id, knowledge);
  showText(element, 'byline', byline);
  showText(element, 'about', about);
  showText(element, 'note', item.note);
  showTags(element, item.tags);
  element.toggleAttribute('data-read', item.isRead);
  partOf(element, 'read', HTMLInputElement).checked = item.isRead;
  partOf(element, 'compare', HTMLInputElement).checked = isCompared;
  showValue(partOf(element, 'note-field', HTMLTextAreaElement), item.note);
  showValue(partOf(element, 'tags-field', HTMLInputElement), item.tags.join(', '));
  // not disabled, for a button that goes dead under the focus loses it
  partOf(element, 'up', HTMLElement).ariaDisabled = String(isFirst);
  partOf(element, 'down', HTMLElement).ariaDisabled = String(isLast);
  nameControls(element, title);
};
