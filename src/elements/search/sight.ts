/** A hit is seldom lower, with its title, its byline and a passage. */
const HIT_HEIGHT = 180;
/** What stands between the box, which is in sight while somebody types, and the first hit is no lower. */
const ABOVE_HITS = 200;
const LEAST = 3;

/**
 * How many hits may be in sight at once where the screen is so high, in CSS pixels. No window is higher, and
 * asking for the window's own height would cost a layout.
 */
export const hitsInSight = (screenHeight: number): number =>
  Math.max(LEAST, Math.ceil((screenHeight - ABOVE_HITS) / HIT_HEIGHT));
