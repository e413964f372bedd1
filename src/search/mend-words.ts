import { analyze, type Piece } from './analyze.ts';
import type { Engine } from './engine.ts';
import { allowedEdits } from './expand.ts';
import { completionsOf, nearWords } from './lexicon.ts';
import type { Query } from './query.ts';

/** Unknown words for which near spellings are looked up: enough for a name, no burden for a pasted page. */
const MAX_MENDED = 4;

/**
 * The words of a query, each that no paper and no name has replaced by the nearest spelling that papers have: to
 * recognise names in them. A last word that may go on is left alone.
 */
export const mendWords = (
  { postings, lexicon }: Engine,
  { words, isUnfinished }: Query,
  isInNames: (term: string) => boolean,
): readonly Piece[] => {
  let mended = 0;
  return words.map((piece, at) => {
    const { form } = piece;
    const edits = allowedEdits(form);
    if (form.isStop || edits === 0 || mended === MAX_MENDED) return piece;
    if (postings.numberOf.has(form.term) || isInNames(form.term)) return piece;
    const isLast = isUnfinished && at === words.length - 1;
    if (isLast && completionsOf(lexicon, form.word, 1).length > 0) return piece;
    mended += 1;
    const [near] = nearWords(lexicon, form.word, edits, 1);
    const [instead] = near === undefined ? [] : analyze(near.word);
    return instead === undefined ? piece : { ...piece, form: instead.form };
  });
};
