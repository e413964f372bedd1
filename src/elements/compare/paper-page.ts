import type { PaperId } from '../../domain/fields.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import { listedPaperOf } from '../listed-paper.ts';
import { loadPage } from '../list/page.ts';

/** What a paper's page has for a comparison. */
export type PaperPage = {
  readonly id: string;
  /** the section of highlights as the server made it */
  readonly highlights: Element | undefined;
  /** the concepts that the paper mentions, in reading order */
  readonly concepts: readonly { readonly id: string; readonly name: string }[];
  /** papers like it, with their titles, the likest first */
  readonly related: readonly { readonly id: string; readonly title: string }[];
};

const CONCEPT = 'concept-';

/** The abstract's glossary says what its concepts are called; marks refer to its definitions by their ids. */
const conceptsIn = (page: Document): PaperPage['concepts'] =>
  [...page.querySelectorAll(`concept-notes dd[id^="${CONCEPT}"]`)].map((definition) => {
    const id = definition.id.slice(CONCEPT.length);
    return { id, name: definition.previousElementSibling?.textContent.trim() ?? id };
  });

const relatedIn = (page: Document): PaperPage['related'] =>
  [...page.querySelectorAll('[aria-labelledby="related"] .paper-item')].flatMap(
    (item) => listedPaperOf(item) ?? [],
  );

const readPage = (id: string, page: Document): PaperPage => ({
  id,
  highlights: page.querySelector('main .highlights') ?? undefined,
  concepts: conceptsIn(page),
  related: relatedIn(page),
});

const pages = new Map<string, Promise<PaperPage>>();

/** Loads what a paper's page has, once; anew after a failure. */
export const loadPaperPage = (id: string, base: string): Promise<PaperPage> => {
  const known = pages.get(id);
  if (known !== undefined) return known;
  const loading = loadPage(withBase(base, paperPath(id as PaperId))).then((page) =>
    readPage(id, page),
  );
  loading.catch(() => pages.delete(id));
  pages.set(id, loading);
  return loading;
};
