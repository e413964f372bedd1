const MS_PER_DAY = 86_400_000;

/** A day as a number: the days since the first of January 1970. @example dayNumber('1970-01-02') // 1 */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** @example dayOf(1) // '1970-01-02' */
export const dayOf = (number: number): string =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
