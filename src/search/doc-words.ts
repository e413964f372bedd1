import type { Piece } from './analyze.ts';
import { frequenciesOf, type Frequencies, type Postings } from './postings.ts';
import type { Sequences } from './sequences.ts';

const hasContent = ({ form }: Piece): boolean => !form.isStop;

/** The documents that have every term, in their order. */
const docsWithAll = (postings: Postings, terms: readonly string[]): readonly number[] => {
  const [first, ...others] = [...new Set(terms)]
    .map((term) => frequenciesOf(postings, term).docs)
    .toSorted((a, b) => a.length - b.length);
  const sets = others.map((docs) => new Set(docs));
  return [...(first ?? [])].filter((doc) => sets.every((docs) => docs.has(doc)));
};

/** Names that are remembered. */
const MAX_KNOWN = 300;

/**
 * Looks for words that stand in a row. The index knows which papers have the words; only those are looked
 * through.
 */
export class DocWords {
  readonly #postings: Postings;
  readonly #sequences: Sequences;
  /** how often papers have names that were looked for: each key of a query asks for the same ones */
  readonly #known = new Map<readonly Piece[], Frequencies>();

  constructor(postings: Postings, sequences: Sequences) {
    this.#postings = postings;
    this.#sequences = sequences;
  }

  /** how many there are */
  get papers(): number {
    return this.#postings.size;
  }

  /**
   * The papers that have these very words in a row, whatever their case, accents, hyphens and spelling. Stop
   * words are not in the index: a phrase of nothing else is looked for in titles alone.
   */
  withPhrase(pieces: readonly Piece[]): ReadonlySet<number> {
    const row = this.#sequences.asWords(pieces);
    if (!pieces.some(hasContent)) return new Set(this.#sequences.inTitles(row));
    return new Set(this.#candidates(pieces).filter((doc) => this.#sequences.has(doc, row)));
  }

  /** The papers whose titles have these words in a row, inflected or, the last one, unfinished. */
  withTitle(pieces: readonly Piece[]): ReadonlySet<number> {
    if (pieces.length === 0) return new Set();
    const sequences = this.#sequences;
    return new Set([
      ...sequences.inTitles(sequences.asTerms(pieces)),
      ...sequences.inTitles(sequences.asBeginning(pieces)),
    ]);
  }

  /** How often papers have these words in a row, in whatever inflection. */
  frequencies(pieces: readonly Piece[]): Frequencies {
    const [only, ...more] = pieces;
    if (only !== undefined && more.length === 0)
      return frequenciesOf(this.#postings, only.form.term);
    const known = this.#known.get(pieces);
    if (known !== undefined) return known;
    const counted = this.#count(pieces);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(pieces, counted);
    return counted;
  }

  #count(pieces: readonly Piece[]): Frequencies {
    const row = this.#sequences.asTerms(pieces);
    const found = this.#candidates(pieces)
      .map((doc) => [doc, this.#sequences.count(doc, row)] as const)
      .filter(([, count]) => count > 0);
    return {
      docs: Uint32Array.from(found, ([doc]) => doc),
      counts: Float64Array.from(found, ([, count]) => count),
    };
  }

  /** Papers that have the words at all; stop words are not in the index. */
  #candidates(pieces: readonly Piece[]): readonly number[] {
    return docsWithAll(
      this.#postings,
      pieces.filter(hasContent).map(({ form }) => form.term),
    );
  }
}
