import { gatherKnowledge, type Knowledge } from './concepts.ts';
import { DocWords } from './doc-words.ts';
import { buildInSteps, withoutIndex } from './engine.ts';
import { buildColumns } from './facets.ts';
import type { Names } from './names.ts';
import type { SearchPayload } from './payload.ts';
import { FieldReader, labelsWith } from './query-fields.ts';
import type { Shelf } from './query-filters.ts';
import { Sequences } from './sequences.ts';
import type { Steps } from './steps.ts';

/** A collection with everything that its search knows. */
export type Library = Shelf & {
  readonly knowledge: Knowledge;
  /** the title that folds to a text */
  readonly titleOf: (folded: string) => string | undefined;
};

/** Reads a collection, with what it calls things where that is known. */
export function* openLibrary(payload: SearchPayload, names?: Names): Steps<Library> {
  const { papers } = payload;
  const sequences = new Sequences();
  const built = yield* buildInSteps(
    papers.map(({ id, title }, doc) => ({ id, title, paragraphs: payload.texts?.[doc] ?? [] })),
    (paragraphs) => sequences.add(paragraphs),
  );
  const engine = withoutIndex(built);
  const columns = buildColumns(papers);
  const topics = new Map(names?.topics.map(({ id, name }) => [id, name]));
  const fields = new FieldReader(columns, labelsWith(topics));
  // who searches titles alone waits for the first results, not for these
  if (payload.texts !== undefined) yield* fields.prepare();
  const titles = new Map(engine.titles.map((folded, doc) => [folded, papers[doc]?.title]));
  return {
    engine,
    columns,
    words: new DocWords(engine.postings, sequences),
    fields,
    knowledge: gatherKnowledge(names?.concepts ?? [], names?.acronyms ?? []),
    titleOf: (folded) => titles.get(folded),
  };
}
