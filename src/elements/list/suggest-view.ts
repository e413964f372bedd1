import type { PaperId } from '../../domain/fields.ts';
import { readPaperTerms, type PaperTerms } from '../../domain/paper-terms.ts';
import { suggestPapers, type Suggestion } from '../../domain/suggest.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import { getJson } from '../get-json.ts';
import { showList } from '../search/keyed-list.ts';
import { copyTemplate, partOf } from '../search/parts.ts';
import { loadKnowledge } from './knowledge.ts';
import { linesOf, type Knowledge } from './paper-lines.ts';

const MOST = 10;

/** What suggestions are made of. */
export type Shelf = {
  readonly base: string;
  readonly knowledge: Knowledge;
  readonly terms: PaperTerms;
};

export const loadShelf = async (base: string): Promise<Shelf> => {
  const knowledge = await loadKnowledge(base);
  return { base, knowledge, terms: readPaperTerms(await getJson(knowledge.terms)) };
};

const fill = (item: HTMLElement, { id, terms }: Suggestion, { base, knowledge }: Shelf): void => {
  const title = knowledge.paperOf(id)?.title ?? id;
  const link = partOf(item, 'title', HTMLAnchorElement);
  link.href = withBase(base, paperPath(id as PaperId));
  link.textContent = title;
  const { byline, about } = linesOf(id, knowledge);
  partOf(item, 'about', HTMLElement).textContent = [byline, about]
    .filter((line) => line !== '')
    .join(' · ');
  partOf(item, 'terms', HTMLElement).textContent = `Because of: ${terms.join(', ')}`;
  const keep = item.querySelector('add-to-list');
  // the title first: a new paper makes the button write its label anew
  keep?.setAttribute('data-title', title);
  keep?.setAttribute('data-paper', id);
};

/** Shows papers like those kept, and tells which. */
export const showSuggestions = (
  root: Element,
  kept: ReadonlySet<string>,
  shelf: Shelf,
): readonly string[] => {
  const found = suggestPapers(shelf.terms, kept, MOST);
  showList(partOf(root, 'suggestions', HTMLElement), found, {
    key: ({ id }) => id,
    make: () => copyTemplate(root, 'suggestion'),
    fill: (item, suggestion) => fill(item, suggestion, shelf),
  });
  return found.map(({ id }) => id);
};
