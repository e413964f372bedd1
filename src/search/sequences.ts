import type { Piece } from './analyze.ts';

/** Whether a word of a text, by its number, is the one looked for. */
export type Fits = (word: number) => boolean;

/** Stands between two paragraphs: no word has it. */
const BREAK = 0;

const numberIn = (numbers: Map<string, number>, text: string): number => {
  const number = numbers.get(text) ?? numbers.size + 1;
  numbers.set(text, number);
  return number;
};

/** Whether the words from a place on fit, one after the other. */
const fitsAt = (words: Uint32Array, at: number, row: readonly Fits[]): boolean => {
  // a loop, for millions of places are tried, and nearly all end at the first word
  for (let more = 0; more < row.length; more += 1)
    if (!row[more]?.(words[at + more] ?? BREAK)) return false;
  return true;
};

/**
 * The words of all papers as they stand there, as numbers: a few bytes a word, so that what stands in a row is
 * found without taking texts apart again.
 */
export class Sequences {
  readonly #words = new Map<string, number>();
  readonly #terms = new Map<string, number>();
  /** the number of its term for each word's number */
  readonly #termOf: number[] = [BREAK];
  readonly #papers: Uint32Array[] = [];
  /** the words of titles, by number and as they are written, for titles are looked through as a whole */
  readonly #titlesWith = new Map<number, number[]>();
  readonly #titleWords = new Map<string, number>();

  /** Adds the next paper: its title, then its paragraphs. */
  add(paragraphs: readonly (readonly Piece[])[]): void {
    for (const piece of paragraphs[0] ?? []) this.#noteTitle(piece);
    const numbers = paragraphs.flatMap((pieces) => [...pieces.map(this.#numberOf), BREAK]);
    this.#papers.push(Uint32Array.from(numbers));
  }

  /** How often a paper has words in a row that fit. */
  count(paper: number, row: readonly Fits[]): number {
    const words = this.#papers[paper];
    if (words === undefined || row.length === 0) return 0;
    let count = 0;
    for (let at = 0; at + row.length <= words.length; at += 1)
      if (fitsAt(words, at, row)) count += 1;
    return count;
  }

  /** Whether a paper has words in a row that fit. */
  has(paper: number, row: readonly Fits[]): boolean {
    const words = this.#papers[paper];
    if (words === undefined || row.length === 0) return false;
    for (let at = 0; at + row.length <= words.length; at += 1)
      if (fitsAt(words, at, row)) return true;
    return false;
  }

  /** The papers whose titles have words in a row that fit. */
  inTitles(row: readonly Fits[]): readonly number[] {
    const [first] = row;
    if (first === undefined) return [];
    const candidates = new Set<number>();
    for (const [word, papers] of this.#titlesWith)
      if (first(word)) for (const paper of papers) candidates.add(paper);
    return [...candidates].filter((paper) => this.#hasInTitle(paper, row)).sort((a, b) => a - b);
  }

  #hasInTitle(paper: number, row: readonly Fits[]): boolean {
    const words = this.#papers[paper];
    for (let at = 0; (words?.[at] ?? BREAK) !== BREAK; at += 1)
      if (words !== undefined && fitsAt(words, at, row)) return true;
    return false;
  }

  /** Notes a word in the title of the paper that is added next. */
  #noteTitle(piece: Piece): void {
    const paper = this.#papers.length;
    const number = this.#numberOf(piece);
    const papers = this.#titlesWith.get(number) ?? [];
    if (papers.at(-1) !== paper) papers.push(paper);
    this.#titlesWith.set(number, papers);
    this.#titleWords.set(piece.form.word, number);
  }

  /** The very words. */
  asWords(pieces: readonly Piece[]): readonly Fits[] {
    return pieces.map(({ form }) => {
      const number = this.#words.get(form.word);
      return (word) => word === number;
    });
  }

  /** The words in any inflection. */
  asTerms(pieces: readonly Piece[]): readonly Fits[] {
    return pieces.map(({ form }) => {
      const number = this.#terms.get(form.term);
      return (word) => number !== undefined && this.#termOf[word] === number;
    });
  }

  /** The very words of a title, of which the last one may go on. */
  asBeginning(pieces: readonly Piece[]): readonly Fits[] {
    const beginning = pieces.at(-1)?.form.word ?? '';
    const longer = new Set<number>();
    for (const [word, number] of this.#titleWords)
      if (word.startsWith(beginning)) longer.add(number);
    return [...this.asWords(pieces.slice(0, -1)), (word: number) => longer.has(word)];
  }

  readonly #numberOf = ({ form }: Piece): number => {
    const number = numberIn(this.#words, form.word);
    this.#termOf[number] ??= numberIn(this.#terms, form.term);
    return number;
  };
}
