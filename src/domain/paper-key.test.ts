import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldTitle, keysOf } from './paper-key.ts';

describe('folded titles', () => {
  test.each([
    ['KV-Cache:  an Overview!', 'kv cache an overview'],
    ['Attention Is All You Need', 'attention is all you need.'],
    ['“Why Should I Trust You?”', "'Why should I trust you?'"],
    ['A\u00a0B', 'AB'],
    ['ﬁne ＴＩＴＬＥ', 'fine title'],
    ['STRASSE', 'strasse'],
  ])('%j is %j', (one, other) => {
    expect(foldTitle(one)).toBe(foldTitle(other));
  });

  test.each([
    ['FlashDecoding', 'FlashDecoding++'],
    ['Schrodinger', 'Schrödinger'],
    ['A Survey I', 'A Survey II'],
    ['???', '!!!'],
    ['大模型', '小模型'],
  ])('%j is not %j', (one, other) => {
    expect(foldTitle(one)).not.toBe(foldTitle(other));
  });

  test('fold to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(foldTitle(foldTitle(title))).toBe(foldTitle(title));
      }),
    );
  });
});

test('the surest key comes first', () => {
  expect(keysOf({ title: 'A b', doi: '10.1000/ABC', arxiv: '2403.10020' })).toEqual([
    'doi:10.1000/abc',
    'arxiv:2403.10020',
    'title:ab',
  ]);
  expect(keysOf({ title: 'A b' })).toEqual(['title:ab']);
});
