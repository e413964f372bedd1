import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperId, TopicId } from './fields.ts';
import { distanceBetween, MAP_SIZE, type Point } from './map-geometry.ts';
import { placePapers, type Placeable, type Surroundings } from './map-place.ts';

const id = (text: string): PaperId => text as PaperId;
const topic = (text: string): TopicId => text as TopicId;
const TOPICS = ['t1', 't2', 't3'].map(topic);

const paper = (name: string, ...topics: readonly string[]): Placeable => ({
  id: id(name),
  topics: topics.map(topic),
});

const around = (
  kept: Record<string, Point>,
  relatives: Record<string, readonly string[]> = {},
): Surroundings => ({
  kept: new Map(Object.entries(kept).map(([name, at]) => [id(name), at])),
  relativesOf: (one) => (relatives[one] ?? []).map(id),
  topics: TOPICS,
});

const anyPlace = fc.record({
  x: fc.integer({ min: 0, max: MAP_SIZE }),
  y: fc.integer({ min: 0, max: MAP_SIZE }),
});
const NAMES = [...'abcdefghijkl'];
const anyCollection = fc.record({
  papers: fc
    .subarray(NAMES, { minLength: 1 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.subarray(['t1', 't2', 't3']).map((topics) => paper(name, ...topics)),
        ),
      ),
    ),
  kept: fc.dictionary(fc.constantFrom(...NAMES), anyPlace),
  relatives: fc.dictionary(fc.constantFrom(...NAMES), fc.subarray(NAMES)),
});

describe('placePapers', () => {
  test('leaves a kept place as it is', () => {
    const places = placePapers([paper('a', 't1')], around({ a: { x: 1, y: 2 } }));
    expect(places.get(id('a'))).toEqual({ x: 1, y: 2 });
  });

  test('gives a paper the place of the entry that became it', () => {
    const merged = { ...paper('new', 't1'), aliases: [id('old')] };
    const places = placePapers([merged], around({ old: { x: 5, y: 6 } }));
    expect(places.get(id('new'))).toEqual({ x: 5, y: 6 });
  });

  test('puts a new paper into the middle of its three nearest relatives', () => {
    const kept = {
      a: { x: 1000, y: 1000 },
      b: { x: 4000, y: 1000 },
      c: { x: 1000, y: 4000 },
      far: { x: 10_000, y: 10_000 },
    };
    const relatives = { new: ['unknown', 'a', 'b', 'c', 'far'] };
    const places = placePapers([paper('new', 't1')], around(kept, relatives));
    const at = places.get(id('new'))!;
    expect(distanceBetween(at, { x: 2000, y: 2000 })).toBeLessThan(100);
  });

  test('puts a paper without relatives to its topic, near the middle of those that are there', () => {
    const kept = { a: { x: 8000, y: 8000 }, b: { x: 8200, y: 8000 }, c: { x: 100, y: 100 } };
    const papers = [paper('a', 't1'), paper('b', 't1'), paper('c', 't2'), paper('new', 't1', 't2')];
    const at = placePapers(papers, around(kept)).get(id('new'))!;
    expect(distanceBetween(at, { x: 8100, y: 8000 })).toBeLessThan(800);
  });

  test('gives a place on the map to every paper, always the same', () => {
    fc.assert(
      fc.property(anyCollection, ({ papers, kept, relatives }) => {
        const places = placePapers(papers, around(kept, relatives));
        expect([...places.keys()]).toEqual(papers.map((one) => one.id));
        for (const { x, y } of places.values()) {
          expect(x >= 0 && x <= MAP_SIZE && y >= 0 && y <= MAP_SIZE).toBe(true);
        }
        expect(placePapers(papers, around(kept, relatives))).toEqual(places);
      }),
    );
  });

  test('moves nobody else when a paper comes that has no kept place', () => {
    fc.assert(
      fc.property(anyCollection, ({ papers, kept, relatives }) => {
        const before = placePapers(papers, around(kept, relatives));
        const more = placePapers([...papers, paper('newcomer', 't1')], around(kept, relatives));
        for (const [one, at] of before) expect(more.get(one)).toEqual(at);
      }),
    );
  });

  test('keeps papers apart that have the same relatives', () => {
    const kept = { a: { x: 5000, y: 5000 } };
    const names = Array.from({ length: 60 }, (_, at) => `new-${at}`);
    const relatives = Object.fromEntries(names.map((name) => [name, ['a']]));
    const places = placePapers(
      names.map((name) => paper(name, 't1')),
      around(kept, relatives),
    );
    const distinct = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
    expect(distinct.size).toBe(names.length);
  });
});
