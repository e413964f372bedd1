import { expect, test } from 'vitest';
import { changedOn, lastChange } from './changed.ts';

const notice = (date: string) => ({ date, kind: 'erratum' as const, note: 'A figure was wrong.' });

test('a notice makes a paper new again, an older one does not', () => {
  expect(changedOn({ added: '2026-01-02' })).toBe('2026-01-02');
  expect(changedOn({ added: '2026-01-02', corrections: [notice('2026-03-01')] })).toBe(
    '2026-03-01',
  );
  expect(changedOn({ added: '2026-01-02', corrections: [notice('2020-03-01')] })).toBe(
    '2026-01-02',
  );
  expect(changedOn({})).toBeUndefined();
});

test('a collection changed when one of its papers last did', () => {
  expect(lastChange([{ added: '2026-01-02' }, {}, { added: '2025-12-31' }])).toBe('2026-01-02');
  expect(lastChange([{}])).toBeUndefined();
});
