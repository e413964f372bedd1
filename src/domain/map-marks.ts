/** How a topic looks on the map: a colour and a shape, for no eye tells twenty colours apart. */
export type Mark = {
  /** number of the colour, see `map/marks.css` */
  readonly hue: number;
  /** number of the shape in `SHAPES` */
  readonly shape: number;
};

export const HUES = 7;

/**
 * Outlines around 0,0 in pixels, as SVG paths, each of about the same area.
 * Circle, square, triangle, diamond, plus, triangle on its tip.
 */
export const SHAPES: readonly string[] = [
  'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z',
  'M-4.4 -4.4H4.4V4.4H-4.4Z',
  'M0 -6.4L6 4.2H-6Z',
  'M0 -6.4L6.4 0L0 6.4L-6.4 0Z',
  'M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z',
  'M0 6.4L6 -4.2H-6Z',
];

/** A ring, for papers without a topic. */
export const NO_TOPIC_SHAPE =
  'M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1 -4.5 0ZM-2.5 0A2.5 2.5 0 1 0 2.5 0A2.5 2.5 0 1 0 -2.5 0Z';

/**
 * The mark of the topic at a place in the list of topics. The first 42 differ; neighbours in the list differ
 * in both colour and shape.
 */
export const markOfTopic = (place: number): Mark => ({
  hue: place % HUES,
  shape: ((place % HUES) + Math.floor(place / HUES)) % SHAPES.length,
});
