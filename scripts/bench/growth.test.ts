import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growthExponent } from './growth.ts';

test('finds the exponent by which costs were made', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (exponent, unit) => {
        const cost = (size: number) => unit * size ** exponent;
        const found = growthExponent([100, cost(100)], [1000, cost(1000)]);
        expect(found).toBeCloseTo(exponent, 6);
      },
    ),
  );
});
