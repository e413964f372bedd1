import { byText } from '../src/domain/by-text.ts';
import { hasErrors, type Problem } from '../src/domain/problem.ts';
import { isFree } from '../src/domain/topic-candidates.ts';
import { loadCollection } from '../src/entries/entry-files.ts';
import { runCommand, shownPath, UsageError } from './lib/cli.ts';
import { applyFilings, applyTopics } from './lib/topics/apply-topics.ts';
import { describePlan, describeSuggestions } from './lib/topics/describe-topics.ts';
import {
  planFiling,
  planTopics,
  suggest,
  type Suggestions,
  type TopicState,
} from './lib/topics/plan-topics.ts';

const usage = `
npm run topics -- [--suggest] [--apply] [--only terms|topics] [--content DIR]
npm run topics -- --file [--content DIR]

Suggests terms that would give papers without a topic one of those that there are, new topics for those that none
fits, and how large topics fall apart. Says of each term how many papers it would file, how many of other topics
it would touch, and shows a few. Writes nothing without --apply or --file, and never touches papers with topics.

  --suggest      print suggestions (this is what happens without any flag)
  --apply        take them over: terms are added to the topics' files, new topics get files, and the papers without
                 a topic that these now lead to one get it. Look at the difference, then commit or take back
  --only NAME    only terms for the topics that there are, or only new topics
  --file         only file the papers without a topic that the terms of today lead to one: after you wrote terms
  --content DIR  the collection's folder (else CONTENT_DIR, else content)
`;

const options = {
  suggest: { type: 'boolean' },
  apply: { type: 'boolean' },
  file: { type: 'boolean' },
  only: { type: 'string' },
} as const;

const readOnly = (only: string | undefined): 'terms' | 'topics' | undefined => {
  if (only === undefined || only === 'terms' || only === 'topics') return only;
  throw new UsageError(`--only: expected terms or topics, not "${only}".`);
};

const summarize = ({ papers }: TopicState): string => {
  const free = papers.filter(isFree).length;
  return `${free} of ${papers.length} paper${papers.length === 1 ? ' has' : 's have'} no topic.`;
};

const file = async (contentDir: string, state: TopicState): Promise<void> => {
  const filings = planFiling(state);
  await applyFilings(contentDir, filings);
  for (const { id, topics } of filings) console.log(`${id}: ${topics.join(', ')}`);
  console.log(`Filed ${filings.length} of ${state.papers.filter(isFree).length} papers.`);
};

const narrow = (all: Suggestions, only: 'terms' | 'topics' | undefined): Suggestions => ({
  terms: only === 'topics' ? [] : all.terms,
  topics: only === 'terms' ? [] : all.topics,
  splits: only === undefined ? all.splits : [],
});

const NOTHING = 'Nothing was written: --apply adds the terms and topics, and files the papers.';

await runCommand({ usage, options }, async ({ contentDir, values }) => {
  const only = readOnly(values.only);
  if (values.file === true && (values.apply === true || only !== undefined))
    throw new UsageError('--file stands alone.');
  const { lists, problems } = await loadCollection(contentDir, shownPath(contentDir));
  const errors: readonly Problem[] = problems.filter(({ severity }) => severity === 'error');
  if (hasErrors(errors)) return errors;
  const state: TopicState = {
    papers: lists.papers
      .filter(({ withdrawn }) => withdrawn === undefined)
      .toSorted((a, b) => byText(a.id, b.id)),
    topics: lists.topics.toSorted((a, b) => a.order - b.order || byText(a.id, b.id)),
  };
  if (values.file === true) {
    await file(contentDir, state);
    return [];
  }
  const suggestions = narrow(suggest(state), only);
  console.log(`${summarize(state)}\n`);
  for (const line of describeSuggestions(suggestions, state.topics)) console.log(line);
  if (values.apply !== true) {
    console.log(NOTHING);
    return [];
  }
  const plan = planTopics(state, suggestions);
  await applyTopics(contentDir, plan);
  console.log(describePlan(plan));
  return [];
});
