import type { MapPoints } from '../../domain/map-data.ts';
import { EMPTY_STATE, MAX_PAGE } from '../../search/url-state.ts';
import { createSearchClient, type SearchClient } from '../search-client.ts';

/** What a search found, as points; or why it found nothing out. */
export type Found =
  | {
      readonly points: ReadonlySet<number>;
      readonly isLoosened: boolean;
      /** the abstracts did not come */
      readonly isTitlesOnly: boolean;
    }
  | { readonly reason: string };

/** Asks the search which papers match. Nothing is loaded before the first question. */
export class MapSearch {
  readonly #index: string;
  readonly #numberOf: ReadonlyMap<string, number>;
  #client: SearchClient | undefined;

  constructor(index: string, { ids }: Pick<MapPoints, 'ids'>) {
    this.#index = index;
    this.#numberOf = new Map(ids.map((id, at) => [id, at]));
  }

  async find(q: string): Promise<Found> {
    const client = (this.#client ??= createSearchClient({ index: this.#index }));
    const ready = await client.load();
    if (ready.type === 'failed') return ready;
    // the map waits for the abstracts: points that come and go would only confuse
    await client.complete();
    const results = await client.query({ ...EMPTY_STATE, q, page: MAX_PAGE });
    if (results.type === 'failed') return results;
    const points = results.hits.flatMap(({ id }) => this.#numberOf.get(id) ?? []);
    return {
      points: new Set(points),
      isLoosened: results.loosened,
      isTitlesOnly: results.titlesOnly ?? false,
    };
  }

  stop(): void {
    this.#client?.dispose();
  }
}
