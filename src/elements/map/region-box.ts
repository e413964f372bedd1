import type { Region } from '../../domain/map-geometry.ts';
import type { Projection } from '../../domain/map-projection.ts';

/** The frame around the selected region. */
export class RegionBox {
  readonly #box: HTMLElement;

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  show(region: Region | undefined, { toStage }: Projection): void {
    this.#box.hidden = region === undefined;
    if (region === undefined) return;
    const from = toStage({ x: region.left, y: region.top });
    const to = toStage({ x: region.right, y: region.bottom });
    const { style } = this.#box;
    style.transform = `translate(${from.x}px, ${from.y}px)`;
    style.width = `${to.x - from.x}px`;
    style.height = `${to.y - from.y}px`;
  }
}
