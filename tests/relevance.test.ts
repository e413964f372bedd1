import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadOwnPapers, ndcgOf, readJudged } from '../scripts/bench/search-judged.ts';

/**
 * How well the search answers questions that were judged by reading the papers. The floors lie below what was
 * measured, so that papers may come and go; half of the questions were held out while settings were chosen.
 */
const FLOORS = {
  'known-item': 0.95,
  topic: 0.85,
  misspelt: 0.9,
  unfinished: 0.9,
  acronym: 0.88,
  everyday: 0.6,
  tuning: 0.8,
  'held-out': 0.75,
} as const;

describe('the search of the collection', async () => {
  const { docs, ours } = await loadOwnPapers('content');
  const ids = new Set(docs.map(({ id }) => id));
  const lists = readJudged(await readFile('tests/fixtures/judged-queries.jsonl', 'utf8'), (id) =>
    ids.has(id),
  );
  const index = await ours.build(docs);

  test.each(Object.entries(FLOORS))(
    'answers %s questions with nDCG@10 above %d',
    async (list, floor) => {
      const questions = lists[list] ?? [];
      const rankings: (readonly string[])[] = [];
      for (const { text } of questions) rankings.push(await index.find(text, 10));
      expect(questions.length).toBeGreaterThanOrEqual(10);
      expect(ndcgOf(rankings, questions)).toBeGreaterThan(floor);
    },
  );
});

describe('judged questions', () => {
  const line = { id: 'a', kind: 'topic', part: 'tuning', text: 'x', relevant: ['here', 'gone'] };
  const read = (value: unknown) => readJudged(`${JSON.stringify(value)}\n`, (id) => id === 'here');

  test('leave out papers that are gone, and questions without any', () => {
    expect(read(line)['topic']?.map(({ relevant }) => [...relevant])).toEqual([['here']]);
    expect(read({ ...line, relevant: ['gone'] })['topic']).toEqual([]);
  });

  test('are of a known kind', () => {
    expect(() => read({ ...line, kind: 'riddle' })).toThrow('kind');
  });
});
