/** A short form that a text defines, and what it stands for. */
export type Acronym = { readonly short: string; readonly long: string };

/** Short forms have at most this many characters and two words, says the paper. */
const MAX_SHORT = 10;
const MIN_SHORT = 2;
const MAX_SHORT_WORDS = 2;

const ALPHANUMERIC = /[\p{L}\p{N}]/u;
/** The first letter or digit of each word, and of each part of a word with hyphens. */
const WORD_START = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu;
/** What stands in parentheses, up to another one or to a sign that begins an explanation. */
const PARENTHESIS = /\(\s*([^()]{2,200}?)\s*(?=[();,:])/gu;
/** Where a sentence or a parenthesis before ends: no long form reaches back beyond it. */
const BREAK = /[.;:!?()]\s|[()]/gu;
/** As many words as a long form may have, with room for long ones. */
const MAX_BEFORE = 400;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

const isAlphanumeric = (char: string | undefined): boolean =>
  char !== undefined && ALPHANUMERIC.test(char);

/** The letters and digits of a short form, in lower case. */
const lettersOf = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}]/gu) ?? []).map((letter) => letter.toLowerCase());

/** Two to ten characters in one or two words, a letter or digit first, a letter somewhere, more than one capital. */
const isShortForm = (text: string): boolean =>
  text.length >= MIN_SHORT &&
  text.length <= MAX_SHORT &&
  wordsOf(text).length <= MAX_SHORT_WORDS &&
  isAlphanumeric(text[0]) &&
  // the paper asks for a letter; in prose of any field one capital alone is no acronym
  (text.match(/\p{Lu}/gu) ?? []).length > 1;

/** Whether the words that begin at some places begin with these letters, one each. */
const areInitials = (
  text: string,
  starts: readonly number[],
  letters: readonly string[],
): boolean =>
  starts.length === letters.length &&
  starts.every((start, at) => text[start]?.toLowerCase() === letters[at]);

const isAfterSpace = (text: string, at: number): boolean =>
  /^\s?$/.test(text.slice(Math.max(0, at - 1), at));

const startsOf = (text: string): readonly number[] =>
  [...text.matchAll(WORD_START)].map(({ index }) => index);

/** The last words of a text when they begin with the letters of a short form: `Proximal Policy Optimization (PPO)`. */
const findByInitials = (short: string, text: string): string | undefined => {
  const letters = lettersOf(short);
  const starts = startsOf(text).slice(-letters.length);
  const [start] = starts;
  if (start === undefined || !isAfterSpace(text, start)) return undefined;
  return areInitials(text, starts, letters) ? text.slice(start) : undefined;
};

/**
 * The shortest end of a text that spells a short form: its characters from right to left, the first one at
 * the beginning of a word.
 */
const findByLetters = (short: string, text: string): string | undefined => {
  let at = text.length - 1;
  for (let place = short.length - 1; place >= 0; place -= 1) {
    const char = (short[place] ?? '').toLowerCase();
    if (!isAlphanumeric(char)) continue;
    const fits = (): boolean =>
      text[at]?.toLowerCase() === char && (place > 0 || !isAlphanumeric(text[at - 1]));
    while (at >= 0 && !fits()) at -= 1;
    if (at < 0) return undefined;
    at -= 1;
  }
  // to the beginning of the word, hyphens included
  while (at >= 0 && !/\s/.test(text[at] ?? '')) at -= 1;
  return text.slice(at + 1);
};

/** Takes off what follows the words that the short form is the initials of: `computer vision models (CV)`. */
const cutAfterInitials = (long: string, short: string): string => {
  const letters = lettersOf(short);
  const starts = startsOf(long);
  const next = starts[letters.length];
  if (next === undefined || !isAfterSpace(long, next)) return long;
  return areInitials(long, starts.slice(0, letters.length), letters)
    ? long.slice(0, next).trimEnd()
    : long;
};

/** As many words as the long form of a short one may have. */
const maxWords = (short: string): number => {
  const letters = lettersOf(short).length;
  return Math.min(letters + 5, letters * 2);
};

/** Whether a long form is one: longer than the short form, without it, and of not too many words. */
const isLongForm = (long: string, short: string): boolean =>
  long.length > short.length &&
  !wordsOf(long).includes(short) &&
  long.split(/[\s-]+/).length <= maxWords(short);

const PLURAL = /(?<=\p{Lu})s$/u;

const matchForms = (short: string, text: string): Acronym | undefined => {
  if (!isShortForm(short)) return undefined;
  // a plural may stand for one or for many: `large language model (LLMs)`
  for (const form of new Set([short, short.replace(PLURAL, '')])) {
    const found = findByInitials(form, text) ?? findByLetters(form, text);
    const long = found === undefined ? undefined : cutAfterInitials(found, form);
    if (long !== undefined && isLongForm(long, form)) return { short, long };
  }
  return undefined;
};

/** What stands before a place in the same sentence. */
const textBefore = (text: string, end: number): string => {
  const before = text.slice(Math.max(0, end - MAX_BEFORE), end);
  const last = [...before.matchAll(BREAK)].at(-1);
  return before.slice(last === undefined ? 0 : last.index + last[0].length).trim();
};

/**
 * The acronyms that a text defines, in order, by the algorithm of Schwartz and Hearst, "A Simple Algorithm for
 * Identifying Abbreviation Definitions in Biomedical Text", Pacific Symposium on Biocomputing 8 (2003),
 * 451–462: `long form (SHORT)` and `SHORT (long form)`. Two things are added: words whose initials are the
 * short form win over a shorter end that spells it, and words that follow them are left out.
 * @example findAcronyms('Neural Architecture Search (NAS)') // [{ short: 'NAS', long: 'Neural Architecture Search' }]
 */
export const findAcronyms = (text: string): readonly Acronym[] =>
  [...text.matchAll(PARENTHESIS)].flatMap((match) => {
    const inside = match[1] ?? '';
    const before = textBefore(text, match.index);
    const isInside = wordsOf(inside).length <= MAX_SHORT_WORDS && inside.length <= MAX_SHORT;
    const short = wordsOf(before).at(-1) ?? '';
    const found = isInside ? matchForms(inside, before) : matchForms(short, inside);
    return found ?? [];
  });
