import type { Paper } from '../domain/paper.ts';
import {
  conceptsByPaper,
  relatedTo,
  relatePapers,
  type Related,
  type Relations,
} from '../domain/related.ts';
import { loadCatalog } from './catalog.ts';
import { loadConcepts } from './concepts.ts';

const readRelations = async (): Promise<Relations> =>
  relatePapers((await loadCatalog()).papers, conceptsByPaper(await loadConcepts()));

let built: Promise<Relations> | undefined;
let previewed: { readonly read: string; readonly relations: Promise<Relations> } | undefined;

/** A preview compares the papers anew when one of them changed, and not for each of its pages. */
const previewRelations = async (): Promise<Relations> => {
  const { papers, concepts } = await loadCatalog();
  const read = JSON.stringify([papers, concepts]);
  if (previewed?.read !== read) previewed = { read, relations: readRelations() };
  return previewed.relations;
};

/** The papers made ready to be compared, once a build. */
export const loadRelations = (): Promise<Relations> =>
  import.meta.env.DEV ? previewRelations() : (built ??= readRelations());

/** The papers most like one. */
export const loadRelated = async (paper: Paper): Promise<readonly Related[]> =>
  relatedTo(await loadRelations(), paper);
