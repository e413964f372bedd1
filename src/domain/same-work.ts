import type { Paper } from './paper.ts';
import { foldTitle, keysOf } from './paper-key.ts';

/** What tells that two entries are versions of one work: a shared mark, or one title and much the same text. */
export type WorkMarks = {
  /** folded; missing where no abstract tells papers of one title apart */
  readonly title: string | undefined;
  readonly marks: ReadonlySet<string>;
};

/** Entries of one title are one work when their texts are at least this alike: titles repeat by chance. */
const SAME_TEXT = 0.5;

const isName = (key: string): boolean => !key.startsWith('title:');

/** The identifiers of a paper and its versions, and its abstract. */
export const marksOf = (paper: Paper): WorkMarks => {
  const { title, abstract, also = [] } = paper;
  const names = [paper, ...also].flatMap(({ doi, arxiv }) => keysOf({ title, doi, arxiv }));
  const text = foldTitle(abstract);
  return {
    title: text === '' ? undefined : foldTitle(title),
    marks: new Set([...names.filter(isName), ...(text === '' ? [] : [`text:${text}`])]),
  };
};

/** Whether two entries are versions of one work, so that a list needs but one of them. */
export const isSameWork = (a: WorkMarks, b: WorkMarks, likeness: () => number): boolean =>
  [...a.marks].some((mark) => b.marks.has(mark)) ||
  (a.title !== undefined && a.title === b.title && likeness() >= SAME_TEXT);
