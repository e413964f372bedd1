import type { PaperId } from '../../domain/fields.ts';
import { countOf } from '../../domain/labels.ts';
import { newItem, type ListItem } from '../../domain/reading-list.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import { partOf } from '../search/parts.ts';
import { listStore, today } from './browser-store.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Knowledge } from './paper-lines.ts';
import { incomingText } from './words.ts';

/** What the site knows of the papers of a link; nothing when that could not be loaded. */
export const learnIncoming = (base: string): Promise<Knowledge | undefined> =>
  // then papers are shown and added by their ids, and named when the files can be loaded
  loadKnowledge(base).catch(() => undefined);

const currentIds = (
  named: readonly string[],
  knowledge: Knowledge | undefined,
): readonly string[] => [...new Set(named.map((id) => knowledge?.renames.get(id) ?? id))];

const isKnown = (id: string, knowledge: Knowledge | undefined): boolean =>
  knowledge === undefined || knowledge.paperOf(id) !== undefined;

const toEntry = (id: string, base: string, knowledge: Knowledge | undefined): HTMLElement => {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = withBase(base, paperPath(id as PaperId));
  link.textContent = knowledge?.paperOf(id)?.title ?? id;
  link.dir = 'auto';
  entry.append(link);
  return entry;
};

/** Shows the papers that a link names, and how many of them are new to the reader's list. */
export const showIncoming = (
  root: HTMLElement,
  named: readonly string[],
  { base, knowledge }: { readonly base: string; readonly knowledge: Knowledge | undefined },
): void => {
  const ids = currentIds(named, knowledge);
  const known = ids.filter((id) => isKnown(id, knowledge));
  const mine = new Set(listStore.state().list.map(({ id }) => id));
  const fresh = known.filter((id) => !mine.has(id)).length;
  partOf(root, 'heading', HTMLElement).textContent =
    `A reading list of ${countOf(known.length, 'paper')}`;
  partOf(root, 'facts', HTMLElement).textContent = incomingText(
    fresh,
    known.length - fresh,
    ids.length - known.length,
  );
  partOf(root, 'accept', HTMLElement).hidden = fresh === 0;
  const entries = known.map((id) => toEntry(id, base, knowledge));
  partOf(root, 'papers', HTMLElement).replaceChildren(...entries);
};

/** The papers of a link as items of a list, those that nobody knows left out. */
export const toIncomingItems = (
  named: readonly string[],
  knowledge: Knowledge | undefined,
): readonly ListItem[] =>
  currentIds(named, knowledge)
    .filter((id) => isKnown(id, knowledge))
    .map((id) => newItem(id, knowledge?.paperOf(id)?.title, today()));
