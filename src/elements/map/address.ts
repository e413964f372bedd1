import { readMapState, writeMapState, type MapState } from './state.ts';

/** Browsers count how often an address changes: it follows the moving map at a distance. */
const FOLLOW_MS = 200;

type Place = Pick<Location, 'pathname' | 'search'>;
type Past = Pick<History, 'pushState' | 'replaceState' | 'state'>;

/** Keeps the state in the address: moving leaves no trail, what was asked for is a step of the history. */
export class MapAddress {
  readonly #history: Past;
  readonly #place: Place;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(past: Past, place: Place) {
    this.#history = past;
    this.#place = place;
  }

  read(): MapState {
    clearTimeout(this.#timer);
    return readMapState(this.#place.search);
  }

  follow(state: MapState): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(state), FOLLOW_MS);
  }

  /** Writes at once what the address should have followed. */
  settle(state: MapState): void {
    clearTimeout(this.#timer);
    this.#history.replaceState(this.#history.state, '', this.#urlOf(state));
  }

  step(state: MapState): void {
    clearTimeout(this.#timer);
    this.#history.pushState(null, '', this.#urlOf(state));
  }

  #urlOf(state: MapState): string {
    const query = writeMapState(state);
    return query === '' ? this.#place.pathname : `${this.#place.pathname}?${query}`;
  }
}
