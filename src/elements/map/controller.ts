import { nearestInDirection } from '../../domain/map-direction.ts';
import { regionBetween, type Point, type Region } from '../../domain/map-geometry.ts';
import type { MapAddress } from './address.ts';
import type { Board } from './board.ts';
import type { Controls } from './controls.ts';
import type { Found, MapSearch } from './found.ts';
import { GestureListener } from './gestures.ts';
import { readKey, ZOOM_STEP, type MapKey } from './keys.ts';
import type { Standing } from './picture.ts';
import type { Pointing } from './pointing.ts';
import type { RegionList } from './region-list.ts';
import { Selecting } from './selecting.ts';
import type { MapState } from './state.ts';

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
  readonly #selecting = new Selecting();
  #state: MapState;
  #found: Found | undefined;

  constructor(parts: ControllerParts) {
    this.#parts = parts;
    this.#state = parts.address.read();
  }

  start(signal: AbortSignal): void {
    const { board, controls, address } = this.#parts;
    const { form } = controls;
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    document.addEventListener('change', (event) => this.#change(event), { signal });
    board.stage.addEventListener('keydown', (event) => this.#key(event), { signal });
    const onClick = (name: string, act: () => void): void =>
      controls.button(name).addEventListener('click', act, { signal });
    onClick('zoom-in', () => this.#zoom(ZOOM_STEP));
    onClick('zoom-out', () => this.#zoom(1 / ZOOM_STEP));
    onClick('whole', () => this.#whole());
    onClick('select', () => this.#toggleSelecting());
    onClick('selected-clear', () => this.#clearRegion());
    onClick('found-clear', () => this.#ask({ q: '', topic: this.#state.topic }));
    window.addEventListener('popstate', () => this.#arrive(), { signal });
    window.addEventListener('pagehide', () => address.settle(this.#whereWeAre()), { signal });
    this.#listenToPointers(signal);
    controls.showSelecting(false);
    this.#arrive();
  }

  /** Shows what the address says. */
  #arrive(): void {
    const { board, controls, address } = this.#parts;
    this.#state = address.read();
    board.look(this.#state.view);
    controls.show(this.#state);
    this.#showRegion();
    this.#mark();
    void this.#find();
    this.#takeStand();
  }

  /** Puts the link of the arrow keys on the paper of the address, else on the one in the middle. */
  #takeStand(): void {
    const { board, pointing } = this.#parts;
    const { paper } = this.#state;
    const named = paper === undefined ? -1 : board.map.ids.indexOf(paper);
    const point = named >= 0 ? named : board.nearest(board.projection.toMap(board.middle));
    if (point !== undefined) void pointing.stand(point, false, named >= 0);
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

  // ---- what is asked for

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
    this.#mark();
    this.#showRegion();
    if (hasNewWords) void this.#find();
  }

  async #find(): Promise<void> {
    const { controls, search, searchUrl } = this.#parts;
    const { q } = this.#state;
    const found = q === '' ? undefined : await search.find(q);
    if (q !== this.#state.q) return;
    this.#found = found;
    controls.showFound(found, q, searchUrl(q));
    this.#mark();
    this.#showRegion();
  }

  #mark(): void {
    const { map } = this.#parts.board;
    const { topic } = this.#state;
    const found =
      this.#found !== undefined && 'points' in this.#found ? this.#found.points : undefined;
    const standingOf = (point: number): Standing => {
      const id = map.topics[map.topicOf[point] ?? 0]?.id ?? '';
      if (topic.length > 0 && !topic.includes(id)) return 'dim';
      return found === undefined ? 'plain' : found.has(point) ? 'found' : 'dim';
    };
    this.#parts.board.mark(
      map.ids.map((_, point) => standingOf(point)),
      topic,
    );
  }

  // ---- the view

  #zoom(factor: number, at?: Point): void {
    this.#parts.board.zoom(factor, at);
    this.#follow();
  }

  #whole(): void {
    this.#parts.board.look(undefined);
    this.#follow();
  }

  // ---- pointers and keys

  #listenToPointers(signal: AbortSignal): void {
    const { board, pointing } = this.#parts;
    const on = {
      selects: (event: PointerEvent) => event.shiftKey || this.#selecting.isOn,
      pull: (by: Point) => {
        pointing.drop();
        board.pull(by);
        this.#follow();
      },
      zoom: (factor: number, at: Point) => {
        pointing.drop();
        this.#zoom(factor, at);
      },
      canZoom: (factor: number) => board.canZoom(factor),
      draw: (from: Point, to: Point, isDone: boolean) => this.#draw(from, to, isDone),
      hover: (at: Point) => this.#hover(at),
      leave: () => pointing.leave(),
      click: (at: Point, event: MouseEvent, isTouch: boolean) => this.#click(at, event, isTouch),
    };
    new GestureListener(board.stage, on, signal);
  }

  #hover(at: Point): void {
    const { board, pointing } = this.#parts;
    const draft = this.#selecting.draft(board.projection.toMap(at));
    if (draft !== undefined) board.frameRegion(draft);
    pointing.hover(board.pointAt(at));
  }

  #click(at: Point, event: MouseEvent, isTouch: boolean): void {
    const { board, pointing } = this.#parts;
    // keys and screen readers click on the link that has the focus, wherever they say
    if (event.detail === 0 && !this.#selecting.isOn) return;
    if (this.#selecting.isOn) {
      event.preventDefault();
      return this.#corner(board.projection.toMap(at));
    }
    const point = board.pointAt(at, isTouch);
    if (isTouch && point !== undefined && point !== pointing.told) {
      // the first tap tells of the paper, the second one opens it
      event.preventDefault();
      pointing.hover(point);
    } else if (point === undefined && !board.isWhole && !isTouch) {
      board.look({ ...board.projection.toMap(at), zoom: board.view.zoom });
      this.#follow();
    } else if (point === undefined) pointing.leave();
  }

  #key(event: KeyboardEvent): void {
    const key = this.#parts.pointing.owns(event.target) ? readKey(event) : undefined;
    if (key !== undefined && this.#obey(key)) event.preventDefault();
  }

  /** Does what a key means; whether it meant something here. */
  #obey(key: MapKey): boolean {
    if (key.does === 'step') this.#walk(key);
    else if (key.does === 'zoom') this.#zoom(key.factor, this.#currentPlace());
    else if (key.does === 'whole') this.#whole();
    else if (key.does === 'corner') this.#corner(this.#parts.board.place(this.#current()));
    else return this.#escape();
    return true;
  }

  #current(): number {
    return this.#parts.pointing.current ?? 0;
  }

  #currentPlace(): Point {
    const { board } = this.#parts;
    return board.projection.toStage(board.place(this.#current()));
  }

  #walk({ direction, selects }: Extract<MapKey, { does: 'step' }>): void {
    const { board, pointing } = this.#parts;
    const from = board.place(this.#current());
    const shown = board.shown;
    const next = nearestInDirection(
      shown.map((point) => board.place(point)),
      from,
      direction,
    );
    const point = next === undefined ? undefined : shown[next];
    if (point === undefined) return;
    const to = board.place(point);
    board.bring(point);
    this.#state = { ...this.#state, paper: board.map.ids[point] };
    void pointing.stand(point, true, true);
    const region = this.#selecting.step(from, to, selects);
    if (region !== undefined) this.#select(region, true);
    else board.frameRegion(this.#selecting.draft(to) ?? this.#state.region);
    this.#follow();
  }

  #escape(): boolean {
    const { controls, pointing } = this.#parts;
    if (this.#selecting.isOn) {
      this.#toggleSelecting();
      controls.say('Selecting ended.');
      return true;
    }
    if (pointing.dismiss()) return true;
    if (this.#state.region === undefined) return false;
    this.#clearRegion();
    return true;
  }

  // ---- the region

  #toggleSelecting(): void {
    const { board, controls } = this.#parts;
    this.#selecting.toggle();
    controls.showSelecting(this.#selecting.isOn);
    board.frameRegion(this.#state.region);
  }

  #corner(at: Point): void {
    const { board, controls } = this.#parts;
    const region = this.#selecting.setCorner(at);
    controls.showSelecting(this.#selecting.isOn);
    if (region !== undefined) return this.#select(region);
    board.frameRegion(regionBetween(at, at));
    controls.say('First corner set. Go to the opposite one.');
  }

  #draw(from: Point, to: Point, isDone: boolean): void {
    const { board, controls } = this.#parts;
    const { toMap } = board.projection;
    const region = regionBetween(toMap(from), toMap(to));
    if (!isDone) return board.frameRegion(region);
    this.#selecting.toggle(false);
    controls.showSelecting(false);
    this.#select(region);
  }

  /** Lists the papers of a region. One that grows with the keys is one step of the history. */
  #select(region: Region, isGrowing = false): void {
    const state = { ...this.#state, region };
    if (isGrowing && this.#state.region !== undefined) {
      this.#state = state;
      this.#follow();
    } else this.#step(state);
    this.#showRegion();
  }

  #clearRegion(): void {
    const hadFocus = this.#parts.list.hasFocus;
    this.#step({ ...this.#state, region: undefined });
    this.#showRegion();
    if (hadFocus) this.#parts.controls.button('select').focus();
  }

  #showRegion(): void {
    const { board, list } = this.#parts;
    board.frameRegion(this.#state.region);
    void list.show(this.#state.region);
  }
}
