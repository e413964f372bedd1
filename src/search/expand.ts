import { termOf, type Form } from './analyze.ts';
import { capitalTermOf } from './capitals.ts';
import { isChatter } from './chatter.ts';
import type { Engine } from './engine.ts';
import { alikeOf } from './everyday-words.ts';
import { completionsOf, nearCompletions, nearWords, type Near } from './lexicon.ts';
import type { Needs } from './needs.ts';
import type { Query } from './query.ts';
import type { Terms, Unit } from './score.ts';
import { findTypedRuns, readAsTwo, usualParts, type TypedRun } from './typed-compounds.ts';

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
/** A word that people put around what they look for, beside others. */
const CHATTER_WEIGHT = 0.25;
/** A word in lower case says this much of one that was typed in capitals. */
const OTHER_CASE_WEIGHT = 0.3;
/** A longer word, beside the word typed, or instead of one that is unknown. */
const COMPLETION_WEIGHT = 0.25;
const ONLY_COMPLETION_WEIGHT = 0.8;
const MAX_COMPLETIONS = 40;
/** A word that is used alike, instead of one that is unknown. */
const ALIKE_WEIGHT = 0.8;
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

/** What is used like a word that the collection does not know. */
const alikeTerms = (engine: Engine, { term }: Form): Terms =>
  new Map(
    alikeOf(term)
      .filter((other) => isKnown(engine, other))
      .map((other) => [other, ALIKE_WEIGHT]),
  );

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

/** What else is known of the words typed. */
export type Hints = {
  /** words that are part of a name whose meaning is looked for: they count little */
  readonly understood: ReadonlySet<string>;
  /** whether a term is of a word in names: one that no paper has is no misspelling of another */
  readonly isInNames: (term: string) => boolean;
};

const NO_HINTS: Hints = { understood: new Set(), isInNames: () => false };

/** Gathers what to look for, word by word. */
class Planner {
  readonly #engine: Engine;
  readonly #hints: Hints;
  /** whether there is something else than chatter, beside which that counts little */
  readonly #isSaid: boolean;
  readonly #units = new Map<string, Unit>();
  readonly #needs: ReadonlySet<string>[] = [];
  #repairs = 0;
  #isLoosened = false;

  constructor(engine: Engine, { words }: Query, hints: Hints) {
    this.#engine = engine;
    this.#hints = hints;
    this.#isSaid = words.some(({ form }) => !form.isStop && !isChatter(form));
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
    if (this.#hints.understood.has(form.word)) return UNDERSTOOD_WEIGHT;
    if (this.#isSaid && isChatter(form)) return CHATTER_WEIGHT;
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
    const { understood, isInNames } = this.#hints;
    if (understood.has(form.word)) return NOTHING;
    const alike = alikeTerms(this.#engine, form);
    if (alike.size > 0) return alike;
    if (isChatter(form) || isInNames(form.term)) return NOTHING;
    this.#repairs += 1;
    return this.#repairs > MAX_REPAIRS ? NOTHING : repair(this.#engine, form, isUnfinished);
  }
}

/** Decides what to look for: the words typed, the compounds they form, and what stands in for unknown words. */
export const planQuery = (engine: Engine, query: Query, hints: Hints = NO_HINTS): Plan => {
  const { words, isUnfinished } = query;
  const planner = new Planner(engine, query, hints);
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
