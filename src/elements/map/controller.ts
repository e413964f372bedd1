import type { Point, Region } from '../../domain/map-geometry.ts';
import type { MapAddress } from './address.ts';
import type { Board } from './board.ts';
import type { Controls } from './controls.ts';
import type { Found, MapSearch } from './found.ts';
import { Hand } from './hand.ts';
import { ZOOM_STEP } from './keys.ts';
import type { Pointing } from './pointing.ts';
import type { RegionList } from './region-list.ts';
import { Selector } from './selector.ts';
import { standingsOf } from './standings.ts';
import type { MapState } from './state.ts';
import { Walker } from './walker.ts';

export type ControllerParts = {
  readonly board: Board;
  readonly controls: Controls;
  readonly pointing: Pointing;
  readonly list: RegionList;
  readonly search: MapSearch;
  readonly address: MapAddress;
  /** address of the list of what a search finds */
  readonly searchUrl: (q: string) => string;
};

/** Turns what the reader does into a state, and the state into the map, its list and the address. */
export class Controller {
  readonly #parts: ControllerParts;
  readonly #selector: Selector;
  readonly #walker: Walker;
  #state: MapState;
  #found: Found | undefined;

  constructor(parts: ControllerParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#state = parts.address.read();
    const { board, controls, pointing } = parts;
    const selector = new Selector({
      board,
      controls,
      selected: () => this.#state.region,
      select: (region, isGrowing) => this.#select(region, isGrowing),
    });
    this.#selector = selector;
    this.#walker = new Walker(
      {
        board,
        pointing,
        selector,
        arrive: (point) => this.#arriveAt(point),
        zoom: (factor, at) => this.#zoom(factor, at),
        whole: () => this.#whole(),
        clear: () => this.#clearRegion(),
      },
      signal,
    );
    this.#listen(signal);
    new Hand({ board, pointing, selector, follow: () => this.#follow() }, signal);
    this.#arrive();
  }

  #listen(signal: AbortSignal): void {
    const { controls, address } = this.#parts;
    controls.form.addEventListener('submit', (event) => this.#submit(event), { signal });
    document.addEventListener('change', (event) => this.#change(event), { signal });
    const onClick = (name: string, act: () => unknown): void =>
      controls.button(name).addEventListener('click', act, { signal });
    onClick('zoom-in', () => this.#zoom(ZOOM_STEP));
    onClick('zoom-out', () => this.#zoom(1 / ZOOM_STEP));
    onClick('whole', () => this.#whole());
    onClick('select', () => this.#selector.toggle());
    onClick('selected-clear', () => this.#clearRegion());
    onClick('found-clear', () => this.#showAll());
    window.addEventListener('popstate', () => this.#arrive(), { signal });
    window.addEventListener('pagehide', () => address.settle(this.#whereWeAre()), { signal });
  }

  /** Shows what the address says. */
  #arrive(): void {
    const { board, controls, address } = this.#parts;
    this.#state = address.read();
    board.look(this.#state.view);
    controls.show(this.#state);
    this.#showPoints();
    void this.#find();
    this.#walker.takeStand(this.#state.paper);
  }

  #whereWeAre(): MapState {
    const { isWhole, view } = this.#parts.board;
    return { ...this.#state, view: isWhole ? undefined : view };
  }

  #follow(): void {
    this.#parts.address.follow(this.#whereWeAre());
  }

  #step(state: MapState): void {
    this.#state = state;
    this.#parts.address.step(this.#whereWeAre());
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#ask(this.#parts.controls.asked);
  }

  #change({ target }: Event): void {
    const { controls } = this.#parts;
    if (target instanceof HTMLInputElement && target.form === controls.form)
      this.#ask(controls.asked);
  }

  #ask(asked: Pick<MapState, 'q' | 'topic'>): void {
    const hasNewWords = asked.q !== this.#state.q;
    if (!hasNewWords && asked.topic.join() === this.#state.topic.join()) return;
    this.#step({ ...this.#state, ...asked });
    this.#parts.controls.show(this.#state);
    this.#showPoints();
    if (hasNewWords) void this.#find();
  }

  #showAll(): void {
    const { controls } = this.#parts;
    this.#ask({ q: '', topic: this.#state.topic });
    // the button that was pressed is gone now
    controls.focusBox();
  }

  async #find(): Promise<void> {
    const { controls, search, searchUrl } = this.#parts;
    const { q } = this.#state;
    if (q !== '') controls.showSearching();
    const found = q === '' ? undefined : await search.find(q);
    if (q !== this.#state.q) return;
    this.#found = found;
    controls.showFound(found, q, searchUrl(q));
    this.#showPoints();
  }

  #showPoints(): void {
    const { board } = this.#parts;
    const { topic } = this.#state;
    board.mark(standingsOf(board.map, topic, this.#found), topic);
    this.#showRegion();
  }

  #zoom(factor: number, at?: Point): void {
    this.#parts.board.zoom(factor, at);
    this.#follow();
  }

  #whole(): void {
    this.#parts.board.look(undefined);
    this.#follow();
  }

  #arriveAt(point: number): void {
    this.#state = { ...this.#state, paper: this.#parts.board.map.ids[point] };
    this.#follow();
  }

  /** Lists the papers of a region. One that grows with the keys is one step of the history. */
  #select(region: Region, isGrowing: boolean): void {
    const state = { ...this.#state, region };
    if (isGrowing && this.#state.region !== undefined) {
      this.#state = state;
      this.#follow();
    } else this.#step(state);
    this.#showRegion();
  }

  #clearRegion(): boolean {
    const { list, controls } = this.#parts;
    if (this.#state.region === undefined) return false;
    const hadFocus = list.hasFocus;
    this.#step({ ...this.#state, region: undefined });
    this.#showRegion();
    if (hadFocus) controls.button('select').focus();
    return true;
  }

  #showRegion(): void {
    const { board, list } = this.#parts;
    board.frameRegion(this.#state.region);
    void list.show(this.#state.region);
  }
}
