import { citePaper } from '../domain/citation.ts';
import type { Citations } from '../domain/citation-formats.ts';
import type { Paper } from '../domain/paper.ts';
import { remember } from '../entries/analysis-cache.ts';

/**
 * A paper cited in every format.
 * @param address where it stands on the site, for papers that have no other address
 */
export const loadCitations = (paper: Paper, address?: string): Citations =>
  remember('citations', JSON.stringify([paper, address]), () => citePaper(paper, address));
