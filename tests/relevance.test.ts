import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadOwnPapers, ndcgOf, readJudged } from '../scripts/bench/search-judged.ts';

/**
 * How well the search answers questions that were judged by reading the papers. The floors lie below what was
 * measured, so that papers may come and go; half of the questions were held out while settings were chosen. The
 * fresh ones were written later, by somebody who had not seen how the search answers, with every paper judged
 * that may be meant: these tell how it answers what nobody thought of.
 */
const FLOORS = {
  'judged-queries': {
    'known-item': 0.95,
    topic: 0.88,
    misspelt: 0.93,
    unfinished: 0.95,
    acronym: 0.92,
    everyday: 0.8,
    tuning: 0.88,
    'held-out': 0.85,
  },
  'fresh-queries': {
    'known-item': 0.94,
    topic: 0.79,
    misspelt: 0.92,
    unfinished: 0.91,
    acronym: 0.9,
    everyday: 0.77,
    tuning: 0.85,
    'held-out': 0.82,
  },
} as const;

describe.each(Object.entries(FLOORS))(
  'the search of the collection, asked %s',
  async (file, floors) => {
    const { docs, ours } = await loadOwnPapers('content');
    const ids = new Set(docs.map(({ id }) => id));
    const lists = readJudged(await readFile(`tests/fixtures/${file}.jsonl`, 'utf8'), (id) =>
      ids.has(id),
    );
    const index = await ours.build(docs);

    test.each(Object.entries(floors))(
      'answers %s questions with nDCG@10 above %d',
      async (list, floor) => {
        const questions = lists[list] ?? [];
        const rankings: (readonly string[])[] = [];
        for (const { text } of questions) rankings.push(await index.find(text, 10));
        expect(questions.length).toBeGreaterThanOrEqual(10);
        expect(ndcgOf(rankings, questions)).toBeGreaterThan(floor);
      },
    );
  },
);

describe('judged questions', () => {
  const line = { id: 'a', kind: 'topic', part: 'tuning', text: 'x', relevant: ['here', 'gone'] };
  const read = (value: unknown) => readJudged(`${JSON.stringify(value)}\n`, (id) => id === 'here');

  test('leave out papers that are gone, and questions without any', () => {
    expect(read(line)['topic']?.map(({ relevant }) => [...relevant])).toEqual([['here']]);
    expect(read({ ...line, relevant: ['gone'] })['topic']).toEqual([]);
  });

  test('gain less by what only helps', () => {
    const questions = read({ ...line, helpful: ['also', 'here'] })['topic'] ?? [];
    expect(questions[0]?.helpful).toEqual(new Set(['here']));
    const judged = [{ id: 'a', text: 'x', relevant: new Set(['a']), helpful: new Set(['b', 'a']) }];
    expect(ndcgOf([['a', 'b']], judged)).toBe(1);
    expect(ndcgOf([['b', 'a']], judged)).toBeLessThan(1);
    expect(ndcgOf([['b']], judged)).toBeGreaterThan(0);
  });

  test('are of a known kind', () => {
    expect(() => read({ ...line, kind: 'riddle' })).toThrow('kind');
  });
});
