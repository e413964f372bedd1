import {
  CHUNK_LENGTH,
  readPointsFile,
  readTextsFile,
  type MapPoints,
  type MapText,
} from '../../domain/map-data.ts';
import { getJson } from '../get-json.ts';

export const loadPoints = async (address: URL): Promise<MapPoints> =>
  readPointsFile(await getJson(address.href));

/** What is said where a text cannot be loaded: the card and the list can do without. */
const toTitle = (id: string): MapText => ({ title: id.replaceAll('-', ' ') });

/** Texts of papers, loaded with those of their neighbours when one is asked for; each once. */
export class Texts {
  readonly #address: URL;
  readonly #map: Pick<MapPoints, 'ids' | 'texts'>;
  readonly #chunks = new Map<number, Promise<readonly MapText[]>>();

  constructor(address: URL, map: Pick<MapPoints, 'ids' | 'texts'>) {
    this.#address = address;
    this.#map = map;
  }

  async of(point: number): Promise<MapText> {
    const chunk = Math.floor(point / CHUNK_LENGTH);
    const texts = await this.#load(chunk).catch(() => []);
    return texts[point % CHUNK_LENGTH] ?? toTitle(this.#map.ids[point] ?? '');
  }

  #load(chunk: number): Promise<readonly MapText[]> {
    const known = this.#chunks.get(chunk);
    if (known !== undefined) return known;
    const loading = getJson(new URL(this.#map.texts[chunk] ?? '', this.#address).href).then(
      readTextsFile,
    );
    this.#chunks.set(chunk, loading);
    // asked for again when it is needed again
    loading.catch(() => this.#chunks.delete(chunk));
    return loading;
  }
}
