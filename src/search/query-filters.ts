import { analyze, termOf, type Piece } from './analyze.ts';
import type { DocWords } from './doc-words.ts';
import type { Engine } from './engine.ts';
import { planQuery } from './expand.ts';
import { papersWith, type Columns } from './facets.ts';
import { fulfilNeeds, type Passes } from './needs.ts';
import { frequenciesOf } from './postings.ts';
import type { FieldReader } from './query-fields.ts';
import { readQuery } from './query.ts';
import type { Atom, Clause } from './query-syntax.ts';

/** What is needed to tell whether a paper has something. */
export type Shelf = {
  readonly engine: Engine;
  readonly words: DocWords;
  readonly columns: Columns;
  readonly fields: FieldReader;
};

const NONE: Passes = () => false;

const isIn =
  (docs: ReadonlySet<number>): Passes =>
  (doc) =>
    docs.has(doc);

const isStop = ({ form }: Piece): boolean => form.isStop;

/** The papers that have a word as it stands, whatever its ending; one with hyphens also as the index joins it. */
const withWord = (text: string, { engine: { postings }, words }: Shelf): Passes => {
  const pieces = analyze(text);
  if (pieces.every(isStop)) return NONE;
  const joined = termOf(pieces.map(({ form }) => form.word).join(''));
  const docs = [...frequenciesOf(postings, joined).docs, ...words.frequencies(pieces).docs];
  return isIn(new Set(docs));
};

/** The papers that have a word as the ranking understands it: unfinished or misspelt, it stands for others. */
const withMeant = (text: string, { engine }: Shelf): Passes => {
  const { needs } = planQuery(engine, readQuery(text));
  return needs.length === 0 ? NONE : fulfilNeeds(engine.postings, needs);
};

const findAtom = (atom: Atom, isExcluded: boolean, shelf: Shelf): Passes => {
  if (atom.type === 'phrase') return isIn(shelf.words.withPhrase(analyze(atom.text)));
  if (atom.type === 'word')
    return isExcluded ? withWord(atom.text, shelf) : withMeant(atom.text, shelf);
  const { field, value } = atom;
  if (field === 'title') return isIn(shelf.words.withTitle(analyze(value)));
  const values = shelf.fields.valuesOf(field, value);
  return values.length === 0 ? NONE : papersWith(shelf.columns, field, values);
};

/** Atoms whose papers are kept: who finds nothing is told what is to blame, by many searches of the same atoms. */
const MAX_KEPT = 64;
const kept = new WeakMap<Shelf, Map<string, Passes>>();

/** Which papers have an atom, written down once: a byte for each. */
const passesAtom = (atom: Atom, isExcluded: boolean, shelf: Shelf): Passes => {
  const known = kept.get(shelf) ?? new Map<string, Passes>();
  const key = JSON.stringify([atom, isExcluded]);
  const passes = known.get(key) ?? writeDown(findAtom(atom, isExcluded, shelf), shelf);
  if (known.size >= MAX_KEPT) known.clear();
  kept.set(shelf, known.set(key, passes));
  return passes;
};

const writeDown = (passes: Passes, { engine }: Shelf): Passes => {
  const marks = Uint8Array.from(engine.ids, (_, doc) => Number(passes(doc)));
  return (doc) => marks[doc] === 1;
};

/** Alternatives that are looked up; each is tried on every paper. */
const MAX_ANY = 24;

/** Which papers a clause lets pass: those that have any of its atoms or, when it is excluded, none. */
export const passesClause = ({ any, isExcluded }: Clause, shelf: Shelf): Passes => {
  const passes = any.slice(0, MAX_ANY).map((atom) => passesAtom(atom, isExcluded, shelf));
  return (doc) => passes.some((one) => one(doc)) !== isExcluded;
};

/** Which papers all clauses let pass. */
export const passesAll = (clauses: readonly Clause[], shelf: Shelf): Passes => {
  const passes = clauses.map((clause) => passesClause(clause, shelf));
  return (doc) => passes.every((one) => one(doc));
};
