/** A short form that a text defines, and what it stands for. */
export type Acronym = { readonly short: string; readonly long: string };

/** Short forms have at most this many characters and two words, says the paper. */
const MAX_SHORT = 10;
const MIN_SHORT = 2;
const MAX_SHORT_WORDS = 2;

const ALPHANUMERIC = /[\p{L}\p{N}]/u;
/** What may stand in parentheses, up to a bracket or a sign that begins an explanation. */
const PARENTHESIS = /\(([^()]{2,200}?)(?:[;,:][^()]*)?\)/gu;
/** Where a sentence or a parenthesis before ends: no long form reaches back beyond it. */
const BREAK = /[.;:!?()]\s|[()]/gu;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

const isAlphanumeric = (char: string | undefined): boolean =>
  char !== undefined && ALPHANUMERIC.test(char);

/** Two to ten characters in one or two words, a letter or digit first, a letter somewhere, more than one capital. */
const isShortForm = (text: string): boolean =>
  text.length >= MIN_SHORT &&
  text.length <= MAX_SHORT &&
  wordsOf(text).length <= MAX_SHORT_WORDS &&
  isAlphanumeric(text[0]) &&
  // the paper asks for a letter; in prose of any field one capital alone is no acronym
  (text.match(/\p{Lu}/gu) ?? []).length > 1;

const countAlphanumeric = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/**
 * The shortest end of a text that spells a short form: its characters from right to left, the first one at
 * the beginning of a word.
 */
const findLongForm = (short: string, text: string): string | undefined => {
  const lower = text.toLowerCase();
  let at = lower.length - 1;
  for (let place = short.length - 1; place >= 0; place -= 1) {
    const char = (short[place] ?? '').toLowerCase();
    if (!isAlphanumeric(char)) continue;
    const fits = (): boolean =>
      lower[at] === char && (place > 0 || at === 0 || !isAlphanumeric(lower[at - 1]));
    while (at >= 0 && !fits()) at -= 1;
    if (at < 0) return undefined;
    at -= 1;
  }
  return text.slice(text.lastIndexOf(' ', at) + 1);
};

/** Whether a long form is one: longer than the short form, without it, and of not too many words. */
const isLongForm = (long: string, short: string): boolean => {
  const letters = countAlphanumeric(short);
  const words = long.split(/[\s-]+/).length;
  return (
    long.length > short.length &&
    !wordsOf(long).includes(short) &&
    words <= Math.min(letters + 5, letters * 2)
  );
};

const matchForms = (short: string, text: string): Acronym | undefined => {
  const most = Math.min(short.length + 5, short.length * 2);
  const near = wordsOf(text).slice(-most).join(' ');
  const long = isShortForm(short) ? findLongForm(short, near) : undefined;
  return long !== undefined && isLongForm(long, short) ? { short, long } : undefined;
};

/** What stands before a place in the same sentence. */
const textBefore = (text: string, end: number): string => {
  // as many words as a long form may have, with room for long ones
  const before = text.slice(Math.max(0, end - 400), end);
  const last = [...before.matchAll(BREAK)].at(-1);
  return last === undefined ? before : before.slice(last.index + last[0].length);
};

/**
 * The acronyms that a text defines, in order, by the algorithm of Schwartz and Hearst, "A Simple Algorithm for
 * Identifying Abbreviation Definitions in Biomedical Text", Pacific Symposium on Biocomputing 8 (2003),
 * 451–462: `long form (SHORT)` and `SHORT (long form)`.
 * @example findAcronyms('Neural Architecture Search (NAS)') // [{ short: 'NAS', long: 'Neural Architecture Search' }]
 */
export const findAcronyms = (text: string): readonly Acronym[] =>
  [...text.matchAll(PARENTHESIS)].flatMap((match) => {
    const inside = (match[1] ?? '').trim();
    const before = textBefore(text, match.index).trim();
    const isInside = wordsOf(inside).length <= MAX_SHORT_WORDS && inside.length <= MAX_SHORT;
    const short = wordsOf(before).at(-1) ?? '';
    const found = isInside ? matchForms(inside, before) : matchForms(short, inside);
    return found ?? [];
  });
