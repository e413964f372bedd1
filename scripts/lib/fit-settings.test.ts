import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paperIdSchema } from '../../src/domain/fields.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { topicIdSchema, type Topic } from '../../src/domain/topic.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { crossValidate, judge, scoreBy } from './fit-settings.ts';
import { f1Of, outcomeOf, precisionOf } from './topic-quality.ts';

const KILNS: Topic = {
  id: topicIdSchema.parse('kilns'),
  name: 'Kilns',
  summary: 'Where pots are fired.',
  order: 1,
  introduction: '',
  match: [{ term: 'kiln', weight: 6 }],
};

const PAPERS = Array.from({ length: 20 }, (_, at): Paper => {
  const isOnKilns = at % 2 === 0;
  return {
    id: paperIdSchema.parse(`pot-${at}`),
    title: isOnKilns ? 'A Kiln' : 'A Pot',
    abstract: isOnKilns ? 'We build a kiln.' : 'Kilns are hot. We turn a pot.',
    topics: isOnKilns ? [KILNS.id] : [],
  };
});

describe('five folds', () => {
  test('judge every paper once', () => {
    const ids = crossValidate(PAPERS, [KILNS]).map(({ paper }) => paper.id);
    expect(ids.toSorted()).toEqual(PAPERS.map(({ id }) => id).toSorted());
  });

  test('do not depend on the order of the papers', () => {
    const sorted = (papers: readonly Paper[]) =>
      crossValidate(papers, [KILNS])
        .map(({ paper, proposed }) => `${paper.id}: ${proposed.join()}`)
        .toSorted();
    expect(sorted(PAPERS.toReversed())).toEqual(sorted(PAPERS));
  });

  test('find settings that tell a topic from a mention', () => {
    expect(f1Of(outcomeOf(crossValidate(PAPERS, [KILNS])))).toBe(1);
  });
});

describe('the terms of our own topics', async () => {
  const { collection } = await loadCollection(resolve(import.meta.dirname, '../../content'));
  const { papers = [], topics = [] } = collection ?? {};
  const curated = papers.filter(({ topics: ids, kind }) => ids !== undefined || kind !== undefined);
  const hasTerms = topics.some(({ match = [] }) => match.length > 0);
  const ourTest = test.skipIf(curated.length === 0 || !hasTerms);

  ourTest('propose what our curators chose', () => {
    const outcome = outcomeOf(judge(curated, scoreBy(curated, topics)));
    expect(f1Of(outcome)).toBeGreaterThanOrEqual(0.85);
    expect(precisionOf(outcome)).toBeGreaterThanOrEqual(0.85);
  });

  ourTest('hold when the settings are fitted on other papers', () => {
    expect(f1Of(outcomeOf(crossValidate(curated, topics)))).toBeGreaterThanOrEqual(0.82);
  });
});
