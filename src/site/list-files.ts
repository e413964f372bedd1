import { LIST_ENTRANCE_NAME, listFilePath, toListEntrance } from '../domain/list-files.ts';
import { toPaperTerms } from '../domain/paper-terms.ts';
import { toHashedFile, type HashedFile } from '../search/search-files.ts';
import { loadCatalog } from './catalog.ts';
import { loadRelations } from './related.ts';

/** All files that reading lists load: the entrance, whose name stays, and the terms, named by what they hold. */
export const listFiles = async (): Promise<readonly HashedFile[]> => {
  const { space, isFragment } = await loadRelations();
  const terms = await toHashedFile('terms', toPaperTerms(space, isFragment));
  const address = listFilePath(import.meta.env.BASE_URL, terms.name);
  const entrance = toListEntrance(await loadCatalog(), address);
  return [{ name: LIST_ENTRANCE_NAME, body: JSON.stringify(entrance) }, terms];
};
