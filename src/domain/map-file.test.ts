import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperId } from './fields.ts';
import { checkMapIds } from './map-check.ts';
import { formatMapFile, mapFileSchema, placesOf } from './map-file.ts';
import { MAP_SIZE, type Point } from './map-geometry.ts';

const anyId = fc
  .stringMatching(/^[a-z0-9]{1,5}(?:-[a-z0-9]{1,5}){0,3}$/)
  .map((id) => id as PaperId);
const anyCoordinate = fc.integer({ min: 0, max: MAP_SIZE });
const anyPlaces = fc
  .array(fc.tuple(anyId, fc.record({ x: anyCoordinate, y: anyCoordinate })))
  .map((pairs) => new Map<PaperId, Point>(pairs));

const parse = (text: string) => placesOf(mapFileSchema.parse(JSON.parse(text)));

describe('formatMapFile', () => {
  test('writes one paper a line, by id', () => {
    const places = new Map([
      ['b' as PaperId, { x: 3, y: 4 }],
      ['a' as PaperId, { x: 1, y: 2 }],
    ]);
    expect(formatMapFile(places)).toBe(
      '{\n  "version": 1,\n  "places": {\n    "a": [1, 2],\n    "b": [3, 4]\n  }\n}\n',
    );
  });

  test('comes back as it went, and the order of the papers makes no difference', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const text = formatMapFile(places);
        expect(parse(text)).toEqual(places);
        expect(formatMapFile(new Map([...places].toReversed()))).toBe(text);
      }),
    );
  });
});

describe('mapFileSchema', () => {
  test.each([
    ['another version', { version: 2, places: {} }],
    ['no places', { version: 1 }],
    ['an id that is none', { version: 1, places: { 'A B': [1, 2] } }],
    ['a place off the map', { version: 1, places: { a: [1, MAP_SIZE + 1] } }],
    ['a place between', { version: 1, places: { a: [1.5, 2] } }],
    ['one coordinate', { version: 1, places: { a: [1] } }],
    ['an unknown field', { version: 1, places: {}, seed: 1 }],
  ])('refuses %s', (_, value) => {
    expect(mapFileSchema.safeParse(value).success).toBe(false);
  });
});

describe('checkMapIds', () => {
  const map = mapFileSchema.parse({
    version: 1,
    places: { a: [1, 1], old: [2, 2], gone: [3, 3] },
  });

  test('warns of places without a paper, once for all of them', () => {
    const papers = [{ id: 'a' }, { id: 'b', aliases: ['old'] }];
    const problems = checkMapIds(map, papers, 'content/map.json');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', file: 'content/map.json' });
    expect(problems[0]?.found).toContain('"gone"');
    expect(problems[0]?.found).not.toContain('old');
  });

  test('has nothing to say of a map that knows its papers, or of none', () => {
    const papers = ['a', 'old', 'gone'].map((id) => ({ id }));
    expect(checkMapIds(map, papers, 'map.json')).toEqual([]);
    expect(checkMapIds(undefined, [], 'map.json')).toEqual([]);
  });
});
