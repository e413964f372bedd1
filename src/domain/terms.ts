import { findAddresses } from './abstract-links.ts';
import { splitMath } from './math.ts';
import { stemWord } from './stem-word.ts';
import { STOP_WORDS } from './stop-words.ts';
import { CLOSING_STEMS, OPENING_STEMS, TALK_STEMS } from './talk-words.ts';

/** A word or phrase of a text. Equal keys mean the same term, however it is written. */
export type Term = {
  /** keys of its words, joined by spaces; an acronym's begins with `^` */
  readonly key: string;
  /** as the text writes it */
  readonly surface: string;
};

/** What a word can be: a term, only in front or at the end of a phrase, only next to a hyphen, or neither. */
type Role = 'term' | 'opening' | 'closing' | 'hyphen' | 'none';
type Form = { readonly key: string; readonly role: Role };
/** How a word stands to the one before: joined by a hyphen, by a space, or neither. */
type Gap = 'hyphen' | 'space' | 'apart';
type Word = Form & { readonly start: number; readonly end: number; readonly gap: Gap };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const HYPHEN = /^[-\u2010-\u2013]$/;
// a plural s does not belong to an acronym: LLMs is LLM
const TWO_CAPITALS = /^.*\p{Lu}.*\p{Lu}.*?(?=s?$)/u;
// assembly and family are none
const ADVERB = /(?:al|ous|ive|ent|ant|ic|ful|less|ar|ate|ed|ing|ert|ect|act|en|[ai]b)ly$/;
const PRAISE = /\b(?:state[- ]of[- ]the[- ]art|cutting[- ]edge|in[- ]depth|real[- ]world)\b/giu;

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '');

const roleOf = (word: string, stem: string): Role => {
  if (STOP_WORDS.has(word) || /^\p{N}(?!d$)/u.test(word)) return 'hyphen';
  if (TALK_STEMS.has(stem) || ADVERB.test(word)) return 'none';
  if (CLOSING_STEMS.has(stem)) return 'closing';
  return OPENING_STEMS.has(stem) || stem.length < 2 ? 'opening' : 'term';
};

const toForm = (raw: string, inCapitals: boolean): Form => {
  const acronym = inCapitals ? undefined : TWO_CAPITALS.exec(raw)?.[0];
  if (acronym !== undefined) return { key: `^${acronym.normalize('NFKC')}`, role: 'term' };
  const word = fold(raw);
  const key = stemWord(word);
  return { key, role: roleOf(word, key) };
};

// a collection repeats its words: forms are kept, up to a bound
const MAX_FORMS = 200_000;
const forms = new Map<string, Form>();

const formOf = (raw: string, inCapitals: boolean): Form => {
  if (inCapitals) return toForm(raw, true);
  const known = forms.get(raw);
  if (known !== undefined) return known;
  const form = toForm(raw, false);
  if (forms.size >= MAX_FORMS) forms.clear();
  forms.set(raw, form);
  return form;
};

const gapOf = (between: string): Gap =>
  between === ' ' ? 'space' : HYPHEN.test(between) ? 'hyphen' : 'apart';

/** A text in capitals alone, its articles and prepositions too, has no acronyms. */
const isInCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && [...text.matchAll(WORD)].some(([word]) => STOP_WORDS.has(fold(word)));

const readWords = (text: string): readonly Word[] => {
  const inCapitals = isInCapitals(text);
  let last = 0;
  return [...text.matchAll(WORD)].map(({ 0: raw, index: start }) => {
    const gap = start === 0 ? 'apart' : gapOf(text.slice(last, start));
    last = start + raw.length;
    return { ...formOf(raw, inCapitals), start, end: last, gap };
  });
};

/** A compound of two parts may have a stop word or a number in it: `on-device`, `8-bit`. */
const isCompound = (phrase: readonly Word[]): boolean =>
  phrase.length === 2 && phrase[1]?.gap === 'hyphen' && phrase.every(({ role }) => role !== 'none');

/** Words in a row that say something, or two around an `of`. */
const isNamed = (phrase: readonly Word[]): boolean =>
  phrase.at(-1)?.role !== 'opening' &&
  phrase.every(
    ({ role, key }, at) =>
      (role !== 'hyphen' && role !== 'none') || (phrase.length === 3 && at === 1 && key === 'of'),
  );

/** Whether words stand together and one of them at least is a term. No compound is cut. */
const isPhrase = (phrase: readonly Word[], after: Word | undefined): boolean =>
  phrase[0]?.gap !== 'hyphen' &&
  after?.gap !== 'hyphen' &&
  phrase.slice(1).every(({ gap }) => gap !== 'apart') &&
  phrase.some(({ role }) => role === 'term') &&
  (isCompound(phrase) || isNamed(phrase));

/** What a text says in words: mathematics, addresses and praise left out. */
const wordsOnly = (text: string): string => {
  const prose = splitMath(text)
    .map((part) => (part.type === 'text' ? part.source : ' | '))
    .join('');
  const without = findAddresses(prose).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}|${rest.slice(end)}`,
    prose,
  );
  return without.replace(PRAISE, '|');
};

const LONGEST = 4;

/** The phrases that begin with a word. */
const phrasesAt = (words: readonly Word[], at: number): readonly (readonly Word[])[] => {
  const phrases: (readonly Word[])[] = [];
  for (let length = 2; length <= LONGEST && at + length <= words.length; length += 1) {
    const phrase = words.slice(at, at + length);
    if (isPhrase(phrase, words[at + length])) phrases.push(phrase);
  }
  return phrases;
};

/**
 * The words that say what a text is about, and the phrases that they form, in their order.
 * Endings and case make no difference, but a word with two capitals or more counts as written.
 * @example findTerms('KV caches on GPUs').map(({ key }) => key) // ['^KV', '^KV cach', 'cach', '^GPU']
 */
export const findTerms = (raw: string): readonly Term[] => {
  const text = wordsOnly(raw);
  const words = readWords(text);
  const toTerm = (phrase: readonly Word[]): Term => ({
    key: phrase.map(({ key }) => key).join(' '),
    surface: text.slice(phrase[0]?.start, phrase.at(-1)?.end),
  });
  return words.flatMap((word, at) => [
    ...(word.role === 'term' ? [toTerm([word])] : []),
    ...phrasesAt(words, at).map(toTerm),
  ]);
};

/** Whether a term is among the words of another. */
export const isWithin = (inner: string, outer: string): boolean =>
  ` ${outer} `.includes(` ${inner} `);

/** Whether a term is a phrase, a compound or an acronym: plain words mean many things. */
export const isSpecial = (key: string, label: string): boolean =>
  /[ ^]/.test(key) || label.includes('-');

/** The key that a phrase would have as a term, whatever its words. */
export const keyOfPhrase = (phrase: string): string =>
  readWords(phrase)
    .map(({ key }) => key)
    .join(' ');
