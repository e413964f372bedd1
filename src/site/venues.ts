import type { Paper } from '../domain/paper.ts';
import { indexVenues, type VenueIndex } from '../domain/venues.ts';
import { loadCatalog } from './catalog.ts';

const readVenues = async (): Promise<VenueIndex> => indexVenues((await loadCatalog()).papers);

let built: Promise<VenueIndex> | undefined;

/** What the listed papers appeared in: once a build, and anew for each page of a preview. */
export const loadVenues = (): Promise<VenueIndex> =>
  import.meta.env.DEV ? readVenues() : (built ??= readVenues());

/** Where the other papers of a paper's venue are found. */
export const venuePath = async ({ id }: Paper): Promise<string | undefined> => {
  const { venueOf, paths } = await loadVenues();
  return paths.get(venueOf.get(id)?.id ?? '');
};
