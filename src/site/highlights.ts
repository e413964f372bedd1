import { findHighlights, type Highlights } from '../domain/highlights.ts';
import type { Paper } from '../domain/paper.ts';
import { remember } from '../entries/analysis-cache.ts';

// keyed by the paper as it was read: a preview that reads it anew finds its highlights anew
const found = new WeakMap<Paper, Highlights>();

/** What a paper contributes and its headline figures; looked for once, for several pages show them. */
export const loadHighlights = (paper: Paper): Highlights => {
  const { abstract } = paper;
  const highlights =
    found.get(paper) ?? remember('highlights', abstract, () => findHighlights(abstract));
  found.set(paper, highlights);
  return highlights;
};
