import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelOf, plainWords, type Surfaces } from './term-labels.ts';

const surfacesOf = (counts: Readonly<Record<string, number>>): Surfaces =>
  new Map(Object.entries(counts));

describe('labelOf', () => {
  test.each([
    [{ 'KV cache': 5, 'KV Cache': 3, 'KV caches': 2 }, 'KV cache'],
    [{ 'Parameter-Efficient Tuning': 3 }, 'parameter-efficient tuning'],
    [{ 'Monte Carlo': 19, 'monte carlo': 1 }, 'Monte Carlo'],
    [{ model: 2, models: 3 }, 'models'],
    [{ models: 2, model: 2 }, 'model'],
    [{ 'KV-caches': 1 }, 'KV-caches'],
    [{}, ''],
  ])('readers call %j %j', (counts, label) => {
    const plain = new Set(['cache', 'parameter', 'efficient', 'tuning', 'kv']);
    expect(labelOf(surfacesOf(counts), plain)).toBe(label);
  });

  test('the order in which writings were met makes no difference', () => {
    const counts = fc.dictionary(fc.constantFrom('a', 'A', 'b', 'B', 'ab', 'Ab'), fc.nat(5));
    fc.assert(
      fc.property(counts, (any) => {
        const entries = Object.entries(any);
        const [label, other] = [entries, entries.toReversed()].map((some) =>
          labelOf(new Map(some), new Set(['a'])),
        );
        expect(other).toBe(label);
        expect([...Object.keys(any), 'a', '']).toContain(label);
      }),
    );
  });
});

describe('plainWords', () => {
  test('are those that do without capitals often enough', () => {
    const plain = plainWords([
      surfacesOf({ Quantization: 4, quantization: 1 }),
      // one careless writer does not take a name its capitals
      surfacesOf({ 'Monte Carlo': 19, 'monte carlo': 1 }),
      surfacesOf({ 'Fine-Tuning': 1 }),
    ]);
    expect([...plain]).toEqual(['quantization']);
  });
});
