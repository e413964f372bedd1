import type { Author, Container, Link } from '../../../src/domain/paper.ts';
import type { Problem } from '../../../src/domain/problem.ts';

/**
 * A paper as a source tells it: what the source does not say is left out. Texts are as received, but without
 * the markup of the format; repairing and judging them is the same work for every format and comes later
 * (`toIncoming`): DOI, arXiv id, ORCID and date may stand in any of the forms that sources give them, and what
 * turns out to be no such thing is left out with a warning.
 */
export type SourceRecord = {
  readonly title: string;
  /** empty when there is none; paragraphs are separated by an empty line */
  readonly abstract: string;
  /** 1-based line at which the record begins */
  readonly line: number;
  readonly authors?: readonly Author[];
  readonly container?: Container;
  readonly date?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly pdf?: string;
  /** what the source itself links to; the addresses in the abstract are found later */
  readonly links?: readonly Link[];
  /**
   * by what the source knows it for good, the source's name before it (`openreview:rJl-b3RcF7`); left out where
   * it tells papers apart within a file only, as keys of BibTeX do
   */
  readonly sourceId?: string;
  /** why it is not taken: `rejected`, `withdrawn`, … Such records are counted in one warning a file */
  readonly withdrawn?: string;
};

/** What a reader made of one file: the good records, and a problem for each bad one. */
export type Reading = {
  readonly records: readonly SourceRecord[];
  readonly problems: readonly Problem[];
};

/** A format of sources: recognised by what a text looks like, never by the name of its file. */
export type SourceFormat = {
  /** short and without spaces: what `--format` takes */
  readonly name: string;
  /** how problems call it */
  readonly label: string;
  readonly recognizes: (text: string) => boolean;
  readonly read: (text: string, file: string) => Reading;
};

/** Something that a source says and that is of no use: the paper is taken without it. */
export const droppedField = (
  place: { readonly file: string; readonly line: number },
  field: string,
  found: string,
  wanted: string,
): Problem => ({
  severity: 'warning',
  ...place,
  field,
  found,
  wanted,
  hint: 'The paper is taken without it; fill the field in by hand.',
});

/** A record that cannot be taken. */
export const withoutTitle = (file: string, line: number, record: string): Problem => ({
  severity: 'error',
  file,
  line,
  field: 'title',
  found: `${record.trim()} without title`,
  wanted: 'a title',
  hint: 'Write it where the file comes from, or take the record out; the others are taken.',
});
