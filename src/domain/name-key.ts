/** Signs that nobody sees: soft hyphens, zero-width spaces, marks of the writing direction. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * What makes two names the same: the text itself, whatever its case, its spaces and its Unicode form. Here
 * the line is drawn: accents, hyphens, full stops and initials set names apart, for to fold them is to guess.
 * @example nameKey('Ada  LOVELACE') // 'ada lovelace'
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    // the lower case of some letters is a letter and a mark
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim();
