import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseReasons, toSharedConcept, type Shared } from './reasons.ts';
import type { Concept } from './concept.ts';
import { keyOfPhrase } from './terms.ts';

const shared = (label: string, weight = 1, keys = [keyOfPhrase(label)]): Shared => ({
  label,
  keys,
  weight,
});

describe('chooseReasons', () => {
  test.each([
    ['KV cache', 'cache'],
    ['cache', 'KV caches'],
    ['NLP', 'natural language processing'],
    ['Mixture-of-experts', 'MoE'],
    ['parallel', 'parallelism'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(chooseReasons([], [shared(one), shared(other)], 3)).toEqual([one]);
  });

  test.each([
    ['NAS', 'search space'],
    ['memory', 'memristor'],
    ['HIP', 'hip'],
    ['KV cache', 'KV store'],
  ])('tells %j from %j', (one, other) => {
    expect(chooseReasons([], [shared(one), shared(other)], 3)).toEqual([one, other]);
  });

  test('names concepts first, by any of their names', () => {
    const llm = shared('Large language model', 0.1, ['larg languag model', '^LLM']);
    expect(chooseReasons([llm], [shared('LLMs', 9), shared('kiln', 8)], 3)).toEqual([
      'Large language model',
      'kiln',
    ]);
  });

  test('names commonplaces last, when there is room', () => {
    const [kiln, clay] = [shared('kiln'), shared('clay')];
    expect(chooseReasons([], [kiln], 3, [clay])).toEqual(['kiln', 'clay']);
    expect(chooseReasons([], [kiln], 1, [clay])).toEqual(['kiln']);
  });

  test('leaves out what tells little next to the first term', () => {
    expect(chooseReasons([], [shared('kiln', 1), shared('shelf', 0.1)], 3)).toEqual(['kiln']);
  });

  test('gives one reason at least when there is any, and no more than asked for', () => {
    const labels = fc.constantFrom('kiln', 'shelf', 'KV cache', 'cache', 'tide clock');
    const some = fc
      .array(fc.tuple(labels, fc.nat(9)))
      .map((pairs) => pairs.map(([label, weight]) => shared(label, weight + 1)))
      .map((all) => all.toSorted((a, b) => b.weight - a.weight));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 3 }), (all, most) => {
        const reasons = chooseReasons([], all, most);
        expect(reasons.length).toBeLessThanOrEqual(most);
        expect(reasons[0]).toBe(all[0]?.label);
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });
});

describe('toSharedConcept', () => {
  const concept = (name: string, ...aliases: string[]) =>
    ({ id: 'x', name, aliases, definition: '' }) as unknown as Concept;
  const labels = new Map([
    ['energy consumption', 'energy consumption'],
    ['pareto frontier', 'Pareto frontier'],
  ]);

  test.each([
    ['Energy consumption', 'energy consumption'],
    ['Pareto frontier', 'Pareto frontier'],
    ['Internet of Things', 'Internet of Things'],
  ])('%j stands in a sentence as %j', (name, label) => {
    expect(toSharedConcept(concept(name), 1, labels).label).toBe(label);
  });

  test('is known by all its names', () => {
    const { keys } = toSharedConcept(concept('Large language model', 'LLM'), 1, labels);
    expect(keys).toEqual(['larg languag model', '^LLM']);
  });
});
