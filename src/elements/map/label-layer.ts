import type { MapPoints } from '../../domain/map-data.ts';
import type { Point } from '../../domain/map-geometry.ts';
import { placeLabels } from '../../domain/map-labels.ts';
import type { Projection, Size } from '../../domain/map-projection.ts';

type Name = {
  readonly text: string;
  readonly at: Point;
  readonly element: HTMLElement;
  readonly width: number;
  readonly height: number;
};
type TopicName = Name & { readonly topic: string };

/** From this magnification on the concepts of a part are named. */
const CONCEPT_ZOOM = 2;
/** So many of them say where one is; more would be read instead of the map. */
const MAX_CONCEPTS = 14;
/** The name of a topic has so many pixels of the stage for itself. */
const ROOM_PX = 14_000;
/** Names keep clear of points where they are not too many to look at in every frame. */
const MAX_AVOIDED = 2000;

const byCount = (a: { readonly count: number }, b: { readonly count: number }): number =>
  b.count - a.count;

const isOn = ({ x, y }: Point, { width, height }: Size): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height;

const makeName = (layer: HTMLElement, text: string, at: Point, kind: string): Name => {
  const element = document.createElement('span');
  element.textContent = text;
  element.className = kind;
  layer.append(element);
  const { offsetWidth: width, offsetHeight: height } = element;
  return { text, at, element, width, height };
};

/** The names of topics and, on a part of the map, of concepts: as many as find room. */
export class LabelLayer {
  readonly #topics: readonly TopicName[];
  readonly #concepts: readonly Name[];
  readonly #points: readonly Point[];
  #wanted: readonly string[] = [];

  constructor(layer: HTMLElement, { topics, concepts, points }: MapPoints) {
    this.#points = points.length <= MAX_AVOIDED ? points : [];
    const named = new Set(topics.map(({ name }) => name.toLowerCase()));
    this.#topics = topics
      .filter(({ mark }) => mark !== undefined)
      .toSorted(byCount)
      .map(({ id, name, at }) => ({ ...makeName(layer, name, at, 'topic'), topic: id }));
    this.#concepts = concepts
      .filter(({ name }) => !named.has(name.toLowerCase()))
      .map(({ name, at }) => makeName(layer, name, at, 'concept'));
  }

  /** Names these topics alone; all of them when there are none. */
  want(topics: readonly string[]): void {
    this.#wanted = topics;
  }

  show({ toStage }: Projection, stage: Size, zoom: number): void {
    const inSight = <T extends Name>(names: readonly T[]): readonly T[] =>
      names.map((name) => ({ ...name, at: toStage(name.at) })).filter(({ at }) => isOn(at, stage));
    const most = Math.ceil((stage.width * stage.height) / ROOM_PX);
    const topics = inSight(this.#topics.filter((name) => this.#isWanted(name))).slice(0, most);
    const concepts = zoom < CONCEPT_ZOOM ? [] : inSight(this.#concepts).slice(0, MAX_CONCEPTS);
    this.#place([...topics, ...concepts], stage, this.#points.map(toStage));
  }

  #isWanted({ topic }: TopicName): boolean {
    return this.#wanted.length === 0 || this.#wanted.includes(topic);
  }

  #place(names: readonly Name[], stage: Size, points: readonly Point[]): void {
    const placed = placeLabels(names, stage, points);
    const shown = new Set(placed.map(({ label }) => label.element));
    for (const { element } of [...this.#topics, ...this.#concepts])
      element.hidden = !shown.has(element);
    for (const { label, middle } of placed) {
      const [left, top] = [middle.x - label.width / 2, middle.y - label.height / 2];
      label.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }
  }
}
