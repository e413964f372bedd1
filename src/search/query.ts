import { analyze, type Piece } from './analyze.ts';
import {
  haveSameOperators,
  isPlainWord,
  printClause,
  readSyntax,
  type Atom,
  type Clause,
  type Syntax,
} from './query-syntax.ts';
import type { Facet } from './url-state.ts';

/** Words to rank papers by. */
export type Query = {
  readonly words: readonly Piece[];
  /** all words in one, as titles are folded */
  readonly folded: string;
  /** whether the last word may go on: nothing was typed after it */
  readonly isUnfinished: boolean;
};

/** Longest query that is read, in UTF-16 units: longer than any title; the rest is left unread. */
const MAX_READ = 2000;
/** Operators that let papers pass or not, each of which is tried on every paper; the others are left aside. */
const MAX_HARD = 24;

/** Reads any text as plain words. */
export const readQuery = (text: string): Query => {
  const read = text.slice(0, MAX_READ);
  const words = analyze(read);
  return {
    words,
    folded: words.map(({ form }) => form.word).join(''),
    isUnfinished: words.length > 0 && words.at(-1)?.end === read.length,
  };
};

/** A clause that is a filter of the page by other means. */
export type FacetClause = {
  readonly clause: Clause;
  readonly facet: Facet;
  /** any of these will do */
  readonly typed: readonly string[];
};

/** What a reader typed, read. */
export type Question = {
  readonly syntax: Syntax;
  /** all words that papers should have, those of phrases and titles too */
  readonly query: Query;
  /** the words typed without operators */
  readonly plain: Query;
  /** `topic:x` and such, not excluded and beside nothing else */
  readonly typed: readonly FacetClause[];
  /** all other clauses that let papers pass or not */
  readonly hard: readonly Clause[];
};

const textOf = (atom: Atom): string => {
  if (atom.type !== 'field') return atom.text;
  return atom.field === 'title' ? atom.value : '';
};

// words on both sides of it stand apart: they are no compound and no name together
const APART = ' | ';

/** The words of some clauses in one text; those of plain words in a row stay together. */
const joinWords = (syntax: Syntax, textOfClause: (clause: Clause) => string): string => {
  let joined = '';
  let wasPlain = false;
  for (const clause of syntax) {
    const isPlain = isPlainWord(clause);
    joined += (isPlain && wasPlain ? ' ' : APART) + textOfClause(clause);
    wasPlain = isPlain;
  }
  return joined;
};

/** Whether the last word of a query may go on: nothing closes it. */
const isOpen = (q: string, syntax: Syntax): boolean => {
  const last = syntax.at(-1);
  const atom = last?.any.at(-1);
  return last?.isExcluded === false && atom?.type !== 'phrase' && /[^\s"“”]$/.test(q);
};

const toFacetClause = (clause: Clause): FacetClause | undefined => {
  const [first] = clause.any;
  if (clause.isExcluded || first?.type !== 'field' || first.field === 'title') return undefined;
  const { field: facet } = first;
  const typed = clause.any.flatMap((atom) =>
    atom.type === 'field' && atom.field === facet ? [atom.value] : [],
  );
  return typed.length === clause.any.length ? { clause, facet, typed } : undefined;
};

const wordsOf = ({ isExcluded, any }: Clause): string =>
  isExcluded ? '' : any.map(textOf).join(APART);

const dropRepeated = (syntax: Syntax): Syntax => [
  ...new Map(syntax.map((clause) => [printClause(clause), clause])).values(),
];

/** A query as its operators say. */
const operatorQuestion = (q: string, syntax: Syntax): Question => {
  const close = isOpen(q, syntax) ? '' : ' ';
  const operators = dropRepeated(syntax.filter((clause) => !isPlainWord(clause)));
  const typed = operators.flatMap((clause) => toFacetClause(clause) ?? []);
  const facets = new Set(typed.map(({ clause }) => clause));
  return {
    syntax,
    query: readQuery(joinWords(syntax, wordsOf) + close),
    plain: readQuery(
      joinWords(syntax, (clause) => (isPlainWord(clause) ? wordsOf(clause) : '')) + close,
    ),
    typed,
    hard: operators.filter((clause) => !facets.has(clause)).slice(0, MAX_HARD),
  };
};

const toPlainWord = (text: string): Clause => ({
  isExcluded: false,
  any: [{ type: 'word', text }],
});

/** The whole text as plain words. */
const plainQuestion = (q: string): Question => {
  const query = readQuery(q);
  const syntax = (q.match(/\S+/g) ?? []).map(toPlainWord);
  return { syntax, query, plain: query, typed: [], hard: [] };
};

/**
 * Reads any text as a query. A title is looked up before operators are read: one typed in full is plain words,
 * whatever operators its punctuation looks like. `titleOf` gives the title that folds to a text.
 */
export const readQuestion = (
  q: string,
  titleOf: (folded: string) => string | undefined,
): Question => {
  const read = q.slice(0, MAX_READ);
  const syntax = readSyntax(read);
  if (syntax.every(isPlainWord)) return plainQuestion(read);
  const plain = plainQuestion(read);
  const title = titleOf(plain.query.folded);
  const isTitle = title !== undefined && haveSameOperators(readSyntax(title), syntax);
  return isTitle ? plain : operatorQuestion(read, syntax);
};
