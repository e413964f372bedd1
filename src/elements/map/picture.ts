import type { MapPoints } from '../../domain/map-data.ts';
import type { Projection, Size } from '../../domain/map-projection.ts';
import { CanvasPicture } from './canvas-picture.ts';
import { SvgPicture } from './svg-picture.ts';

/** How a point stands to what the reader asked for. */
export type Standing = 'plain' | 'found' | 'dim';

/** What draws the points. */
export type Picture = {
  /** draws the part of the map that a projection shows */
  readonly show: (projection: Projection, stage: Size) => void;
  /** says how each point stands, from the next time on that it is shown */
  readonly mark: (standings: readonly Standing[]) => void;
  /** takes up colours that have changed */
  readonly recolour: () => void;
};

/** The picture that the page has: links in a drawing, or a canvas for many points. */
export const findPicture = (root: HTMLElement, map: MapPoints): Picture => {
  const picture = root.querySelector('[data-part="picture"]');
  if (picture instanceof HTMLCanvasElement) return new CanvasPicture(picture, map);
  if (picture instanceof SVGSVGElement) return new SvgPicture(picture);
  throw new Error('The page has no picture of the map.');
};
