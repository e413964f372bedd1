import { showList } from '../search/keyed-list.ts';
import { markedNodes } from '../search/marks.ts';
import type { Row } from './rows.ts';

/** Shows its rows; without any it is hidden. */
export type ShowGroup = (rows: readonly Row[]) => void;

const partOf = <T extends Element>(root: Element, selector: string, kind: new () => T): T => {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The group has no ${selector}.`);
  return found;
};

const fillRow = (item: HTMLElement, { url, name, marks, about }: Row): void => {
  partOf(item, 'a', HTMLAnchorElement).href = url;
  partOf(item, 'span', HTMLElement).replaceChildren(...markedNodes(name, marks));
  partOf(item, 'small', HTMLElement).textContent = about;
};

/** Makes a group before `place`, of a mould with a heading and a list that holds the mould of a row. */
export const addGroup = (mould: HTMLTemplateElement, place: Element, name: string): ShowGroup => {
  const group = document.importNode(mould.content, true).firstElementChild;
  if (!(group instanceof HTMLElement)) throw new Error('The mould of a group is empty.');
  const heading = partOf(group, 'p', HTMLElement);
  heading.textContent = name;
  heading.id = `quick-${name.toLowerCase()}`;
  const list = partOf(group, 'ul', HTMLElement);
  list.setAttribute('aria-labelledby', heading.id);
  const row = partOf(list, 'li', HTMLElement);
  const show: ShowGroup = (rows) => {
    group.hidden = rows.length === 0;
    showList(list, rows, {
      key: ({ url }) => url,
      make: () => document.importNode(row, true),
      fill: fillRow,
    });
  };
  show([]);
  place.before(group);
  return show;
};
