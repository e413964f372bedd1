import { hashText } from './hash-text.ts';

/** A sentence as a span of its text: `text.slice(start, end)`, white space around it left out. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string };

/** A sentence that can be linked to: `s3-1f9c`, its number in the abstract and a hash of its words. */
export type AnchoredSentence = Sentence & { readonly anchor: string };

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATIONS = new Set(
  (
    'e.g i.e cf vs al fig figs eq eqs sec secs ref refs dr prof mr mrs ms st approx resp ' +
    'ca dept univ proc conf tab thm def prop lem app a.k.a w.r.t i.i.d s.t'
  ).split(' '),
);
/** Words that do so only before a number: `No. 5`, but `They say no.` */
const BEFORE_NUMBERS = new Set('no nos vol vols p pp ch chs'.split(' '));

// looks at a run of end marks from its beginning only, else a long one would take the square of its length;
// a full stop, then what may close a sentence, then space; or an end mark of scripts that use no space
const BOUNDARY = /(?<![.!?…])[.!?…]+["'”’»)\]]*(\s+)|[。！？]+["'”’»」』）]*(\s*)|[؟۔।]+(\s+)/gu;
const STARTS_LOWER = /^["'“‘«([]*\p{Ll}/u;
const LAST_WORD = /(\S+)$/u;

/** `Smith, J. Doe`: one capital before the full stop is an initial, unless it ends a longer run of text. */
const isInitial = (word: string): boolean => /^\p{Lu}$/u.test(word);

const endsSentence = (before: string, mark: string, after: string): boolean => {
  if (after === '') return true;
  if (!mark.startsWith('.') || mark.startsWith('..')) return !STARTS_LOWER.test(after);
  const word = (LAST_WORD.exec(before)?.[1] ?? '').replace(/^["'“‘«([]+/u, '');
  if (ABBREVIATIONS.has(word.toLowerCase()) || isInitial(word)) return false;
  if (BEFORE_NUMBERS.has(word.toLowerCase()) && /^\d/.test(after)) return false;
  return !STARTS_LOWER.test(after);
};

/**
 * Splits one paragraph into sentences. The same text gives the same sentences everywhere: no locale data,
 * so build and browser agree.
 * @example splitSentences('It is fast, e.g. 2.5x. See Fig. 3.').map(({ text }) => text)
 * // ['It is fast, e.g. 2.5x.', 'See Fig. 3.']
 */
export const splitSentences = (paragraph: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let start = paragraph.search(/\S/);
  if (start < 0) return [];
  const push = (end: number) => sentences.push({ start, end, text: paragraph.slice(start, end) });
  for (const match of paragraph.matchAll(BOUNDARY)) {
    const space = match[1] ?? match[2] ?? match[3] ?? '';
    const next = match.index + match[0].length;
    const after = paragraph.slice(next, next + 8);
    if (
      !endsSentence(
        paragraph.slice(Math.max(start, match.index - 20), match.index),
        match[0],
        after,
      )
    )
      continue;
    push(next - space.length);
    start = next;
  }
  const end = paragraph.trimEnd().length;
  if (start < end) push(end);
  return sentences;
};

/** A hash folded to 16 bits: four hex digits that tell sentences of one abstract apart. */
export const shortHash = (text: string): string => {
  const hash = hashText(text);
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16).padStart(4, '0');
};

/** The address of a sentence within its page: survives moving (the hash) and rewording (the number). */
export const sentenceAnchor = (index: number, sentence: string): string =>
  `s${index + 1}-${shortHash(sentence.normalize('NFC').replace(/\s+/g, ' ').trim())}`;

/** The sentences of all paragraphs, paragraph by paragraph, numbered through. */
export const anchorSentences = (
  paragraphs: readonly string[],
): readonly (readonly AnchoredSentence[])[] => {
  let index = 0;
  return paragraphs.map((paragraph) =>
    splitSentences(paragraph).map((sentence) => ({
      ...sentence,
      anchor: sentenceAnchor(index++, sentence.text),
    })),
  );
};
