const UNITS = ['B', 'kB', 'MB', 'GB'] as const;
const STEP = 1000;

/**
 * A size as readers see it, to two digits or more.
 * @example bytesToText(999), bytesToText(1234), bytesToText(56_789_000) // '999 B', '1.2 kB', '57 MB'
 */
export const bytesToText = (bytes: number): string => {
  let [size, at] = [bytes, 0];
  // what would be rounded up to 1000 is 1.0 of the next unit
  for (; Math.round(size) >= STEP && at < UNITS.length - 1; at += 1) size /= STEP;
  const isSmall = at > 0 && Number(size.toFixed(1)) < 10;
  return `${isSmall ? size.toFixed(1) : Math.round(size)} ${UNITS[at] ?? ''}`;
};
