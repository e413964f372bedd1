import { listYears, type Year } from '../domain/years.ts';
import { loadCatalog } from './catalog.ts';

const readYears = async (): Promise<readonly Year[]> => listYears((await loadCatalog()).papers);

let built: Promise<readonly Year[]> | undefined;

/** The years in which the listed papers appeared: once a build, and anew for each page of a preview. */
export const loadYears = (): Promise<readonly Year[]> =>
  import.meta.env.DEV ? readYears() : (built ??= readYears());
