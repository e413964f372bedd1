import type { Piece } from './analyze.ts';

/** A name, an acronym or everyday words for something. */
export type Label = {
  readonly text: string;
  readonly isWord?: boolean | undefined;
  readonly pieces: readonly Piece[];
  readonly conceptId?: string | undefined;
};

/** Something that has several names: a concept, or an acronym with what it stands for. */
export type Meaning = {
  /** the usual name first */
  readonly labels: readonly Label[];
  /** names of what is a kind or a part of it */
  readonly narrower: readonly Label[];
};
