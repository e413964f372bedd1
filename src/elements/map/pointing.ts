import { partOf } from '../search/parts.ts';
import type { Board } from './board.ts';
import { Card } from './card.ts';
import { HoverCursor, KeyCursor } from './cursor.ts';
import type { Texts } from './files.ts';
import { paperText } from './words.ts';

/** Time for the pointer to reach the card. */
const LEAVE_MS = 250;

export type PointingParts = {
  readonly root: HTMLElement;
  readonly board: Board;
  readonly texts: Texts;
  readonly hrefOf: (point: number) => string;
};

/** Shows which paper a pointer or the arrow keys are at, and tells of it on a card. */
export class Pointing {
  readonly #parts: PointingParts;
  readonly #card: Card;
  readonly #hover: HoverCursor;
  readonly #keys: KeyCursor;
  #hovered: number | undefined;
  #current: number | undefined;
  #isMarked = false;
  /** the point of the card */
  #told: number | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PointingParts, signal: AbortSignal) {
    this.#parts = parts;
    const { stage } = parts.board;
    this.#card = new Card(parts.root);
    this.#keys = new KeyCursor(stage);
    this.#hover = new HoverCursor(stage);
    const { element } = this.#card;
    element.addEventListener('pointerenter', () => clearTimeout(this.#leaving), { signal });
    element.addEventListener('pointerleave', () => this.leave(), { signal });
    stage.addEventListener('focusin', () => this.#focus(), { signal });
    stage.addEventListener('focusout', () => this.#blur(), { signal });
  }

  /** The point at which the arrow keys stand. */
  get current(): number | undefined {
    return this.#current;
  }

  /** The point that the card tells of. */
  get told(): number | undefined {
    return this.#told;
  }

  get hasFocus(): boolean {
    return this.#keys.hasFocus;
  }

  owns(target: EventTarget | null): boolean {
    return this.#keys.owns(target);
  }

  /** The pointer is at a point, or at none. */
  hover(point: number | undefined): void {
    if (point === undefined) return this.leave();
    clearTimeout(this.#leaving);
    if (point === this.#hovered && point === this.#told) return;
    this.#hovered = point;
    this.#hover.show(this.#toStage(point), this.#parts.hrefOf(point));
    void this.#tell(point);
  }

  /** The pointer has gone: card and ring go after a moment, in which it may come to the card. */
  leave(): void {
    clearTimeout(this.#leaving);
    if (this.#hovered === undefined) return;
    this.#leaving = setTimeout(() => this.#forget(), LEAVE_MS);
  }

  /** The map moves under the pointer: what it was at is there no more. */
  drop(): void {
    clearTimeout(this.#leaving);
    if (this.#hovered !== undefined) this.#forget();
  }

  #forget(): void {
    this.#hovered = undefined;
    this.#hover.show(undefined);
    if (this.hasFocus && this.#current !== undefined) void this.#tell(this.#current);
    else this.#hide();
  }

  /**
   * The arrow keys come to a point; its ring shows when a reader brought them there. The link has its words
   * before the focus comes, for they are then read.
   */
  async stand(point: number, isFocused: boolean, isMarked: boolean): Promise<void> {
    this.#current = point;
    this.#isMarked = isMarked;
    const text = await this.#parts.texts.of(point);
    if (this.#current !== point) return;
    const label = paperText(text, this.#topicOf(point).name);
    this.#keys.stand({ href: this.#parts.hrefOf(point), label }, this.#toStage(point), isFocused);
    this.#parts.board.draw();
  }

  /** Hides the card; whether there was one. */
  dismiss(): boolean {
    const { isShown } = this.#card;
    this.#hide();
    return isShown;
  }

  /** Keeps rings and card at their points when the map has moved. */
  follow(): void {
    if (this.#hovered !== undefined) this.#hover.show(this.#toStage(this.#hovered));
    if (this.#current !== undefined)
      this.#keys.follow(this.#toStage(this.#current), this.#isMarked);
    this.#placeCard();
  }

  focus(): void {
    this.#keys.focus();
  }

  #focus(): void {
    if (this.#current !== undefined && this.hasFocus) void this.#tell(this.#current);
  }

  #blur(): void {
    if (this.#hovered === undefined) this.#hide();
  }

  async #tell(point: number): Promise<void> {
    this.#told = point;
    const text = await this.#parts.texts.of(point);
    if (this.#told !== point) return;
    const { name, mark } = this.#topicOf(point);
    this.#card.show(text, name, mark);
    this.#placeCard();
  }

  #hide(): void {
    this.#told = undefined;
    this.#card.hide();
  }

  #placeCard(): void {
    if (this.#told !== undefined)
      this.#card.place(this.#toStage(this.#told), this.#parts.board.size);
  }

  #toStage(point: number) {
    const { board } = this.#parts;
    return board.projection.toStage(board.place(point));
  }

  #topicOf(point: number) {
    return topicOf(this.#parts.root, this.#parts.board, point);
  }
}

/** The name of a point's topic and a copy of the mark that the legend has for it. */
export const topicOf = (
  root: HTMLElement,
  { map }: Pick<Board, 'map'>,
  point: number,
): { readonly name: string; readonly mark: Node } => {
  const topic = map.topicOf[point] ?? 0;
  const legend = partOf(root, 'legend', HTMLElement);
  const mark = legend.querySelectorAll('.map-mark')[topic];
  return {
    name: map.topics[topic]?.name ?? '',
    mark: mark?.cloneNode(true) ?? document.createTextNode(''),
  };
};
