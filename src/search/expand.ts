import { analyze, termOf, type Form, type Piece } from './analyze.ts';
import { capitalTermOf } from './capitals.ts';
import { findRuns, findSplit } from './compounds.ts';
import type { Engine } from './engine.ts';
import { completionsOf, countOf, nearCompletions, nearWords, type Near } from './lexicon.ts';
import type { Needs } from './needs.ts';
import type { Query } from './query.ts';
import type { Terms, Unit } from './score.ts';

/** What a query asks of the index. */
export type Plan = {
  readonly units: readonly Unit[];
  readonly needs: Needs;
  /** whether near spellings stand in for a word that the collection does not know, or nothing does */
  readonly isLoosened: boolean;
};

/** A part of a compound says less than the whole. */
const PART_WEIGHT = 0.5;
/** A word of a name says less than the name, where its meaning is looked for instead of its words. */
const UNDERSTOOD_WEIGHT = 0.3;
/** A word in lower case says this much of one that was typed in capitals. */
const OTHER_CASE_WEIGHT = 0.3;
/** A longer word, beside the word typed, or instead of one that is unknown. */
const COMPLETION_WEIGHT = 0.25;
const ONLY_COMPLETION_WEIGHT = 0.8;
const MAX_COMPLETIONS = 40;
/** A word one letter away; two letters away counts half of that. */
const NEAR_WEIGHT = 0.7;
const MAX_NEAR = 6;
/** Shortest unfinished word that may be misspelt already. */
const LEAST_UNFINISHED = 5;
/** Unknown words for which near spellings are looked up: enough for a title, no burden for a pasted page. */
const MAX_REPAIRS = 12;

const NOTHING: Terms = new Map();

const only = (term: string): Terms => new Map([[term, 1]]);

/** Letters that may be wrong: none in short words, numbers and acronyms, where each letter counts. */
export const allowedEdits = ({ word, isCapital }: Form): number => {
  if (isCapital || word.length <= 3 || !/^\p{L}+$/u.test(word)) return 0;
  return word.length <= 7 ? 1 : 2;
};

const isKnown = ({ postings }: Engine, term: string): boolean => postings.numberOf.has(term);

const isStopWord = (word: string): boolean => analyze(word)[0]?.form.isStop === true;

/** The terms of several words, each as good as the best of its words. */
const termsOf = (words: readonly Near[], weightOf: (near: Near) => number): Terms => {
  const terms = new Map<string, number>();
  for (const near of words) {
    const term = termOf(near.word);
    terms.set(term, Math.max(terms.get(term) ?? 0, weightOf(near)));
  }
  return terms;
};

const nearTerms = (words: readonly Near[]): Terms =>
  termsOf(words, ({ distance }) => NEAR_WEIGHT / Math.max(1, distance));

/** What may be meant by a word that the collection does not know. */
const repair = ({ lexicon }: Engine, form: Form, isUnfinished: boolean): Terms => {
  const edits = allowedEdits(form);
  if (edits === 0) return NOTHING;
  const near = nearWords(lexicon, form.word, edits, MAX_NEAR);
  if (near.length > 0 || !isUnfinished || form.word.length < LEAST_UNFINISHED)
    return nearTerms(near);
  return nearTerms(nearCompletions(lexicon, form.word, 1, MAX_NEAR));
};

/** The word as it stands and, when it may go on, as it may go on. */
const lookUp = (engine: Engine, { word, term }: Form, isUnfinished: boolean): Terms => {
  const own = isKnown(engine, term) ? only(term) : NOTHING;
  if (!isUnfinished) return own;
  const weight = own.size > 0 ? COMPLETION_WEIGHT : ONLY_COMPLETION_WEIGHT;
  const longer = completionsOf(engine.lexicon, word, MAX_COMPLETIONS);
  return new Map([...termsOf(longer, () => weight), ...own]);
};

/** Whether a word was typed in capitals that some papers write so, and others not. */
const isOtherInCapitals = (engine: Engine, form: Form): boolean =>
  form.isCapital && isKnown(engine, capitalTermOf(form));

/** A compound of the query, and whether its parts are looked for as well. */
type TypedRun = {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly keepsParts: boolean;
};

/** Two words that the collection writes as one alone: `data set` where all others say `dataset`. */
const findClosed = ({ lexicon }: Engine, words: readonly Piece[]): readonly TypedRun[] =>
  words.flatMap((second, at) => {
    const first = words[at - 1];
    if (first === undefined || second.gap === 'apart') return [];
    const word = first.form.word + second.form.word;
    const isLoose = second.gap === 'space' && (first.form.isStop || second.form.isStop);
    if (isLoose || countOf(lexicon, word) === 0) return [];
    return [{ word, from: at - 1, to: at + 1, keepsParts: false }];
  });

const findTypedRuns = (engine: Engine, words: readonly Piece[]): readonly TypedRun[] => {
  const open = findRuns(words, engine.splits).map(({ word, from, to, split }) => ({
    word,
    from,
    to,
    // where all say `dataset`, every `data` and every `set` would be noise
    keepsParts: split.count >= countOf(engine.lexicon, word),
  }));
  const known = new Set(open.map(({ word }) => word));
  return [...open, ...findClosed(engine, words).filter(({ word }) => !known.has(word))];
};

/** The parts of a word that the collection mostly writes in parts: `ondevice` for its `on-device`. */
const usualParts = ({ splits, lexicon }: Engine, word: string): readonly string[] => {
  const found = findSplit(word, splits);
  if (found === undefined || found.split.count < countOf(lexicon, word)) return [];
  return found.parts.filter((part) => !isStopWord(part));
};

/** An unknown word read as two known ones, though the collection never writes them with a hyphen. */
const readAsTwo = ({ lexicon }: Engine, word: string): readonly string[] => {
  const has = (part: string) => countOf(lexicon, part) > 0;
  for (let at = word.length - 2; at >= 2; at -= 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (!has(tail)) continue;
    if (has(head)) return [head, tail];
    if (tail.length > 3 && isStopWord(head)) return [tail];
  }
  return [];
};

/** Gathers what to look for, word by word. */
class Planner {
  readonly #engine: Engine;
  readonly #understood: ReadonlySet<string>;
  readonly #units = new Map<string, Unit>();
  readonly #needs: ReadonlySet<string>[] = [];
  #repairs = 0;
  #isLoosened = false;

  constructor(engine: Engine, understood: ReadonlySet<string>) {
    this.#engine = engine;
    this.#understood = understood;
  }

  get plan(): Plan {
    return { units: [...this.#units.values()], needs: this.#needs, isLoosened: this.#isLoosened };
  }

  addUnit(terms: Terms, weight: number): void {
    const key = [...terms.keys()].join(' ');
    const before = this.#units.get(key)?.weight ?? 0;
    if (terms.size > 0 && before < weight) this.#units.set(key, { weight, terms });
  }

  /** A word of its own: found, or read as two, or repaired. */
  addWord(form: Form, isUnfinished: boolean): void {
    const found = lookUp(this.#engine, form, isUnfinished);
    const parts = found.size > 0 ? [] : readAsTwo(this.#engine, form.word);
    const weight = this.#weighWord(form);
    for (const part of parts) this.#addNeeded(only(termOf(part)), weight);
    if (parts.length === 0)
      this.#addNeeded(found.size > 0 ? found : this.#repair(form, isUnfinished), weight);
    for (const part of usualParts(this.#engine, form.word))
      this.addUnit(only(termOf(part)), PART_WEIGHT);
  }

  /** What a word counts; one typed in capitals is looked for in capitals, too, and counts little without. */
  #weighWord(form: Form): number {
    if (this.#understood.has(form.word)) return UNDERSTOOD_WEIGHT;
    if (!isOtherInCapitals(this.#engine, form)) return 1;
    this.addUnit(only(capitalTermOf(form)), 1);
    return OTHER_CASE_WEIGHT;
  }

  /** A word that is part of compounds. */
  addPart(form: Form, runs: readonly TypedRun[], isUnfinished: boolean): void {
    const found = lookUp(this.#engine, form, isUnfinished);
    if (runs.every(({ keepsParts }) => keepsParts)) this.addUnit(found, PART_WEIGHT);
    this.#needs.push(new Set([...found.keys(), ...runs.map(({ word }) => termOf(word))]));
  }

  #addNeeded(terms: Terms, weight: number): void {
    this.addUnit(terms, weight);
    this.#needs.push(new Set(terms.keys()));
  }

  #repair(form: Form, isUnfinished: boolean): Terms {
    this.#isLoosened = true;
    if (this.#understood.has(form.word)) return NOTHING;
    this.#repairs += 1;
    return this.#repairs > MAX_REPAIRS ? NOTHING : repair(this.#engine, form, isUnfinished);
  }
}

/**
 * Decides what to look for: the words typed, the compounds they form, and what stands in for unknown words.
 * Words that are understood are part of a name whose meaning is looked for: they count little.
 */
export const planQuery = (
  engine: Engine,
  { words, isUnfinished }: Query,
  understood: ReadonlySet<string> = new Set(),
): Plan => {
  const planner = new Planner(engine, understood);
  const runs = findTypedRuns(engine, words);
  for (const { word } of runs) planner.addUnit(only(termOf(word)), 1);
  for (const [at, { form }] of words.entries()) {
    if (form.isStop) continue;
    const isLast = isUnfinished && at === words.length - 1;
    const around = runs.filter(({ from, to }) => from <= at && at < to);
    if (around.length > 0) planner.addPart(form, around, isLast);
    else planner.addWord(form, isLast);
  }
  return planner.plan;
};
