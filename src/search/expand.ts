import { analyze, termOf, type Form, type Piece } from './analyze.ts';
import { findRuns, findSplit } from './compounds.ts';
import type { Engine } from './engine.ts';
import { completionsOf, countOf, nearCompletions, nearWords, type Near } from './lexicon.ts';
import type { Query } from './query.ts';

/** One thing to look for: any of its terms will do, each as good as its weight says. */
export type Unit = {
  readonly weight: number;
  /** index terms with weights from 0 to 1, the term typed first */
  readonly terms: ReadonlyMap<string, number>;
};

/** What a query asks of the index. */
export type Plan = {
  readonly units: readonly Unit[];
  /** for each word typed that counts, the terms of which a paper must hold one to have that word */
  readonly needs: readonly ReadonlySet<string>[];
  /** whether near spellings stand in for a word that the collection does not know */
  readonly isLoosened: boolean;
};

/** A part of a compound says less than the whole. */
const PART_WEIGHT = 0.5;
/** A longer word, beside the word typed, or instead of one that is unknown. */
const COMPLETION_WEIGHT = 0.25;
const ONLY_COMPLETION_WEIGHT = 0.8;
const MAX_COMPLETIONS = 40;
/** A word one letter away; two letters away counts half of that. */
const NEAR_WEIGHT = 0.7;
const MAX_NEAR = 6;
/** Unknown words for which near spellings are looked up: enough for a title, no burden for a pasted page. */
const MAX_REPAIRS = 12;

/** Letters that may be wrong: none in short words, numbers and acronyms, where each letter counts. */
export const allowedEdits = ({ word, isCapital }: Form): number => {
  if (isCapital || word.length <= 3 || !/^\p{L}+$/u.test(word)) return 0;
  return word.length <= 7 ? 1 : 2;
};

const single = (term: string): ReadonlyMap<string, number> => new Map([[term, 1]]);

/** The terms of several words, each with the weight of its best word. */
const termsOfNear = (
  words: readonly Near[],
  weightOf: (near: Near) => number,
): Map<string, number> => {
  const terms = new Map<string, number>();
  for (const near of words) {
    const term = termOf(near.word);
    terms.set(term, Math.max(terms.get(term) ?? 0, weightOf(near)));
  }
  return terms;
};

const nearTerms = (words: readonly Near[]): Map<string, number> =>
  termsOfNear(words, ({ distance }) => NEAR_WEIGHT / Math.max(1, distance));

/** An unknown word read as two known ones: `ondevice` where the collection says `on device`. */
const readAsTwo = (engine: Engine, word: string): readonly string[] => {
  const isPart = (part: string) => part.length > 1 && countOf(engine.lexicon, part) > 0;
  const isStopPart = (part: string) => analyze(part)[0]?.form.isStop === true;
  for (let at = word.length - 2; at >= 2; at -= 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (isPart(head) && isPart(tail)) return [head, tail];
    if (tail.length > 3 && isStopPart(head) && isPart(tail)) return [tail];
  }
  return [];
};

const repair = (engine: Engine, form: Form, isUnfinished: boolean): ReadonlyMap<string, number> => {
  const edits = allowedEdits(form);
  if (edits === 0) return new Map();
  const near = nearWords(engine.lexicon, form.word, edits, MAX_NEAR);
  if (near.length > 0 || !isUnfinished || form.word.length < 5) return nearTerms(near);
  return nearTerms(nearCompletions(engine.lexicon, form.word, 1, MAX_NEAR));
};

const complete = (engine: Engine, { word, term }: Form): ReadonlyMap<string, number> => {
  const isKnown = engine.postings.of(term) !== undefined;
  const weight = isKnown ? COMPLETION_WEIGHT : ONLY_COMPLETION_WEIGHT;
  const longer = completionsOf(engine.lexicon, word, MAX_COMPLETIONS);
  const terms = termsOfNear(longer, () => weight);
  return isKnown ? new Map([...terms, [term, 1]]) : terms;
};

/** Compounds of the query: those that the collection writes in parts, and those that it writes as one word. */
const findTypedRuns = (engine: Engine, words: readonly Piece[]) => {
  const runs = findRuns(words, engine.splits).map(({ word, from, to, split }) => ({
    word,
    from,
    to,
    // who searches for `data set` where all say `dataset` gains nothing from every `data` and every `set`
    keepsParts: split.count >= countOf(engine.lexicon, word),
  }));
  for (let from = 0; from + 1 < words.length; from += 1) {
    const [first, second] = words.slice(from, from + 2);
    if (first === undefined || second === undefined || second.gap === 'apart') continue;
    const word = first.form.word + second.form.word;
    const isOpen = second.gap === 'space' && (first.form.isStop || second.form.isStop);
    if (!isOpen && countOf(engine.lexicon, word) > 0 && !runs.some((run) => run.word === word))
      runs.push({ word, from, to: from + 2, keepsParts: false });
  }
  return runs;
};

/** Decides what to look for: the words typed, the compounds they form, and what stands in for unknown words. */
export const planQuery = (engine: Engine, query: Query): Plan => {
  const { words, isUnfinished } = query;
  const units = new Map<string, Unit>();
  const needs: ReadonlySet<string>[] = [];
  let isLoosened = false;
  let repairs = 0;
  const runs = findTypedRuns(engine, words);
  const add = (terms: ReadonlyMap<string, number>, weight: number) => {
    const key = [...terms.keys()].join(' ');
    if (terms.size > 0 && (units.get(key)?.weight ?? 0) < weight) units.set(key, { weight, terms });
  };
  for (const { word } of runs) add(single(termOf(word)), 1);
  words.forEach(({ form }, at) => {
    if (form.isStop) return;
    const inRuns = runs.filter(({ from, to }) => from <= at && at < to);
    const isLast = isUnfinished && at === words.length - 1;
    const closed = findSplit(form.word, engine.splits);
    let terms: ReadonlyMap<string, number> = isLast
      ? complete(engine, form)
      : engine.postings.of(form.term) === undefined
        ? new Map()
        : single(form.term);
    if (terms.size === 0 && inRuns.length === 0) {
      const parts = readAsTwo(engine, form.word);
      for (const part of parts) add(single(termOf(part)), 1);
      if (parts.length > 0) {
        needs.push(...parts.map((part) => new Set([termOf(part)])));
        return;
      }
      isLoosened = true;
      if (repairs++ < MAX_REPAIRS) terms = repair(engine, form, isLast);
    }
    const keeps = inRuns.every(({ keepsParts }) => keepsParts);
    if (inRuns.length === 0 || keeps) add(terms, inRuns.length === 0 ? 1 : PART_WEIGHT);
    if (closed !== undefined && closed.split.count >= countOf(engine.lexicon, form.word))
      for (const part of closed.parts)
        if (analyze(part)[0]?.form.isStop === false) add(single(termOf(part)), PART_WEIGHT);
    needs.push(new Set([...terms.keys(), ...inRuns.map(({ word }) => termOf(word))]));
  });
  return { units: [...units.values()], needs, isLoosened };
};
