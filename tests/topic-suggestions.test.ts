import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileProposals, compileTopics } from '../src/domain/classify.ts';
import type { Paper } from '../src/domain/paper.ts';
import { relatePapers, type Relations } from '../src/domain/related.ts';
import { isFree } from '../src/domain/topic-candidates.ts';
import { proposeSplits, proposeTopics } from '../src/domain/topic-proposals.ts';
import { suggestTerms } from '../src/domain/topic-terms.ts';
import type { Topic, TopicId } from '../src/domain/topic.ts';
import { loadCollection } from '../src/entries/entry-files.ts';

let papers: readonly Paper[] = [];
let topics: readonly Topic[] = [];
let relations: Relations;

beforeAll(async () => {
  const { lists } = await loadCollection(join(import.meta.dirname, '../content'));
  papers = lists.papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  topics = lists.topics;
  relations = relatePapers(papers);
});

/** The collection if one topic lacked a line of terms: papers that have it, and nothing else, lose their topics. */
const withoutLine = (id: string, line: RegExp) => {
  const lines = topics.find((topic) => topic.id === id)?.match ?? [];
  const gone = lines.filter(({ term }) => line.test(term));
  const cut = topics.map((topic) =>
    topic.id === id ? { ...topic, match: lines.filter((one) => !gone.includes(one)) } : topic,
  );
  const propose = compileProposals(cut);
  const findGone = compileTopics([{ id: id as TopicId, match: gone }]);
  const isLost = (paper: Paper): boolean =>
    paper.topics?.includes(id as TopicId) === true &&
    findGone(paper).length > 0 &&
    !propose(paper).topics.includes(id as TopicId);
  const lost = new Set(papers.filter(isLost).map((paper) => paper.id));
  return {
    topics: cut,
    lost,
    papers: papers.map((paper) => (lost.has(paper.id) ? { ...paper, topics: [] } : paper)),
  };
};

describe('suggestTerms', () => {
  test.each([['efficient-architectures', /\bMoE\b/, /mixture-of-experts/i]])(
    'brings back the terms of %s that were taken away: %s',
    (id, line, wanted) => {
      const { lost, ...state } = withoutLine(id, line);
      expect(lost.size).toBeGreaterThanOrEqual(2);
      const back = suggestTerms(relations, state.papers, state.topics).filter(
        ({ topic, match }) => topic === id && wanted.test(match.term),
      );
      expect(back).toHaveLength(1);
      const filed = back.flatMap(({ files }) => files.map((paper) => paper.id));
      expect(filed.filter((one) => lost.has(one)).length).toBeGreaterThanOrEqual(2);
    },
  );

  /** Every third paper has lost its topics, and half of the terms are gone. */
  const halved = () => ({
    papers: papers.map((paper, at) => (at % 3 === 0 ? { ...paper, topics: [] } : paper)),
    topics: topics.map((topic) => ({
      ...topic,
      match: (topic.match ?? []).filter((_, at) => at % 2 === 0),
    })),
  });

  test('says what ingest would do with each term', () => {
    const state = halved();
    const suggestions = suggestTerms(relations, state.papers, state.topics);
    expect(suggestions.length).toBeGreaterThan(2);
    const before = compileProposals(state.topics);
    for (const { topic, match, files, touches } of suggestions) {
      const propose = compileProposals(
        state.topics.map((one) =>
          one.id === topic ? { ...one, match: [...one.match, match] } : one,
        ),
      );
      const isNew = (paper: Paper): boolean =>
        propose(paper).topics.includes(topic) && !before(paper).topics.includes(topic);
      for (const paper of [...files, ...touches]) expect(isNew(paper), match.term).toBe(true);
      const others = state.papers.filter((paper) => !isFree(paper) && isNew(paper));
      expect(others.filter((paper) => paper.topics?.includes(topic) !== true)).toEqual(touches);
      expect(files.every(isFree)).toBe(true);
    }
  });

  test('files no paper twice', () => {
    const state = halved();
    const filed = suggestTerms(relations, state.papers, state.topics).flatMap(({ files }) => files);
    expect(new Set(filed).size).toBe(filed.length);
  });

  test('does not depend on the order of the files', () => {
    const state = halved();
    const lines = (list: readonly Paper[], related: Relations) =>
      suggestTerms(related, list, state.topics).map(
        ({ topic, match, files }) =>
          `${topic} ${match.term} ${files
            .map(({ id }) => id)
            .toSorted()
            .join(' ')}`,
      );
    const reversed = state.papers.toReversed();
    expect(lines(reversed, relatePapers(reversed))).toEqual(lines(state.papers, relations));
  });
});

describe('proposeTopics', () => {
  test('finds subjects in a collection without topics, not words that stand everywhere', () => {
    const free = papers.map((paper) => ({ ...paper, topics: [] }));
    const proposals = proposeTopics(relations, free, []);
    const names = proposals.map(({ topic }) => topic.name);
    expect(names.length).toBeGreaterThanOrEqual(5);
    expect(names).toEqual(
      expect.arrayContaining(['LLM inference', 'Quantum circuits', 'KV cache']),
    );
    for (const { topic, files } of proposals) {
      expect(files.length, topic.name).toBeGreaterThanOrEqual(3);
      expect(files.length, topic.name).toBeLessThan(papers.length / 4);
    }
  });

  test('gives each new topic an id and a place that none has', () => {
    const free = papers.map((paper) => ({ ...paper, topics: [] }));
    const first = proposeTopics(relations, free, []).map(({ topic }) => topic);
    const second = proposeTopics(relations, free, first).map(({ topic }) => topic);
    const all = [...first, ...second];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ order }) => order)).size).toBe(all.length);
  });
});

test('proposeSplits names the groups of large topics, in which every paper stands once', () => {
  const splits = proposeSplits(relations, papers, topics);
  expect(splits.length).toBeGreaterThan(0);
  for (const { topic, papers: count, groups } of splits) {
    const own = papers.filter((paper) => paper.topics?.includes(topic.id));
    expect(count).toBe(own.length);
    const members = groups.flatMap((group) => group.papers.map(({ id }) => id));
    expect(members.toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  }
});
