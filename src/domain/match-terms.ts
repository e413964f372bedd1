import { stemWord } from './stem-word.ts';

/** A word of a text or a term, in the forms that can match. */
type Word = Forms & {
  /** one word with the word after the hyphen: `multi-modal` is `multimodal` too */
  readonly joined: string | undefined;
};
type Forms = {
  /** folded and stemmed */
  readonly stem: string;
  /** as it is written, when that has two capitals or more: `RAG` is no rag */
  readonly asWritten: string | undefined;
};

/** One of the parts that a term joins; `group` is the topic to which the term belongs. */
type Part = { readonly group: number; readonly term: number; readonly part: number };
type Hit = Part & { readonly start: number; readonly end: number };
/** A tree of words: a path from its root is a phrase, and ends where the phrase does. */
type Node = { readonly next: Map<string, Node>; readonly ends: Part[] };

const WORD = /[\p{L}\p{N}]+/gu;
const HYPHEN = /^[-\u2010-\u2013]$/;
// a plural s does not belong to it: LLMs is LLM
const TWO_CAPITALS = /^.*\p{Lu}.*\p{Lu}.*?(?=s?$)/u;

const foldWord = (word: string): Forms => {
  const asWritten = TWO_CAPITALS.exec(word)?.[0];
  return {
    stem: stemWord(
      word
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase(),
    ),
    // the mark keeps it apart from stems
    asWritten: asWritten && `^${asWritten}`,
  };
};

/** Folds a word once for all its places: texts repeat their words. */
const foldOnce = (): typeof foldWord => {
  const known = new Map<string, Forms>();
  return (word) => {
    const seen = known.get(word);
    if (seen !== undefined) return seen;
    const forms = foldWord(word);
    known.set(word, forms);
    return forms;
  };
};

const readWords = (text: string, fold: typeof foldWord): readonly Word[] => {
  const found = [...text.matchAll(WORD)];
  return found.map(({ 0: word, index }, at) => {
    const after = found[at + 1];
    const hyphened =
      after !== undefined && HYPHEN.test(text.slice(index + word.length, after.index));
    const { stem, asWritten } = fold(word);
    return { stem, asWritten, joined: hyphened ? fold(word + after[0]).stem : undefined };
  });
};

/** The ways to read the words of a term: a hyphen makes two words or one. */
const readingsOf = (words: readonly Word[]): readonly (readonly string[])[] => {
  const [first, ...rest] = words;
  if (first === undefined) return [[]];
  const apart = readingsOf(rest).map((tail) => [first.asWritten ?? first.stem, ...tail]);
  const { joined } = first;
  if (joined === undefined) return apart;
  return [...apart, ...readingsOf(rest.slice(1)).map((tail) => [joined, ...tail])];
};

const newNode = (): Node => ({ next: new Map(), ends: [] });

const addPhrase = (root: Node, phrase: readonly string[], part: Part): void => {
  let node = root;
  for (const key of phrase) {
    const next = node.next.get(key) ?? newNode();
    node.next.set(key, next);
    node = next;
  }
  // a term without any word would match everywhere
  if (node !== root) node.ends.push(part);
};

/** Walks all phrases that begin at `start` and go on at `at`. */
const follow = (
  node: Node,
  words: readonly Word[],
  start: number,
  hits: Hit[],
  at = start,
): void => {
  for (const part of node.ends) hits.push({ ...part, start, end: at });
  const word = words[at];
  if (word === undefined || node.next.size === 0) return;
  const step = (key: string | undefined, length: number): void => {
    const next = key === undefined ? undefined : node.next.get(key);
    if (next !== undefined) follow(next, words, start, hits, at + length);
  };
  step(word.stem, 1);
  step(word.asWritten, 1);
  step(word.joined, 2);
};

const isWithin = (inner: Hit, outer: Hit): boolean =>
  inner.start >= outer.start &&
  inner.end <= outer.end &&
  inner.end - inner.start < outer.end - outer.start;

const isSame = (a: Hit, b: Hit): boolean =>
  a.term === b.term && a.part === b.part && a.start === b.start && a.end === b.end;

/** Leaves the longest hits of each group, each once. */
const longestOf = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter(
    (hit, at) =>
      !hits.some(
        (other, i) =>
          other.group === hit.group && (isWithin(hit, other) || (i < at && isSame(hit, other))),
      ),
  );

/** How often a term stands in a sentence: as often as its rarest part. */
export type Found = { readonly term: number; readonly count: number };

const countTerms = (hits: readonly Hit[], partsOf: readonly number[]): readonly Found[] => {
  const counts = new Map<number, number[]>();
  for (const { term, part } of hits) {
    const ofParts = counts.get(term) ?? Array<number>(partsOf[term] ?? 1).fill(0);
    ofParts[part] = (ofParts[part] ?? 0) + 1;
    counts.set(term, ofParts);
  }
  return [...counts]
    .map(([term, ofParts]) => ({ term, count: Math.min(...ofParts) }))
    .filter(({ count }) => count > 0);
};

const PARTS = ' + ';
const ALTERNATIVES = ' | ';

/**
 * Compiles terms, numbered through all groups, and gives a function that finds them in a sentence in one
 * pass over its words.
 *
 * A term is words as they stand in a text. ` | ` separates words for the same thing, ` + ` joins parts that
 * must stand in one sentence, in any order: `LLM | language model + serving` wants one of the first two and
 * the third. Case, accents, hyphens and endings do not matter, but a word with two capitals or more matches
 * only as written. Inside a group a longer phrase silences the shorter ones that it contains.
 */
export const compileTerms = (
  groups: readonly (readonly string[])[],
): ((sentence: string) => readonly Found[]) => {
  const root = newNode();
  const fold = foldOnce();
  const partsOf: number[] = [];
  for (const [group, terms] of groups.entries())
    for (const parts of terms.map((term) => term.split(PARTS))) {
      const term = partsOf.push(parts.length) - 1;
      for (const [part, words] of parts.entries())
        for (const phrase of words.split(ALTERNATIVES))
          for (const reading of readingsOf(readWords(phrase, fold)))
            addPhrase(root, reading, { group, term, part });
    }
  return (sentence) => {
    const words = readWords(sentence, fold);
    const hits: Hit[] = [];
    for (const start of words.keys()) follow(root, words, start, hits);
    return countTerms(longestOf(hits), partsOf);
  };
};
