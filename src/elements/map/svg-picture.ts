import { clamp } from '../../domain/map-geometry.ts';
import type { Projection, Size } from '../../domain/map-projection.ts';
import type { Picture, Standing } from './picture.ts';

/** On a narrower stage points are smaller, down to a part of their size. */
const FULL_WIDTH = 640;
const SMALLEST = 0.7;

/** The drawing that the server made: it is only looked at from elsewhere, and its points keep their size. */
export class SvgPicture implements Picture {
  readonly #svg: SVGSVGElement;
  readonly #links: readonly SVGAElement[];

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    const links = [...svg.querySelectorAll<SVGAElement>('[data-point]')];
    this.#links = links.toSorted((a, b) => Number(a.dataset['point']) - Number(b.dataset['point']));
  }

  show({ scale, toMap }: Projection, { width, height }: Size): void {
    const { x, y } = toMap({ x: 0, y: 0 });
    this.#svg.setAttribute('viewBox', [x, y, width / scale, height / scale].join(' '));
    const size = clamp(width / FULL_WIDTH, SMALLEST, 1);
    this.#svg.style.setProperty('--grain', String(size / scale));
  }

  mark(standings: readonly Standing[]): void {
    this.#links.forEach((link, at) => {
      link.toggleAttribute('data-dim', standings[at] === 'dim');
      link.toggleAttribute('data-found', standings[at] === 'found');
    });
  }

  recolour(): void {
    // style sheets do it
  }
}
