import { indexAuthors, type AuthorIndex } from '../domain/author-index.ts';
import type { Paper } from '../domain/paper.ts';
import { loadCatalog } from './catalog.ts';

const readAuthors = async (): Promise<AuthorIndex> => {
  const { papers, knownAuthors } = await loadCatalog();
  return indexAuthors(papers, knownAuthors);
};

let built: Promise<AuthorIndex> | undefined;

/** The people who wrote the listed papers: once a build, and anew for each page of a preview. */
export const loadAuthors = (): Promise<AuthorIndex> =>
  import.meta.env.DEV ? readAuthors() : (built ??= readAuthors());

/** Where the authors of a paper are found, in its order; nowhere when it is withdrawn. */
export const authorPaths = async ({ id }: Paper): Promise<readonly string[]> => {
  const { authorsOf, paths } = await loadAuthors();
  return (authorsOf.get(id) ?? []).map((person) => paths.get(person.id) ?? '');
};
