import type { CitationFormat } from '../../domain/citation-formats.ts';
import type { PaperId } from '../../domain/fields.ts';
import type { ListCitation } from '../../domain/reading-list-export.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import { loadPage } from './page.ts';

/** So many pages are loaded at a time. */
const AT_ONCE = 4;

export type LoadedCitations = {
  /** in the order of the papers */
  readonly citations: readonly ListCitation[];
  /** papers whose citation did not come */
  readonly missing: readonly string[];
};

/** Pages that were loaded already. */
const pages = new Map<string, Document>();

const loadOnce = async (address: string): Promise<Document> => {
  const page = pages.get(address) ?? (await loadPage(address));
  pages.set(address, page);
  return page;
};

const citationIn = (page: Document, format: CitationFormat): string | undefined =>
  page.querySelector(`pre[data-format="${format}"]`)?.textContent ?? undefined;

/** Loads what the pages of papers cite them as, a few at a time, and tells how many have come. */
export const loadCitations = async (
  ids: readonly string[],
  format: CitationFormat,
  { base, onProgress }: { readonly base: string; readonly onProgress: (done: number) => void },
): Promise<LoadedCitations> => {
  const texts = new Map<string, string | undefined>();
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const page = await loadOnce(withBase(base, paperPath(id as PaperId))).catch(() => undefined);
      texts.set(id, page && citationIn(page, format));
      onProgress(texts.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    citations: ids.flatMap((id) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ id, text }];
    }),
    missing: ids.filter((id) => texts.get(id) === undefined),
  };
};
