import { describe, expect, test } from 'vitest';
import { idToJson, readDocLines, readQueryLines } from './search-input.ts';

describe('readQueryLines', () => {
  test('reads strings and numbers as ids and gives them back as they came', () => {
    const lines = [
      '{"id": 1, "text": "kv cache"}',
      '{"id": "1", "text": "kv cache", "more": [1, {"id": 2}]}',
      '{"id": 12345678901234567890, "text": ""}',
      '{"id": 1.0, "text": "x"}',
      '{"text": "id last", "id": "\\u00e9\\"__proto__"}',
    ];
    const { records, problems } = readQueryLines(`\ufeff${lines.join('\r\n')}\n\n`, 'q.jsonl');
    expect(problems).toEqual([]);
    expect(records.map(({ id }) => idToJson(id))).toEqual([
      '1',
      '"1"',
      '12345678901234567890',
      '1.0',
      '"é\\"__proto__"',
    ]);
    expect(records[0]?.text).toBe('kv cache');
  });

  test.each([
    'not json',
    '{"id": 1}',
    '{"text": "x"}',
    '{"id": null, "text": "x"}',
    '{"id": true, "text": "x"}',
    '{"id": {}, "text": "x"}',
    '{"id": 1, "text": 5}',
    '[1, "x"]',
    '7',
    'null',
  ])('reports %s with its line and reads the others', (bad) => {
    const { records, problems } = readQueryLines(
      `{"id": 1, "text": "a"}\n\n${bad}\n{"id": 2, "text": "b"}`,
      'q.jsonl',
    );
    expect(records.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(problems).toMatchObject([{ severity: 'error', file: 'q.jsonl', line: 3 }]);
  });
});

describe('readDocLines', () => {
  test('takes a paper without an abstract', () => {
    const { records, problems } = readDocLines(
      '{"id": 1, "title": "A", "abstract": "Text."}\n{"id": 2, "title": "B"}\n{"id": 3, "title": "C", "abstract": null}',
      'd.jsonl',
    );
    expect(problems).toEqual([]);
    expect(records.map(({ abstract }) => abstract)).toEqual(['Text.', '', '']);
  });

  test('takes the first of two papers with one id and reports the other', () => {
    const { records, problems } = readDocLines(
      '{"id": 1, "title": "A"}\n{"id": "1", "title": "B"}\n{"id": 2, "title": 5}',
      'd.jsonl',
    );
    expect(records.map(({ title }) => title)).toEqual(['A']);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});
