import { stemmer } from 'stemmer';
import { unifySpelling } from './spelling.ts';
import { STOP_WORDS } from '../domain/stop-words.ts';

/** How a piece stands to the one before: joined by a hyphen and such, by white space alone, or neither. */
export type Gap = 'glued' | 'space' | 'apart';

/** A word as the search sees it, wherever it stands. */
export type Form = {
  /** folded: no case, no accents, one spelling */
  readonly word: string;
  /** what the index holds for it: its stem */
  readonly term: string;
  readonly isStop: boolean;
  /** written in capitals, like an acronym */
  readonly isCapital: boolean;
};

/** A word of a text, or one part of a word with hyphens: `text.slice(start, end)`. */
export type Piece = {
  readonly form: Form;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
};

// 2.77x, 1,000 and 3.5×; words, with apostrophes and the invisible marks that may stand in them; c++ and c#
const WORD =
  /\p{N}+(?:[.,]\p{N}+)+[\p{L}\p{M}×]*|[\p{L}\p{N}][\p{L}\p{N}\p{M}×\u00ad\u200b-\u200d\u2060]*(?:['’]\p{L}+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const GLUE = '-‐‑‒–−_.';
const SPACE = /^\s+$/;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u;
const PLAIN = /^[a-z0-9]+$/;
// marks, and the space on which Unicode sets those of some compatibility forms
const INVISIBLE = /[\p{M}\s\u00ad\u200b-\u200d\u2060]+/gu;
const POSSESSIVE = /['’]s$/;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

/** Letters that no decomposition of Unicode takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  '×': 'x',
};

const foldLetters = (lower: string): string =>
  lower
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(POSSESSIVE, '')
    .replace(/['’]/g, '')
    .replace(THOUSANDS, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter);

/** @example foldWord('Naïve') // 'naive' @example foldWord('ＧＰＵ') // 'gpu' */
const foldWord = (raw: string): string => {
  // lower case twice: some letters have capitals among their compatibility forms
  const lower = raw.toLowerCase();
  return unifySpelling(PLAIN.test(lower) ? lower : foldLetters(lower).toLowerCase());
};

const toForm = (raw: string): Form => {
  const word = foldWord(raw);
  return {
    word,
    term: stemmer(word),
    isStop: STOP_WORDS.has(word),
    isCapital: CAPITALS.test(raw),
  };
};

// a collection repeats its words, and stemming is the dearest step: forms are kept, up to a bound
const MAX_FORMS = 200_000;
const LONGEST_KEPT = 40;
const forms = new Map<string, Form>();

const formOf = (raw: string): Form => {
  const known = forms.get(raw);
  if (known !== undefined) return known;
  const form = toForm(raw);
  if (forms.size >= MAX_FORMS) forms.clear();
  if (raw.length <= LONGEST_KEPT) forms.set(raw, form);
  return form;
};

/** The stem under which the index holds a folded word. */
export const termOf = (word: string): string => formOf(word).term;

const gapOf = (between: string): Gap => {
  if (between === ' ') return 'space';
  if (between.length === 1 && GLUE.includes(between)) return 'glued';
  return SPACE.test(between) ? 'space' : 'apart';
};

/**
 * Takes a text apart. The same pieces come out for build, shell and browser.
 * @example analyze('On-device Naïve').map(({ form }) => form.term) // ['on', 'devic', 'naiv']
 */
export const analyze = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let last = -1;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const form = formOf(match[0]);
    const gap = last < 0 ? 'apart' : gapOf(text.slice(last, start));
    if (form.word !== '') pieces.push({ form, start, end, gap });
    last = end;
  }
  return pieces;
};

/** The words of a text in one string, spaces and hyphens gone: equal for titles that read alike. */
export const foldText = (text: string): string =>
  analyze(text)
    .map(({ form }) => form.word)
    .join('');
