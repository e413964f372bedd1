import type { Problem } from '../../../src/domain/problem.ts';
import type { Author, Container } from '../../../src/domain/paper.ts';

/**
 * A paper as a source tells it: what the source does not say is left out. Texts are as received; repairing and
 * judging them is the same work for every format and comes later (`toIncoming`).
 */
export type SourceRecord = {
  readonly title: string;
  /** empty when there is none */
  readonly abstract: string;
  /** 1-based line at which the record begins */
  readonly line: number;
  readonly authors?: readonly Author[];
  readonly container?: Container;
  readonly date?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly pdf?: string;
};

/** What a reader made of one file: the good records, and a problem for each bad one. */
export type Reading = {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
};

/** A format of sources: recognised by what a text looks like, never by the name of its file. */
export type SourceFormat = {
  readonly name: string;
  readonly recognizes: (text: string) => boolean;
  readonly read: (text: string, file: string) => Reading;
};
