import { indexConcepts, type ConceptIndex } from '../domain/concept-index.ts';
import { firstMentions } from '../domain/concept-mentions.ts';
import type { ConceptMark } from '../domain/concept-marks.ts';
import type { Paper } from '../domain/paper.ts';
import { loadCatalog } from './catalog.ts';

const readConcepts = async (): Promise<ConceptIndex> => indexConcepts(await loadCatalog());

let built: Promise<ConceptIndex> | undefined;

/** The glossary with what papers mention of it: read once a build, and anew for each page of a preview. */
export const loadConcepts = (): Promise<ConceptIndex> =>
  import.meta.env.DEV ? readConcepts() : (built ??= readConcepts());

/** The concepts to be marked in the abstract of a paper, in reading order. */
export const loadMarks = async ({ id }: Paper): Promise<readonly ConceptMark[]> => {
  const { mentionsByPaper, entryById } = await loadConcepts();
  return firstMentions(mentionsByPaper.get(id) ?? [], 'abstract').flatMap((mention) => {
    const entry = entryById.get(mention.concept);
    const { start, end } = mention;
    return entry === undefined ? [] : [{ concept: entry.concept, start, end }];
  });
};
