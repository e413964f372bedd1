import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelOf } from './term-labels.ts';

test.each([
  [{ 'KV cache': 5, 'KV Cache': 3, 'KV caches': 2 }, 'KV cache'],
  [{ Quantization: 3, quantization: 1 }, 'quantization'],
  // one careless writer does not take a name its capitals
  [{ 'Monte Carlo': 19, 'monte carlo': 1 }, 'Monte Carlo'],
  [{ model: 2, models: 3 }, 'models'],
  [{ models: 2, model: 2 }, 'model'],
])('of %j readers say %j', (counts, label) => {
  expect(labelOf(new Map(Object.entries(counts)))).toBe(label);
});

test('the order in which writings were met makes no difference', () => {
  const counts = fc.dictionary(fc.constantFrom('a', 'A', 'b', 'B', 'ab', 'Ab'), fc.nat(5));
  fc.assert(
    fc.property(counts, (any) => {
      const entries = Object.entries(any);
      expect(labelOf(new Map(entries.toReversed()))).toBe(labelOf(new Map(entries)));
      if (entries.length > 0) expect(Object.keys(any)).toContain(labelOf(new Map(entries)));
    }),
  );
});
