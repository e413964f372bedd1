import { countOf } from '../../domain/labels.ts';
import type { MapText } from '../../domain/map-data.ts';

/** What the map says, as pure functions of what it knows. */

export const HELP =
  'Pull the map to move it; the wheel, two fingers, or + and − magnify. On the map, arrow keys lead from paper to paper, Enter opens one, 0 shows the whole map. Shift with the arrow keys or with the mouse selects a region.';

export const SELECT_HELP =
  'Select a region: pull from one corner to the other, or click both. With the keyboard go to a paper at one corner, press Space, go to the opposite one, press Space again. Escape ends it.';

const papers = (count: number): string => (count === 0 ? 'No papers' : countOf(count, 'paper'));

type Search = {
  readonly q: string;
  readonly isLoosened: boolean;
  readonly isTitlesOnly: boolean;
};

/** @example foundText(2, { q: 'nas', isLoosened: false, isTitlesOnly: false }) // '2 papers match “nas”.' */
export const foundText = (count: number, { q, isLoosened, isTitlesOnly }: Search): string => {
  const verb = count === 1 ? 'matches' : 'match';
  const nearly = isLoosened && count > 0 ? ', nearly' : '';
  const only = isTitlesOnly ? ' Only titles could be searched.' : '';
  return `${papers(count)} ${verb} “${q}”${nearly}.${only}`;
};

/** @example selectedText(3) // '3 papers in the region' */
export const selectedText = (count: number): string => `${papers(count)} in the region`;

/** What is said of a list that shows the middle of a region only; empty when it shows all. */
export const shownText = (shown: number, count: number): string =>
  shown < count ? `These are the ${shown} nearest to its middle.` : '';

/** What a screen reader hears of a paper: the same as the card shows. */
export const paperText = ({ title, contribution, figures = [] }: MapText, topic: string): string =>
  [title, topic, contribution, ...figures]
    .filter((part): part is string => part !== undefined && part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
