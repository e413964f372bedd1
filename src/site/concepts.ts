import { indexConcepts, type ConceptIndex } from '../domain/concept-index.ts';
import { compileConcepts, firstMentions, type MentionFinder } from '../domain/concept-mentions.ts';
import type { ConceptMark } from '../domain/concept-marks.ts';
import type { Concept } from '../domain/concept.ts';
import type { Paper } from '../domain/paper.ts';
import { digestOf, remember } from '../entries/analysis-cache.ts';
import { loadCatalog } from './catalog.ts';

/** Finds concepts, and remembers from build to build what it found: a changed glossary is read for anew. */
const rememberMentions = (concepts: readonly Concept[]): MentionFinder => {
  const find = compileConcepts(concepts);
  const glossary = digestOf(JSON.stringify(concepts));
  return ({ title, abstract, topics }) =>
    remember('mentions', JSON.stringify([glossary, title, abstract, topics]), () =>
      find({ title, abstract, topics }),
    );
};

const readConcepts = async (): Promise<ConceptIndex> =>
  indexConcepts(await loadCatalog(), rememberMentions);

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
