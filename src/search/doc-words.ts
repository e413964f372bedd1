import { analyze, type Piece } from './analyze.ts';
import type { Engine } from './engine.ts';
import { frequenciesOf, type Frequencies, type Postings } from './postings.ts';

/** The words of a paper in order, as text: each between spaces, paragraphs parted by a bar. */
type Sequence = { readonly words: string; readonly terms: string };

const PART = ' | ';

const join = (paragraphs: readonly (readonly Piece[])[], textOf: (piece: Piece) => string) =>
  ` ${paragraphs.map((pieces) => pieces.map(textOf).join(' ')).join(PART)} `;

const wordOf = ({ form }: Piece): string => form.word;
const termOf = ({ form }: Piece): string => form.term;
const hasContent = ({ form }: Piece): boolean => !form.isStop;

const toSequence = (texts: readonly string[]): Sequence => {
  const paragraphs = texts.map(analyze);
  return {
    words: join(paragraphs, wordOf),
    terms: join(paragraphs, termOf),
  };
};

/** How often a sequence stands in another; both begin and end with a space, which neighbours share. */
const countIn = (text: string, sequence: string): number => {
  let count = 0;
  for (let at = text.indexOf(sequence); at >= 0; at = text.indexOf(sequence, at + 1)) count += 1;
  return count;
};

/** The documents that have every term, in their order. */
const docsWithAll = (postings: Postings, terms: readonly string[]): readonly number[] => {
  const [first, ...others] = [...new Set(terms)]
    .map((term) => frequenciesOf(postings, term).docs)
    .toSorted((a, b) => a.length - b.length);
  const sets = others.map((docs) => new Set(docs));
  return [...(first ?? [])].filter((doc) => sets.every((docs) => docs.has(doc)));
};

/** Sequences that are kept: as many as a session of searches may need, few enough to hold. */
const MAX_KEPT = 4000;

/**
 * Looks for words that stand in a row. The index knows which papers have the words; their order is read from
 * the few texts that come into question.
 */
export class DocWords {
  readonly #postings: Postings;
  readonly #textsOf: (doc: number) => readonly string[];
  readonly #kept = new Map<number, Sequence>();
  #titles: readonly Sequence[] | undefined;

  constructor({ postings }: Pick<Engine, 'postings'>, textsOf: (doc: number) => readonly string[]) {
    this.#postings = postings;
    this.#textsOf = textsOf;
  }

  /**
   * The papers that have these very words in a row, whatever their case, accents, hyphens and spelling. Stop
   * words are not in the index: a phrase of nothing else is looked for in titles alone.
   */
  withPhrase(pieces: readonly Piece[]): ReadonlySet<number> {
    const phrase = join([pieces], wordOf);
    if (pieces.length === 0) return new Set();
    const has = ({ words }: Sequence): boolean => words.includes(phrase);
    if (pieces.some(hasContent))
      return new Set(this.#candidates(pieces).filter((doc) => has(this.#sequence(doc))));
    return new Set(this.#titleSequences().flatMap((title, doc) => (has(title) ? [doc] : [])));
  }

  /** The papers whose titles have these words in a row, inflected or, the last one, unfinished. */
  withTitle(pieces: readonly Piece[]): ReadonlySet<number> {
    const sequence = join([pieces], termOf);
    const beginning = join([pieces], wordOf).trimEnd();
    const found = new Set<number>();
    if (pieces.length === 0) return found;
    this.#titleSequences().forEach(({ words, terms }, doc) => {
      if (terms.includes(sequence) || words.includes(beginning)) found.add(doc);
    });
    return found;
  }

  /** How often papers have these words in a row, in whatever inflection. */
  frequencies(pieces: readonly Piece[]): Frequencies {
    const [only, ...more] = pieces;
    if (only !== undefined && more.length === 0)
      return frequenciesOf(this.#postings, only.form.term);
    const sequence = join([pieces], termOf);
    const found = this.#candidates(pieces)
      .map((doc) => [doc, countIn(this.#sequence(doc).terms, sequence)] as const)
      .filter(([, count]) => count > 0);
    return {
      docs: Uint32Array.from(found, ([doc]) => doc),
      counts: Float64Array.from(found, ([, count]) => count),
    };
  }

  /** Papers that have the words at all; stop words are not in the index. */
  #candidates(pieces: readonly Piece[]): readonly number[] {
    return docsWithAll(this.#postings, pieces.filter(hasContent).map(termOf));
  }

  #titleSequences(): readonly Sequence[] {
    this.#titles ??= Array.from({ length: this.#postings.size }, (_, doc) =>
      toSequence(this.#textsOf(doc).slice(0, 1)),
    );
    return this.#titles;
  }

  #sequence(doc: number): Sequence {
    const known = this.#kept.get(doc);
    if (known !== undefined) return known;
    const sequence = toSequence(this.#textsOf(doc));
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(doc, sequence);
    return sequence;
  }
}
