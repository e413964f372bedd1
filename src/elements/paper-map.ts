import type { PaperId } from '../domain/fields.ts';
import { paperPath, withBase } from '../domain/urls.ts';
import { EMPTY_STATE } from '../search/url-state.ts';
import { MapAddress } from './map/address.ts';
import { Board } from './map/board.ts';
import { Controller } from './map/controller.ts';
import { Controls } from './map/controls.ts';
import { loadPoints, Texts } from './map/files.ts';
import { MapSearch } from './map/found.ts';
import { Pointing } from './map/pointing.ts';
import { RegionList } from './map/region-list.ts';
import { stateToUrl } from './search/address.ts';

/** Wakes up the map that the server made. Its state is in the address. */
export class PaperMap extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.#wake(signal).catch((error: unknown) => {
      if (!signal.aborted) new Controls(this).fail(`The map stands still: ${String(error)}`);
    });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  async #wake(signal: AbortSignal): Promise<void> {
    const { base = '/', points = '', index = '' } = this.dataset;
    const address = new URL(points, location.href);
    const map = await loadPoints(address);
    if (signal.aborted) return;
    const hrefOf = (point: number): string => withBase(base, paperPath(map.ids[point] as PaperId));
    const texts = new Texts(address, map);
    const board = new Board(this, map, () => {
      pointing.follow();
      controls.showView(board.canZoom(2), board.isWhole);
    });
    const controls = new Controls(this);
    const pointing = new Pointing({ root: this, board, texts, hrefOf }, signal);
    const search = new MapSearch(index, map);
    this.#followSurroundings(board, signal);
    signal.addEventListener('abort', () => {
      board.stop();
      search.stop();
    });
    const list = new RegionList({ root: this, board, texts, hrefOf });
    const mapAddress = new MapAddress(history, location);
    const searchUrl = (q: string): string =>
      stateToUrl(withBase(base, '/search/'), { ...EMPTY_STATE, q });
    new Controller(
      { board, controls, pointing, search, list, address: mapAddress, searchUrl },
      signal,
    );
  }

  /** The stage may change its size, and the page its theme. */
  #followSurroundings(board: Board, signal: AbortSignal): void {
    const resizes = new ResizeObserver(() => board.draw());
    resizes.observe(board.stage);
    const themes = new MutationObserver(() => board.recolour());
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    signal.addEventListener('abort', () => {
      resizes.disconnect();
      themes.disconnect();
    });
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', () => board.recolour(), { signal });
  }
}

if (!customElements.get('paper-map')) customElements.define('paper-map', PaperMap);
