import { buildCatalog } from '../../src/domain/catalog.ts';
import { indexConcepts } from '../../src/domain/concept-index.ts';
import { conceptsByPaper, relatedTo, relatePapers } from '../../src/domain/related.ts';
import { startHere } from '../../src/domain/start-here.ts';
import { groupPapers } from '../../src/domain/topic-groups.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { runCommand } from '../lib/cli.ts';

const usage = `
node scripts/bench/build-related.ts [--content DIR] [--without]

Computes what a build computes for related papers and for the groups and beginnings of topics, and prints
nothing: \`npm run bench:build\` measures it. With --without it reads and indexes the collection alone.
`;

await runCommand(
  { usage, options: { without: { type: 'boolean' } } },
  async ({ values, contentDir }) => {
    const { collection, problems } = await loadCollection(contentDir);
    if (collection === undefined) return problems;
    const catalog = buildCatalog(collection);
    const mentions = conceptsByPaper(indexConcepts(catalog));
    if (values.without === true) return [];
    const relations = relatePapers(catalog.papers, mentions);
    for (const paper of catalog.papers) relatedTo(relations, paper);
    for (const [id, papers] of catalog.papersByTopic) {
      startHere(relations, id, papers);
      groupPapers(relations, papers, catalog.topicById.get(id)?.name);
    }
    return [];
  },
);
