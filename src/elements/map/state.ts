import { isId } from '../../domain/ids.ts';
import { clamp, MAP_SIZE, regionBetween, type Region } from '../../domain/map-geometry.ts';
import { MAX_ZOOM, type View } from '../../domain/map-projection.ts';
import { EMPTY_STATE, readState, writeState } from '../../search/url-state.ts';

/** What a reader made of the map: all of it stands in the address. */
export type MapState = {
  /** words that papers must match to stand out */
  readonly q: string;
  /** topics that stand out; all of them when none is named */
  readonly topic: readonly string[];
  /** missing while the whole map is shown */
  readonly view?: View;
  /** whose papers are listed */
  readonly region?: Region;
  /** id of the paper at which the arrow keys stand */
  readonly paper?: string;
};

/** So many numbers, separated by commas; nothing when the text says something else. */
const readNumbers = (text: string | null, count: number): readonly number[] | undefined =>
  text !== null &&
  new RegExp(`^\\d{1,5}(?:\\.\\d{1,2})?(?:,\\d{1,5}(?:\\.\\d{1,2})?){${count - 1}}$`).test(text)
    ? text.split(',').map(Number)
    : undefined;

const toPlace = (value: number): number => clamp(Math.round(value), 0, MAP_SIZE);
const toZoom = (value: number): number => clamp(Math.round(value * 100) / 100, 1, MAX_ZOOM);

const readView = (text: string | null): View | undefined => {
  const [x = 0, y = 0, raw = 1] = readNumbers(text, 3) ?? [];
  const zoom = toZoom(raw);
  return zoom === 1 ? undefined : { x: toPlace(x), y: toPlace(y), zoom };
};

const readRegion = (text: string | null): Region | undefined => {
  const numbers = readNumbers(text, 4)?.map(toPlace);
  if (numbers === undefined) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return regionBetween({ x: x1, y: y1 }, { x: x2, y: y2 });
};

/**
 * Reads the state from the query part of an address. Whatever is unknown or hostile is ignored, so any text
 * gives a state.
 * @example readMapState('?q=kv+cache&view=5000,4200,4').view // { x: 5000, y: 4200, zoom: 4 }
 */
export const readMapState = (query: string): MapState => {
  const params = new URLSearchParams(query);
  const { q, topic } = readState(params);
  const view = readView(params.get('view'));
  const region = readRegion(params.get('region'));
  const paper = params.get('paper');
  return {
    q,
    topic,
    ...(view && { view }),
    ...(region && { region }),
    ...(isId(paper) && { paper }),
  };
};

/** Writes the query part of an address, without `?`: keys sorted, defaults left out. */
export const writeMapState = ({ q, topic, view, region, paper }: MapState): string => {
  const params = new URLSearchParams(writeState({ ...EMPTY_STATE, q, topic }));
  const zoom = toZoom(view?.zoom ?? 1);
  if (view !== undefined && zoom > 1)
    params.set('view', [toPlace(view.x), toPlace(view.y), zoom].join(','));
  if (region !== undefined)
    params.set(
      'region',
      [region.left, region.top, region.right, region.bottom].map(toPlace).join(','),
    );
  if (paper !== undefined) params.set('paper', paper);
  params.sort();
  // commas may stand in an address as they are
  return params.toString().replaceAll('%2C', ',');
};
