import type { MapPoints } from '../../domain/map-data.ts';
import { CanvasPicture } from './canvas-picture.ts';
import type { Picture } from './picture.ts';
import { SvgPicture } from './svg-picture.ts';

/** The picture that the page has: links in a drawing, or a canvas for many points. */
export const findPicture = (root: HTMLElement, map: MapPoints): Picture => {
  const picture = root.querySelector('[data-part="picture"]');
  if (picture instanceof HTMLCanvasElement) return new CanvasPicture(picture, map);
  if (picture instanceof SVGSVGElement) return new SvgPicture(picture);
  throw new Error('The page has no picture of the map.');
};
