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
  relatePapers(await loadCatalog(), conceptsByPaper(await loadConcepts()));

let built: Promise<Relations> | undefined;

/** The papers made ready to be compared: once a build, and anew for each page of a preview. */
export const loadRelations = (): Promise<Relations> =>
  import.meta.env.DEV ? readRelations() : (built ??= readRelations());

/** The papers most like one. */
export const loadRelated = async (paper: Paper): Promise<readonly Related[]> =>
  relatedTo(await loadRelations(), paper);
