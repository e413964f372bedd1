import { factsOf } from '../../search/byline.ts';
import { PAGE_SIZE, type Hit, type Passage } from '../../search/protocol.ts';
import { showList } from './keyed-list.ts';
import { showMarked } from './marks.ts';
import { partOf, setText } from './parts.ts';
import type { Glimpse } from './session.ts';

/** What the list needs to know of the page around it. */
export type HitFrame = {
  readonly makeItem: () => HTMLElement;
  readonly paperUrl: (id: string) => string;
  readonly topicName: (id: string) => string;
};

const findParts = (item: HTMLElement) => ({
  title: partOf(item, 'title', HTMLAnchorElement),
  byline: partOf(item, 'byline', HTMLElement),
  about: partOf(item, 'about', HTMLElement),
  passage: partOf(item, 'passage', HTMLAnchorElement),
  keep: item.querySelector<HTMLElement>('add-to-list'),
});

const known = new WeakMap<HTMLElement, ReturnType<typeof findParts>>();

/** The parts of an item, looked up once: every key fills twenty items. */
const partsOf = (item: HTMLElement) => {
  const parts = known.get(item) ?? findParts(item);
  known.set(item, parts);
  return parts;
};

const linkOf = (item: HTMLElement): HTMLAnchorElement => partsOf(item).title;

const showLine = (line: HTMLElement, text: string): void => {
  setText(line, text);
  line.hidden = text === '';
};

const fillHit = (item: HTMLElement, hit: Hit, frame: HitFrame): void => {
  const { title: link, byline, about, keep } = partsOf(item);
  showMarked(link, hit.title, hit.titleMarks);
  showLine(byline, hit.byline ?? '');
  showLine(about, factsOf(hit, frame.topicName));
  const url = frame.paperUrl(hit.id);
  if (link.getAttribute('href') === url) return;
  link.href = url;
  // the title first: a new paper makes the button write its label anew
  keep?.setAttribute('data-title', hit.title);
  keep?.setAttribute('data-paper', hit.id);
};

const itemsOf = (list: Element): readonly HTMLElement[] =>
  [...list.children].filter((item) => item instanceof HTMLElement);

const hasPassage = (item: HTMLElement, q: string): boolean => item.dataset['passageFor'] === q;

/** The shown papers whose passage was chosen for these words. */
export const idsWithPassage = (list: Element, q: string): ReadonlySet<string> =>
  new Set(
    itemsOf(list)
      .filter((item) => hasPassage(item, q))
      .map((item) => item.dataset['key'] ?? ''),
  );

/** The passage of another paper goes; the title and all else are overwritten. */
const clearHit = (item: HTMLElement): void => {
  const { passage } = partsOf(item);
  showMarked(passage, '', []);
  passage.removeAttribute('href');
  delete item.dataset['passageFor'];
  item.removeAttribute('data-late');
};

/** Shows a hit in each of the first items, whichever paper it showed before. */
const fillInPlace = (list: Element, hits: readonly Hit[], frame: HitFrame): void => {
  const items = itemsOf(list);
  for (const [at, hit] of hits.entries()) {
    const item = items[at] ?? frame.makeItem();
    if (item.dataset['key'] !== hit.id) clearHit(item);
    item.dataset['key'] = hit.id;
    fillHit(item, hit, frame);
    item.hidden = false;
    if (items[at] === undefined) list.append(item);
  }
};

const keepFirst = (list: Element, most: number): void => {
  for (const item of itemsOf(list).slice(most)) item.remove();
};

/** Whether no item would lose the focus, or a passage for these words, if the hits were shown in its place. */
const mayOverwrite = (list: Element, hits: readonly Pick<Hit, 'id'>[], q: string): boolean =>
  !list.contains(document.activeElement) &&
  itemsOf(list).every((item, at) => !hasPassage(item, q) || item.dataset['key'] === hits[at]?.id);

/** Shows the hits for these words; items that hold the focus, or passages for them, stay with their papers. */
export const showHits = (list: Element, hits: readonly Hit[], q: string, frame: HitFrame): void => {
  // what is moved is laid out anew; most keys change most hits
  if (mayOverwrite(list, hits, q)) {
    fillInPlace(list, hits, frame);
    return keepFirst(list, hits.length);
  }
  showList(list, hits, {
    key: ({ id }) => id,
    make: frame.makeItem,
    fill: (item, hit) => {
      item.hidden = false;
      fillHit(item, hit, frame);
    },
  });
};

/** Where passages go: the words for which they were chosen, and where papers are. */
type PassageFrame = Pick<HitFrame, 'paperUrl'> & {
  readonly q: string;
  /** the paper was painted without it, in room kept for it: the room stays as it is */
  readonly isLate: boolean;
};

const NO_PASSAGE: Omit<Passage, 'id'> = { text: 'No abstract.', marks: [] };

const fillPassage = (
  item: HTMLElement,
  { text, marks, anchor }: Omit<Passage, 'id'>,
  { q, isLate, paperUrl }: PassageFrame,
): void => {
  const link = partsOf(item).passage;
  const url = paperUrl(item.dataset['key'] ?? '');
  link.href = anchor === undefined ? url : `${url}#${anchor}`;
  showMarked(link, text, marks);
  item.dataset['passageFor'] = q;
  item.toggleAttribute('data-late', isLate);
};

const fillPassages = (
  items: readonly HTMLElement[],
  passages: readonly Passage[],
  frame: PassageFrame,
): void => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  for (const item of items)
    if (!hasPassage(item, frame.q))
      fillPassage(item, byId.get(item.dataset['key'] ?? '') ?? NO_PASSAGE, frame);
};

/** Fills in the passages that were lacking; a paper that has none has no abstract. */
export const showPassages = (
  list: Element,
  passages: readonly Passage[],
  frame: PassageFrame,
): void => fillPassages(itemsOf(list), passages, frame);

/**
 * Shows the first of the hits, with their passages unless only titles were searched. Items below them stay as
 * they are for a moment, at most as many as there will be; where none was to be seen they stay so.
 */
export const showFirstHits = (
  list: Element,
  { total, hits, passages, titlesOnly = false }: Glimpse,
  q: string,
  frame: HitFrame & { readonly isFresh: boolean },
): void => {
  if (!mayOverwrite(list, hits, q)) return;
  fillInPlace(list, hits, frame);
  keepFirst(list, Math.min(total, PAGE_SIZE));
  if (frame.isFresh) for (const item of itemsOf(list).slice(hits.length)) item.hidden = true;
  if (!titlesOnly)
    fillPassages(itemsOf(list).slice(0, hits.length), passages, { ...frame, q, isLate: false });
};

/** The title links, in order: the stops of the arrow keys. */
export const hitLinks = (list: Element): readonly HTMLAnchorElement[] => itemsOf(list).map(linkOf);

/** The paper whose item holds the focus. */
export const focusedHit = (list: Element): string | undefined =>
  itemsOf(list).find((item) => item.contains(document.activeElement))?.dataset['key'];

/** The link in the title of a paper, if it is shown. */
export const hitLink = (list: Element, id: string | undefined): HTMLAnchorElement | undefined => {
  const item = itemsOf(list).find(({ dataset }) => dataset['key'] === id);
  return item && linkOf(item);
};
