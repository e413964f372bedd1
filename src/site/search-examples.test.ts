import { describe, expect, test } from 'vitest';
import type { Paper } from '../domain/paper.ts';
import type { Topic } from '../domain/topic.ts';
import { toPayload } from '../search/payload.ts';
import { createSession } from '../search/search-session.ts';
import { EMPTY_STATE } from '../search/url-state.ts';
import { searchExamples } from './search-examples.ts';

const paper = (id: string, title: string, more: object = {}): Paper =>
  ({ id, title, abstract: '', ...more }) as Paper;

const PAPERS = [
  paper('a', 'Large language models', { kind: 'survey', date: '2021-03' }),
  paper('b', 'Small kitchen gardens', {
    authors: [{ name: 'Ada King Lovelace' }],
    container: { name: 'Garden "Quarterly"' },
    links: [{ kind: 'code', url: 'https://example.org' }],
    date: '1999',
  }),
  paper('c', 'Why large language models like paper', { topics: ['models'], kind: 'survey' }),
];
const models = { id: 'models', name: 'Models' } as Topic;
const empty = { id: 'empty', name: 'Empty' } as Topic;

const examplesOf = (papers: readonly Paper[], topics: readonly Topic[] = []) =>
  searchExamples({
    papers,
    topics,
    papersByTopic: new Map([[models.id, papers.filter((one) => one.topics !== undefined)]]),
  });
const queriesOf = (...given: Parameters<typeof examplesOf>) =>
  examplesOf(...given).map(({ q }) => q);

describe('the examples of the help', () => {
  test('are of the collection itself: the longest phrases and the values that most papers have', () => {
    expect(queriesOf(PAPERS, [empty, models])).toEqual([
      '"large language models"',
      'language -gardens',
      'language OR gardens',
      'title:language',
      'topic:models',
      'kind:survey',
      'has:code',
      'author:Lovelace',
      'year:1999..2021',
    ]);
  });

  test('find something', () => {
    const session = createSession(toPayload(PAPERS));
    for (const q of queriesOf(PAPERS, [models]))
      expect(session.query({ ...EMPTY_STATE, q }).total, q).toBeGreaterThan(0);
  });

  test('are left out where a collection knows nothing to show', () => {
    expect(queriesOf([])).toEqual([]);
    expect(queriesOf([paper('a', 'Tea'), paper('b', 'Milk')], [empty])).toEqual([]);
  });
});
