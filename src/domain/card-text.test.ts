import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCardText } from './card-text.ts';

describe('toCardText', () => {
  it.each([
    ['The Résumé of a Tide', 'The Résumé of a Tide'],
    ['🐝 Counts:  a Meadow in June 🌼', 'Counts: a Meadow in June'],
    ['👩🏽‍🔬 at work', 'at work'],
    ['$\\alpha$-Divergence', 'α-Divergence'],
    ['Sorting in $O(n^2)$ Steps', 'Sorting in O(n²) Steps'],
    ['$\\mathbb{R}$ and $\\mathcal{O}$', 'R and O'],
    ['Cafe\u0301', 'Café'],
    ['soft\u00adhyphen, non\u2011breaking', 'softhyphen, non-breaking'],
    ['Über die Wärme; Русский; Đàm Nguyệt', 'Über die Wärme; Русский; Đàm Nguyệt'],
  ])('writes %j as %j', (text, written) => {
    expect(toCardText(text)).toBe(written);
  });

  it.each(['蜜蜂と図書館の屋根', 'ساعات المدّ والجزر', 'A → B', 'Bees और Trees', '🐝', '', ' '])(
    'gives %j up rather than half of it',
    (text) => {
      expect(toCardText(text)).toBeUndefined();
    },
  );

  it('says the same of what it has written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = toCardText(text);
        // dollars and backslashes that were no mathematics may become some next to others
        fc.pre(!/[$\\]/.test(text));
        if (written !== undefined) expect(toCardText(written)).toBe(written);
      }),
    );
  });
});
