/** Judges of what a browser stored, which anybody may have written; without a schema library, for every page loads them. */

export const isText = (value: unknown): value is string => typeof value === 'string';

/** YYYY-MM-DD */
export const isDay = (value: unknown): value is string =>
  isText(value) && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value);

/** One line without control characters. */
export const toLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
