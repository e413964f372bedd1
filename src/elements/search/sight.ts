/** A hit is seldom lower, with its title, its byline and a passage. */
const HIT_HEIGHT = 160;
const LEAST = 4;

/**
 * How many hits may be in sight at once where the screen is so high, in CSS pixels. No window is higher, and
 * asking for the window's own height would cost a layout.
 */
export const hitsInSight = (screenHeight: number): number =>
  Math.max(LEAST, Math.ceil(screenHeight / HIT_HEIGHT));
