import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from './name-key.ts';

describe('nameKey', () => {
  test.each([
    ['Ada Lovelace', '  ADA\u00a0 lovelace '],
    ['José Ruiz', 'Jose\u0301 Ruiz'],
    ['Ada Lovelace', 'Ada\u200b Love\u00adlace'],
    ['Ａｄａ Lovelace', 'Ada Lovelace'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  test.each([
    ['J. Smith', 'John Smith'],
    ['J. Smith', 'J Smith'],
    ['Zofie Krumlouha', 'Žofie Krumlouhá'],
    ['Tae-Kyun Kim', 'Tae Kyun Kim'],
    ['Kim Tae', 'Tae Kim'],
  ])('sets %j and %j apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  test('of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });
});
