import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineFinder } from './line-finder.ts';

test('counts the line breaks before an offset, of whatever kind they are', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(100), (whole, at) => {
      const offset = Math.min(at, whole.length);
      // a carriage return and its line feed are one break, which ends with the second of them
      const isSplit = whole[offset - 1] === '\r' && whole[offset] === '\n';
      const breaks = whole.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0;
      expect(lineFinder(whole)(offset)).toBe(breaks + 1 - (isSplit ? 1 : 0));
    }),
  );
});
