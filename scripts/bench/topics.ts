import { proposeKind } from '../../src/domain/classify-kind.ts';
import type { TopicScore } from '../../src/domain/classify.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { Topic, TopicId } from '../../src/domain/topic.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { runCommand } from '../lib/cli.ts';
import { crossValidate, judge, scoreBy } from '../lib/fit-settings.ts';
import {
  extraTopics,
  f1Of,
  missedTopics,
  outcomeOf,
  outcomeOfTopic,
  precisionOf,
  primaryAccuracy,
  recallOf,
  wantedTopics,
  type Judged,
} from '../lib/topic-quality.ts';

const usage = `
Usage: npm run bench:topics [-- --content DIR] [--misses]

Proposes topics and kind for every paper of the collection, as ingest does for new ones, and compares them with
those that the entries have. In the five folds the settings (what a hit in the title or the motivation counts,
the threshold, the share of the best) are fitted on four folds and tried on the fifth; the terms, written by
hand, are the same in all.

  --content DIR  the collection (else CONTENT_DIR, else content)
  --misses       list the papers whose proposals differ, and what spoke for and against
`;

const EVIDENCE = 4;

const show = (share: number): string => share.toFixed(3);
const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / (values.length || 1);

const describeMicro = (name: string, judged: readonly Judged[]): string => {
  const outcome = outcomeOf(judged);
  const measures = `precision ${show(precisionOf(outcome))}  recall ${show(recallOf(outcome))}`;
  const primary = `primary topic ${show(primaryAccuracy(judged))}`;
  return `${name.padEnd(11)}${measures}  micro-F1 ${show(f1Of(outcome))}  ${primary}`;
};

const describeTopics = (judged: readonly Judged[], topics: readonly Topic[]): string => {
  const width = Math.max(0, ...topics.map(({ id }) => id.length));
  const lines = topics.map(({ id }) => {
    const outcome = outcomeOfTopic(judged, id);
    const counts = [outcome.right, outcome.extra, outcome.missed].map((n) => String(n).padStart(6));
    return `${id.padEnd(width)} ${counts.join(' ')}  ${show(f1Of(outcome))}`;
  });
  const header = `${'topic'.padEnd(width)}  right  extra missed  F1`;
  const macro = mean(topics.map(({ id }) => f1Of(outcomeOfTopic(judged, id))));
  return [header, ...lines, `macro-F1 ${show(macro)}`].join('\n');
};

const describeKinds = (papers: readonly Paper[]): string => {
  const judged = papers.filter(({ kind }) => kind !== undefined);
  const right = judged.filter((paper) => proposeKind(paper) === paper.kind).length;
  return `kind       right for ${right} of ${judged.length} (${show(right / (judged.length || 1))})`;
};

const describeMiss = (one: Judged, scores: readonly TopicScore[]): string => {
  const explain = (sign: string) => (id: TopicId) => {
    const score = scores.find(({ topic }) => topic === id);
    const evidence = (score?.evidence ?? [])
      .slice(0, EVIDENCE)
      .map(({ term, points }) => `${points.toFixed(1)} ${term}`);
    return `  ${sign} ${id} ${(score?.points ?? 0).toFixed(1)}: ${evidence.join('; ')}`;
  };
  return [
    `${one.paper.id}: wanted ${wantedTopics(one.paper).join(', ') || 'none'}`,
    ...extraTopics(one).map(explain('+')),
    ...missedTopics(one).map(explain('-')),
  ].join('\n');
};

const countMisses = (one: Judged): number => extraTopics(one).length + missedTopics(one).length;

await runCommand(
  { usage, options: { misses: { type: 'boolean' } } },
  async ({ values, contentDir }) => {
    const { collection, problems } = await loadCollection(contentDir);
    if (collection === undefined) return problems;
    const papers = collection.papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const topics = collection.topics.toSorted((a, b) => a.order - b.order);
    const scored = scoreBy(papers, topics);
    const judged = judge(papers, scored);
    console.log(`${papers.length} papers, ${topics.length} topics\n`);
    console.log(describeMicro('all papers', judged));
    console.log(describeMicro('five folds', crossValidate(papers, topics)));
    console.log(`${describeKinds(papers)}\n\n${describeTopics(judged, topics)}`);
    if (values.misses === true)
      for (const one of judged
        .filter((one) => countMisses(one) > 0)
        .toSorted((a, b) => countMisses(b) - countMisses(a)))
        console.log(`\n${describeMiss(one, scored.scores.get(one.paper) ?? [])}`);
    return problems;
  },
);
