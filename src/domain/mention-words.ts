import { splitMath } from './math-parts.ts';
import { stemWord } from './stem-word.ts';

/** A word of a text or of a name, in the forms by which names are found. */
export type MentionWord = {
  /** `text.slice(start, end)` */
  readonly start: number;
  readonly end: number;
  /** what stands before it: one for white space and hyphens, as it is for other signs, undefined for a gap */
  readonly gap: string | undefined;
  readonly forms: WordForms;
  /** the same of the word and the next one in one, when a hyphen joins them: `fine-tuning` is `finetuning` */
  readonly joined: WordForms | undefined;
};

export type WordForms = {
  /** no case, no accents */
  readonly folded: string;
  /** the same, stemmed */
  readonly stem: string;
  /** as it is written, without a plural s, when it has a capital */
  readonly written: string | undefined;
  /** what a name may ask of the word: see `exactKey`, `stemKey` and `writtenKey` */
  readonly keys: readonly string[];
};

/** Keys by which a name asks for a word: as it stands or its plural, in any inflection, in these very letters. */
export const exactKey = ({ folded }: WordForms): string => `=${folded}`;
export const stemKey = ({ stem }: WordForms): string => `~${stem}`;
export const writtenKey = (written: string): string => `^${written}`;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const HYPHEN = /^[\u2010-\u2013-]$/;
const SPACE = /^[ \u00a0]$/;
const PLURALS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/(?<=[^s].)ies$/, 'y'],
  [/(?<=x|sh|ss)es$/, ''],
  [/(?<=..[^siu])s$/, ''],
];
const WRITTEN_PLURAL = /(?<=\p{Lu}.*\p{Lu}|\p{Lu}\p{N}*)s$/u;

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const toForms = (word: string): WordForms => {
  const folded = fold(word);
  const singular = PLURALS.reduce(
    (text, [ending, instead]) => text.replace(ending, instead),
    folded,
  );
  const written = /\p{Lu}/u.test(word)
    ? word.normalize('NFC').replace(WRITTEN_PLURAL, '')
    : undefined;
  const stem = stemWord(folded);
  const keys = new Set([`=${folded}`, `=${singular}`, `~${stem}`]);
  if (written !== undefined) {
    keys.add(writtenKey(written));
    keys.add(writtenKey(written.replace(/(?<=\p{Ll}{3})s$/u, '')));
  }
  return { folded, stem, written, keys: [...keys] };
};

const gapOf = (between: string): string | undefined => {
  if (HYPHEN.test(between) || SPACE.test(between)) return ' ';
  return /^\S?$/u.test(between) ? between : undefined;
};

/** Reads words, each form once: texts repeat their words. */
export class WordReader {
  readonly #known = new Map<string, WordForms>();

  formsOf(word: string): WordForms {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const forms = toForms(word);
    this.#known.set(word, forms);
    return forms;
  }

  read(text: string): readonly MentionWord[] {
    const found = [...text.matchAll(WORD)];
    return found.map(({ 0: word, index: start }, at) => {
      const end = start + word.length;
      const before = found[at - 1];
      const after = found[at + 1];
      const isJoined = after !== undefined && HYPHEN.test(text.slice(end, after.index));
      return {
        start,
        end,
        gap: before && gapOf(text.slice(before.index + before[0].length, start)),
        forms: this.formsOf(word),
        joined: isJoined ? this.formsOf(fold(word + after[0])) : undefined,
      };
    });
  }
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+/gu;

/** A text with mathematics and web addresses covered up, so that no name is found in them; as long as before. */
export const coverSymbols = (text: string): string =>
  splitMath(text)
    .map(({ type, source }) => (type === 'math' ? '\0'.repeat(source.length) : source))
    .join('')
    .replace(ADDRESS, (address) => '\0'.repeat(address.length));
