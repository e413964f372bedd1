import { splitSentences } from '../../src/domain/sentences.ts';
import { drawBelow, seedChance, shuffle, type Chance } from './search-chance.ts';
import type { Judged } from './search-collection.ts';
import type { Doc } from './peers/engine.ts';

/** Ways in which somebody asks for a paper that he has seen. */
export const KNOWN_ITEM_KINDS = ['title', 'sentence', 'typo', 'unfinished'] as const;
export type KnownItemKind = (typeof KNOWN_ITEM_KINDS)[number];

export const DESCRIPTIONS: Readonly<Record<KnownItemKind, string>> = {
  title: 'words of the title in any order, up to half of them missing',
  sentence: 'a sentence of the abstract, a third of its words missing',
  typo: 'the title with one wrong letter in one long word',
  unfinished: 'the beginning of the title, its last word unfinished',
};

const FEWEST_WORDS = 3;
const FEWEST_IN_SENTENCE = 8;
const SHARE_KEPT = 2 / 3;
/** Shorter words become other words by one letter. */
const LONG_WORD = 6;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const splitWords = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

const drawOne = <T>(chance: Chance, items: readonly T[]): T | undefined =>
  items[drawBelow(chance, items.length)];

/** Some of the items, in their order. */
const drawSome = <T>(chance: Chance, items: readonly T[], count: number): readonly T[] => {
  const places = shuffle(chance, [...items.keys()]).slice(0, count);
  return items.filter((_, place) => places.includes(place));
};

const askTitle = (chance: Chance, { title }: Doc): string | undefined => {
  const words = splitWords(title);
  if (words.length < FEWEST_WORDS) return undefined;
  const fewest = Math.max(FEWEST_WORDS, Math.ceil(words.length / 2));
  const count = fewest + drawBelow(chance, words.length - fewest + 1);
  return shuffle(chance, words).slice(0, count).join(' ');
};

const askSentence = (chance: Chance, { abstract }: Doc): string | undefined => {
  const sentences = splitSentences(abstract).map(({ text }) => splitWords(text));
  const words = drawOne(
    chance,
    sentences.filter(({ length }) => length >= FEWEST_IN_SENTENCE),
  );
  return words && drawSome(chance, words, Math.ceil(words.length * SHARE_KEPT)).join(' ');
};

/** A letter left out, doubled by another, replaced, or exchanged with the next; never the first one. */
export const misspell = (chance: Chance, word: string): string => {
  const letters = [...word];
  const at = 1 + drawBelow(chance, letters.length - 2);
  const [here = '', next = ''] = letters.slice(at, at + 2);
  const other = drawOne(
    chance,
    [...LETTERS].filter((letter) => letter !== here.toLowerCase()),
  );
  const ways = [[next], [here, other, next], [other, next], here === next ? [next] : [next, here]];
  return [...letters.slice(0, at), ...(drawOne(chance, ways) ?? []), ...letters.slice(at + 2)].join(
    '',
  );
};

const askTypo = (chance: Chance, { title }: Doc): string | undefined => {
  const words = splitWords(title);
  const long = [...words.keys()].filter((at) => /^\p{L}{6,}$/u.test(words[at] ?? ''));
  const at = drawOne(chance, long);
  if (at === undefined || words.length < FEWEST_WORDS) return undefined;
  return words.with(at, misspell(chance, words[at] ?? '')).join(' ');
};

const askUnfinished = (chance: Chance, { title }: Doc): string | undefined => {
  const words = splitWords(title);
  const ends = [...words.keys()].filter(
    (at) => at + 1 >= FEWEST_WORDS && (words[at] ?? '').length >= LONG_WORD,
  );
  const end = drawOne(chance, ends);
  if (end === undefined) return undefined;
  const last = words[end] ?? '';
  const cut = last.slice(0, FEWEST_WORDS + drawBelow(chance, last.length - FEWEST_WORDS));
  return [...words.slice(0, end), cut].join(' ');
};

const ASK: Readonly<Record<KnownItemKind, (chance: Chance, doc: Doc) => string | undefined>> = {
  title: askTitle,
  sentence: askSentence,
  typo: askTypo,
  unfinished: askUnfinished,
};

const byTitle = ({ title }: Doc): string => splitWords(title).join(' ').toLowerCase();

/**
 * Makes questions that one paper answers, at most `sample` of each kind: the same for the same papers. Papers
 * whose title another one has are left out, for which of them is meant nobody can tell.
 */
export const makeKnownItems = (
  docs: readonly Doc[],
  kind: KnownItemKind,
  sample: number,
): readonly Judged[] => {
  const chance = seedChance(1 + KNOWN_ITEM_KINDS.indexOf(kind));
  const groups = Map.groupBy(docs, byTitle);
  const unique = docs.filter((doc) => groups.get(byTitle(doc))?.length === 1);
  const questions: Judged[] = [];
  for (const doc of shuffle(chance, unique)) {
    if (questions.length === sample) break;
    const text = ASK[kind](chance, doc);
    if (text !== undefined) questions.push({ id: doc.id, text, relevant: new Set([doc.id]) });
  }
  return questions;
};
