import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaperTerms, toPaperTerms, type PaperTerms } from './paper-terms.ts';
import { paperIdSchema } from './fields.ts';
import { suggestPapers } from './suggest.ts';
import { buildVectors, cosine, EMPTY_VECTOR } from './vectors.ts';

const TITLES = [
  'Kiln lids of clay',
  'Clay for kiln lids',
  'Glazing a kiln',
  'Bees and clover',
  'Clover honey of bees',
  'Tides',
];

const termsOf = (titles: readonly string[]): PaperTerms => {
  const space = buildVectors(
    titles.map((title, at) => ({ id: paperIdSchema.parse(`p${at}`), title, abstract: '' })),
  );
  return toPaperTerms(
    space,
    space.keys.map(() => false),
  );
};

const terms = termsOf(TITLES);
const suggest = (...kept: string[]) => suggestPapers(terms, new Set(kept), 10);

describe('papers like those on a list', () => {
  test('come with the terms that led to each, the likest first', () => {
    expect(suggest('p0')).toEqual([
      {
        id: 'p1',
        score: expect.any(Number) as number,
        terms: expect.arrayContaining(['kiln lids']) as string[],
      },
      { id: 'p2', score: expect.any(Number) as number, terms: ['kiln'] },
    ]);
  });

  test('are on all its subjects', () => {
    expect(suggest('p0', 'p3').map(({ id }) => id)).toEqual(expect.arrayContaining(['p1', 'p4']));
  });

  test('are none for a list without papers, or with papers that nobody knows', () => {
    expect(suggest()).toEqual([]);
    expect(suggest('gone')).toEqual([]);
    expect(suggest('p5')).toEqual([]);
  });

  test('come first when they are much like one of it, not a little like several', () => {
    const all: PaperTerms = {
      ids: ['kept-1', 'kept-2', 'much', 'little'],
      labels: ['kiln', 'bee'],
      papers: [
        [0, 100],
        [1, 100],
        [0, 80],
        [0, 50, 1, 50],
      ],
    };
    const found = suggestPapers(all, new Set(['kept-1', 'kept-2']), 2);
    expect(found.map(({ id }) => id)).toEqual(['much', 'little']);
  });

  test('are not explained by what hardly matters', () => {
    const all: PaperTerms = {
      ids: ['kept', 'other'],
      labels: ['kiln', 'shelf'],
      papers: [
        [0, 90, 1, 10],
        [0, 90, 1, 10],
      ],
    };
    expect(suggestPapers(all, new Set(['kept']), 1)[0]?.terms).toEqual(['kiln']);
  });

  const anyTerms: fc.Arbitrary<PaperTerms> = fc
    .array(
      fc.uniqueArray(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 99 })), {
        selector: ([term]) => term,
      }),
      { maxLength: 8 },
    )
    .map((papers) => ({
      ids: papers.map((_, at) => `p${at}`),
      labels: ['a', 'a b', 'c', 'd', 'E', 'e f'],
      papers: papers.map((pairs) => pairs.flat()),
    }));

  test('are never on it, never more than asked for, and each has a term of a kept paper', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(fc.nat({ max: 7 })),
        fc.integer({ min: 0, max: 5 }),
        (all, numbers, most) => {
          const kept = new Set(numbers.map((number) => `p${number}`));
          const found = suggestPapers(all, kept, most);
          expect(found.length).toBeLessThanOrEqual(most);
          const labelsOf = (id: string) =>
            (all.papers[all.ids.indexOf(id)] ?? [])
              .filter((_, at) => at % 2 === 0)
              .map((term) => all.labels[term]);
          const keptLabels = [...kept].flatMap(labelsOf);
          for (const { id, terms: why } of found) {
            expect(kept.has(id)).toBe(false);
            expect(why.length).toBeGreaterThan(0);
            for (const label of why) {
              expect(keptLabels).toContain(label);
              expect(labelsOf(id)).toContain(label);
            }
          }
        },
      ),
    );
  });
});

describe('the file of terms', () => {
  test('is read as it was written', () => {
    expect(readPaperTerms(JSON.parse(JSON.stringify(terms)))).toEqual(terms);
  });

  test.each([
    null,
    7,
    {},
    { ids: [], labels: [], papers: [[1]] },
    { ids: ['a'], labels: [], papers: ['x'] },
  ])('is not %j', (value) => {
    expect(() => readPaperTerms(value)).toThrow();
  });

  test('orders the papers by likeness as the vectors themselves do', () => {
    const space = buildVectors(
      TITLES.map((title, at) => ({ id: paperIdSchema.parse(`p${at}`), title, abstract: '' })),
    );
    const vectorOf = (id: string) =>
      space.vectors[space.ids.findIndex((one) => one === id)] ?? EMPTY_VECTOR;
    for (const kept of space.ids) {
      const expected = space.ids
        .filter((id) => id !== kept && cosine(vectorOf(id), vectorOf(kept)) > 0)
        .toSorted(
          (a, b) => cosine(vectorOf(b), vectorOf(kept)) - cosine(vectorOf(a), vectorOf(kept)),
        );
      expect(suggest(kept).map(({ id }) => id)).toEqual(expected);
    }
  });
});
