import { reporter, type Finding, type Folder, type Ids, type Judge } from './collection-judge.ts';
import { nearestWord } from './nearest-word.ts';
import { quote, type Problem } from './problem.ts';

const unknownId = (field: string, id: string, folder: Folder, known: Iterable<string>): Finding => {
  const meant = nearestWord(id, [...known]);
  const file = `${folder}/${id}.md`;
  return {
    field,
    found: `the unknown id ${quote(id)}`,
    wanted: `an id of ${folder}`,
    hint: meant === undefined ? `Correct it or write ${file}.` : `Did you mean \`${meant}\`?`,
  };
};

/** Ids in a list field that name no entry. */
const unknownIn = (list: Ids | undefined, field: string, folder: Folder, judge: Judge) =>
  (list ?? []).flatMap((id, index) =>
    judge.idsOf[folder].has(id)
      ? []
      : [unknownId(`${field}.${index}`, id, folder, judge.idsOf[folder])],
  );

/** Papers name topics that there are. */
export const checkPaperTopics = (judge: Judge): readonly Problem[] =>
  judge.collection.papers.flatMap(({ id, topics }) =>
    unknownIn(topics, 'topics', 'topics', judge).map((finding) =>
      reporter('error', judge)('papers', id, finding),
    ),
  );

/** Concepts name topics and concepts that there are. */
export const checkConceptReferences = (judge: Judge): readonly Problem[] =>
  judge.collection.concepts.flatMap(({ id, topics, broader, related }) =>
    [
      ...unknownIn(topics, 'topics', 'topics', judge),
      ...unknownIn(broader, 'broader', 'concepts', judge),
      ...unknownIn(related, 'related', 'concepts', judge),
    ].map((finding) => reporter('error', judge)('concepts', id, finding)),
  );

/** No concept is broader than itself or related to itself. */
export const checkSelfReferences = (judge: Judge): readonly Problem[] =>
  judge.collection.concepts.flatMap(({ id, broader = [], related = [] }) =>
    (['broader', 'related'] as const)
      .filter((field) => (field === 'broader' ? broader : related).some((other) => other === id))
      .map((field) =>
        reporter('error', judge)('concepts', id, {
          field,
          found: 'the concept itself',
          wanted: 'other concepts',
          hint: `Remove ${quote(id)} from the list.`,
        }),
      ),
  );

/** Every id that was ever published has an entry, an alias or a notice. */
export const checkLedger = (judge: Judge): readonly Problem[] => {
  const aliases = new Set<string>(judge.collection.papers.flatMap(({ aliases = [] }) => aliases));
  return [...new Set(judge.ledgerIds)]
    .filter((id) => !judge.idsOf.papers.has(id) && !aliases.has(id))
    .map((id) =>
      reporter('error', judge)('papers', id, {
        found: 'no entry',
        wanted: 'something at every address that was ever published',
        hint: `Add ${quote(id)} to the aliases of another entry, as \`npm run rename\` does, or write the entry as a notice with \`withdrawn\`.`,
      }),
    );
};
