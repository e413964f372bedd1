import { buildCatalog } from '../../src/domain/catalog.ts';
import { indexConcepts } from '../../src/domain/concept-index.ts';
import type { Paper } from '../../src/domain/paper.ts';
import {
  conceptsByPaper,
  relatedTo,
  relatePapers,
  type Mentions,
} from '../../src/domain/related.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { runCommand } from '../lib/cli.ts';
import { measureRanking, type Ranking } from './related-quality.ts';

const usage = `
Usage: npm run bench:related [-- --content DIR]

Prints how often related papers share the primary topic of the paper that they are shown with: the share of the
first, of the first five and of all ten, for the related papers of the site, for the same without the concepts of
the glossary, for the words of titles alone, and for papers drawn by chance. Topics are no part of what papers are compared by.

  --content DIR  the collection (else CONTENT_DIR, else content)
`;

const DEPTHS = [1, 5, 10];

const rank = (papers: readonly Paper[], mentions?: Mentions): Ranking => {
  const relations = relatePapers(papers, mentions);
  return new Map(
    papers.map((one) => [one.id, relatedTo(relations, one).map(({ paper }) => paper.id)]),
  );
};

const describe = (name: string, precisions: readonly number[]): string =>
  `${name.padEnd(18)}${precisions.map((one) => one.toFixed(3).padStart(8)).join('')}`;

await runCommand({ usage, options: {} }, async ({ contentDir }) => {
  const { collection, problems } = await loadCollection(contentDir);
  if (collection === undefined) return problems;
  const catalog = buildCatalog(collection);
  const { papers } = catalog;
  const mentions = conceptsByPaper(indexConcepts(catalog));
  const titlesOnly = papers.map((paper) => ({ ...paper, abstract: '' }));
  const withTopic = papers.filter(({ topics }) => topics?.[0] !== undefined).length;
  const measure = (ranking: Ranking) => measureRanking(papers, ranking, DEPTHS);
  console.log(`${papers.length} papers, ${withTopic} with a topic\n`);
  console.log(`${'precision at'.padEnd(18)}${DEPTHS.map((at) => String(at).padStart(8)).join('')}`);
  console.log(describe('related papers', measure(rank(papers, mentions))));
  console.log(describe('without concepts', measure(rank(papers))));
  console.log(describe('title words alone', measure(rank(titlesOnly))));
  console.log(describe('chance', measure(new Map())));
  return problems;
});
