import { bylineOf, factsOf } from '../../search/byline.ts';
import type { SearchPaper } from '../../search/payload.ts';

/** What the site knows today of papers that a list may name. */
export type Knowledge = {
  readonly paperOf: (id: string) => SearchPaper | undefined;
  readonly topicName: (id: string) => string;
  /** former id to the id of today */
  readonly renames: ReadonlyMap<string, string>;
  /** id to the reason */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** address of the file of terms */
  readonly terms: string;
};

/** Two lines on a paper, as the search shows them; empty where nothing is known. */
export const linesOf = (
  id: string,
  knowledge: Knowledge | undefined,
): { readonly byline: string; readonly about: string } => {
  const paper = knowledge?.paperOf(id);
  if (paper === undefined || knowledge === undefined)
    return { byline: '', about: describeAbsence(id, knowledge) };
  const facts = {
    ...paper,
    topics: paper.topics ?? [],
    hasCode: paper.has?.includes('code') ?? false,
  };
  return { byline: bylineOf(paper) ?? '', about: factsOf(facts, knowledge.topicName) };
};

const describeAbsence = (id: string, knowledge: Knowledge | undefined): string => {
  if (knowledge === undefined) return '';
  const reason = knowledge.withdrawn.get(id);
  return reason === undefined ? 'Not in this collection today.' : `Withdrawn: ${reason}`;
};
