import type { MapText } from '../../domain/map-data.ts';
import { clamp, type Point } from '../../domain/map-geometry.ts';
import type { Size } from '../../domain/map-projection.ts';
import { partOf } from '../search/parts.ts';

/** Distance between a point and its card, and between the card and the edge of the stage. */
const GAP = 22;
const EDGE = 8;

/** Beside the point where there is room, else above or below it; always on the stage. */
export const placeCard = (point: Point, card: Size, stage: Size): Point => {
  const top = clamp(
    point.y - card.height / 2,
    EDGE,
    Math.max(EDGE, stage.height - card.height - EDGE),
  );
  if (point.x + GAP + card.width + EDGE <= stage.width) return { x: point.x + GAP, y: top };
  if (point.x - GAP - card.width >= EDGE) return { x: point.x - GAP - card.width, y: top };
  const x = clamp(point.x - card.width / 2, EDGE, Math.max(EDGE, stage.width - card.width - EDGE));
  const below = point.y + GAP;
  const isBelow = below + card.height + EDGE <= stage.height || point.y < stage.height / 2;
  return { x, y: isBelow ? below : point.y - GAP - card.height };
};

/** What the map tells of one paper: title, topic and highlights, beside its point. */
export class Card {
  readonly #card: HTMLElement;

  constructor(root: HTMLElement) {
    this.#card = partOf(root, 'card', HTMLElement);
  }

  get element(): HTMLElement {
    return this.#card;
  }

  get isShown(): boolean {
    return !this.#card.hidden;
  }

  show(
    { title, contribution = '', figures = [], lang = '' }: MapText,
    topic: string,
    mark: Node,
  ): void {
    const part = (name: string): HTMLElement => partOf(this.#card, `card-${name}`, HTMLElement);
    part('title').textContent = title;
    part('topic').replaceChildren(mark, topic);
    part('contribution').textContent = contribution;
    part('figures').replaceChildren(...figures.map(toItem));
    for (const name of ['title', 'contribution', 'figures']) part(name).lang = lang;
    this.#card.hidden = false;
    this.#card.scrollTop = 0;
  }

  place(point: Point, stage: Size): void {
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const { x, y } = placeCard(point, { width, height }, stage);
    this.#card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  hide(): void {
    this.#card.hidden = true;
  }
}

const toItem = (text: string): HTMLElement => {
  const item = document.createElement('li');
  item.textContent = text;
  item.dir = 'auto';
  return item;
};
