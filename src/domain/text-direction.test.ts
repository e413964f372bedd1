import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayTurn } from './text-direction.ts';

describe('a text may be read from right to left', () => {
  it.each(['שלום', 'A paper on سلام', 'ދިވެހި', 'ߒߞߏ', '𞤀𞤣𞤤𞤢𞤥', 'abc\u202edef', 'a\u2067b\u2069'])(
    'when it says %j',
    (text) => {
      expect(mayTurn(text)).toBe(true);
    },
  );

  it.each(['', 'Grace Hopper', 'Ångström & Ω', '你好', '1984', '\ufeff', 'Ёлка “x” – y'])(
    'but not when it says %j',
    (text) => {
      expect(mayTurn(text)).toBe(false);
    },
  );

  it('when a letter of one of its scripts stands anywhere in it', () => {
    const scripts =
      /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Mende_Kikakui}\p{Script=Phoenician}\p{Script=Hanifi_Rohingya}]/u;
    const sign = fc.integer({ min: 0, max: 0x1ffff }).filter((code) => {
      const letter = String.fromCodePoint(code);
      // the ornament of coptic numbers and the like belong to no direction
      return /\p{L}/u.test(letter) && scripts.test(letter);
    });
    fc.assert(
      fc.property(fc.string(), sign, fc.string(), (before, code, after) => {
        expect(mayTurn(before + String.fromCodePoint(code) + after)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
