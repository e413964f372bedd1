import { analyze, type Piece } from './analyze.ts';
import type { Engine } from './engine.ts';
import { allowedEdits } from './expand.ts';
import { nearWords, type Near } from './lexicon.ts';
import type { Spelling } from './protocol.ts';
import { printSyntax, type Atom, type Syntax } from './query-syntax.ts';

const MAX_SPELLINGS = 5;
/** Words for which near ones are looked up. */
const MAX_WORDS = 5;
/** Letters that may differ in a word that is offered, not searched: more than in one that is searched unasked. */
const SPELLING_EDITS = 2;

type Place = {
  readonly typed: string;
  readonly piece: Piece;
  /** the query with another word in this place */
  readonly withWord: (word: string) => string;
};

const textOf = (atom: Atom): string => {
  if (atom.type !== 'field') return atom.text;
  return atom.field === 'title' ? atom.value : '';
};

const withText = (atom: Atom, text: string): Atom =>
  atom.type === 'field' ? { ...atom, value: text } : { ...atom, text };

const replaceAtom = (syntax: Syntax, old: Atom, atom: Atom): Syntax =>
  syntax.map((clause) => ({ ...clause, any: clause.any.map((one) => (one === old ? atom : one)) }));

/** Every word that should be found, with where it stands. */
const placesIn = (syntax: Syntax): readonly Place[] =>
  syntax
    .filter(({ isExcluded }) => !isExcluded)
    .flatMap(({ any }) => any)
    .flatMap((atom) => {
      const text = textOf(atom);
      return analyze(text).map((piece): Place => {
        const [before, after] = [text.slice(0, piece.start), text.slice(piece.end)];
        return {
          typed: text.slice(piece.start, piece.end),
          piece,
          withWord: (word) =>
            printSyntax(replaceAtom(syntax, atom, withText(atom, before + word + after))),
        };
      });
    });

const nearestTo = ({ form }: Piece, { lexicon }: Engine): readonly Near[] => {
  const most = form.word.length > 5 ? SPELLING_EDITS : Math.max(1, allowedEdits(form));
  return nearWords(lexicon, form.word, most, MAX_SPELLINGS);
};

/** Words of the collection that look like those typed that it does not know, the nearest first. */
export const findSpellings = (syntax: Syntax, engine: Engine): readonly Spelling[] =>
  placesIn(syntax)
    .filter(({ piece: { form } }) => !form.isStop && !engine.postings.numberOf.has(form.term))
    .slice(0, MAX_WORDS)
    .flatMap((place) => nearestTo(place.piece, engine).map((near) => ({ place, near })))
    .toSorted((a, b) => a.near.distance - b.near.distance || b.near.count - a.near.count)
    .slice(0, MAX_SPELLINGS)
    .map(({ place, near }) => ({
      typed: place.typed,
      instead: near.word,
      q: place.withWord(near.word),
    }));
