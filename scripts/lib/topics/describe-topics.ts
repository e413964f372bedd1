import type { Paper } from '../../../src/domain/paper.ts';
import type { SplitProposal, TopicProposal } from '../../../src/domain/topic-proposals.ts';
import type { TermSuggestion } from '../../../src/domain/topic-terms.ts';
import type { Topic } from '../../../src/domain/topic.ts';
import type { Suggestions, TopicPlan } from './plan-topics.ts';

const MOST_EXAMPLES = 3;
const LONGEST_TITLE = 90;

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

const cut = (title: string): string =>
  title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;

const examples = (papers: readonly Paper[]): readonly string[] =>
  papers.slice(0, MOST_EXAMPLES).map(({ title }) => `      ${cut(title)}`);

const describeTerm = ({ match, files, knows, touches }: TermSuggestion): readonly string[] => {
  const wrongly = touches.length === 0 ? 'touches no other' : `touches ${touches.length} of others`;
  return [
    `    ${match.term}: files ${files.length}, ${wrongly}, is in ${knows} of the topic (weight ${match.weight})`,
    ...examples(files),
  ];
};

const describeTerms = (
  terms: readonly TermSuggestion[],
  topics: readonly Topic[],
): readonly string[] => {
  const byTopic = Map.groupBy(terms, ({ topic }) => topic);
  const lines = topics.flatMap(({ id, name }) => {
    const own = byTopic.get(id) ?? [];
    return own.length === 0 ? [] : [`  ${name} (topics/${id}.md)`, ...own.flatMap(describeTerm)];
  });
  return lines.length === 0 ? [] : ['Terms that would file papers without a topic:', ...lines, ''];
};

const describeTopic = ({ topic, files }: TopicProposal): readonly string[] => [
  `  ${topic.name} (topics/${topic.id}.md): files ${files.length}`,
  `    by ${(topic.match ?? []).map(({ term }) => term).join(' | ')}`,
  ...examples(files),
];

const describeSplit = ({ topic, papers, groups }: SplitProposal): readonly string[] => [
  `  ${topic.name} (topics/${topic.id}.md), ${count(papers, 'paper')}`,
  ...groups.map(({ name, papers: own }) => `    ${String(own.length).padStart(4)}  ${name}`),
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines, ''];

/** All suggestions, for people. */
export const describeSuggestions = (
  { terms, topics, splits }: Suggestions,
  known: readonly Topic[],
): readonly string[] => [
  ...describeTerms(terms, known),
  ...section('New topics for papers that no topic fits:', topics.flatMap(describeTopic)),
  ...section(
    'Large topics, and the groups that their papers fall into (for you to split; nothing does it by itself):',
    splits.flatMap(describeSplit),
  ),
];

/** @example 'Added 12 terms to 5 topics, wrote 2 new topics, filed 86 papers.' */
export const describePlan = ({ added, created, filings }: TopicPlan): string => {
  const terms = [...added.values()].reduce((sum, list) => sum + list.length, 0);
  return `Added ${count(terms, 'term')} to ${count(added.size, 'topic')}, wrote ${count(created.length, 'new topic')}, filed ${count(filings.length, 'paper')}.`;
};
