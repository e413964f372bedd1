import { changesOf, type Changes } from '../domain/changes.ts';
import { loadCatalog } from './catalog.ts';

const readChanges = async (): Promise<Changes> => changesOf(await loadCatalog());

let built: Promise<Changes> | undefined;

/** What changed in the collection: sorted once a build, and anew for each page of a preview. */
export const loadChanges = (): Promise<Changes> =>
  import.meta.env.DEV ? readChanges() : (built ??= readChanges());
