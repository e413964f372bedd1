import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concept } from './concept.ts';
import type { PaperId, TopicId } from './fields.ts';
import { CHUNK_LENGTH, readPointsFile, toChunks, toPointsFile } from './map-data.ts';
import { MAP_SIZE, type Point } from './map-geometry.ts';
import { buildMap, type MapParts } from './map-model.ts';
import type { Paper } from './paper.ts';
import type { Topic } from './topic.ts';

const paper = (id: string, ...topics: readonly string[]): Paper => ({
  id: id as PaperId,
  title: id,
  abstract: '',
  topics: topics as TopicId[],
});
const topic = (id: string): Topic => ({
  id: id as TopicId,
  name: id.toUpperCase(),
  summary: '',
  order: 1,
  introduction: '',
});
const concept = (id: string): Concept => ({ id: id as Concept['id'], name: id, definition: '' });

const TOPICS = [topic('t1'), topic('empty'), topic('t2')];

const partsOf = (
  papers: readonly Paper[],
  places: Readonly<Record<string, Point>>,
  mentions: Readonly<Record<string, readonly Concept[]>> = {},
): MapParts => ({
  catalog: { papers, topics: TOPICS, topicById: new Map(TOPICS.map((one) => [one.id, one])) },
  places: new Map(Object.entries(places).map(([id, at]) => [id as PaperId, at])),
  mentions: new Map(Object.entries(mentions).map(([id, list]) => [id as PaperId, list])),
});

describe('buildMap', () => {
  test('shows topics with papers, marked by their place in the list, those without one last', () => {
    const papers = [paper('a', 't2'), paper('b', 't1', 't2'), paper('c')];
    const at = { x: 5000, y: 5000 };
    const { topics, points } = buildMap(partsOf(papers, { a: at, b: at, c: at }));
    expect(topics.map(({ id, count }) => [id, count])).toEqual([
      ['t1', 1],
      ['t2', 1],
      ['no-topic-yet', 1],
    ]);
    expect(topics.map(({ mark }) => mark?.hue)).toEqual([0, 2, undefined]);
    expect(points.map((point) => [point.paper.id, point.topic])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 2],
    ]);
  });

  test('names a topic in the middle of its papers, whatever a stray one does', () => {
    const papers = ['a', 'b', 'c'].map((id) => paper(id, 't1'));
    const places = { a: { x: 100, y: 100 }, b: { x: 110, y: 90 }, c: { x: 9000, y: 9000 } };
    expect(buildMap(partsOf(papers, places)).topics[0]?.at).toEqual({ x: 110, y: 100 });
  });

  test('names the concepts that are at home in one part of the map', () => {
    const papers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => paper(id, 't1'));
    const places = Object.fromEntries(
      papers.map(({ id }, at) => [id, at < 3 ? { x: at, y: 0 } : { x: at * 2000, y: 9000 }]),
    );
    const [near, far, rare] = [concept('near'), concept('far'), concept('rare')];
    const mentions = {
      a: [near, rare],
      b: [near, rare],
      c: [near],
      d: [far],
      e: [far],
      f: [far],
    };
    const { concepts } = buildMap(partsOf(papers, places, mentions));
    expect(concepts).toEqual([{ name: 'near', count: 3, at: { x: 1, y: 0 } }]);
  });

  test('frames all points, and has a frame without any', () => {
    const { frame } = buildMap(partsOf([paper('a', 't1')], { a: { x: 1000, y: 2000 } }));
    expect(frame.left).toBeLessThan(1000);
    expect(frame.bottom).toBeGreaterThan(2000);
    expect(buildMap(partsOf([], {}))).toMatchObject({
      points: [],
      frame: { left: 0, top: 0, right: MAP_SIZE, bottom: MAP_SIZE },
    });
  });

  test('puts neighbours near to each other in the list', () => {
    const side = 32;
    const papers = Array.from({ length: side * side }, (_, at) => paper(`p${at}`, 't1'));
    const places = Object.fromEntries(
      papers.map(({ id }, at) => [id, { x: (at % side) * 300, y: Math.floor(at / side) * 300 }]),
    );
    const { points } = buildMap(partsOf(papers, places));
    const steps = points
      .slice(1)
      .map(({ at }, before) =>
        Math.hypot(at.x - (points[before]?.at.x ?? 0), at.y - (points[before]?.at.y ?? 0)),
      );
    expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeLessThan(600);
  });
});

describe('the file of points', () => {
  test('says what the model says, to a tenth', () => {
    const anyPlace = fc.record({
      x: fc.double({ min: 0, max: MAP_SIZE, noNaN: true }),
      y: fc.double({ min: 0, max: MAP_SIZE, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 20 }), (all) => {
        const papers = all.map((_, at) => paper(`p${at}`, at % 2 === 0 ? 't1' : 't2'));
        const places = Object.fromEntries(all.map((at, number) => [`p${number}`, at]));
        const model = buildMap(partsOf(papers, places));
        const text = JSON.stringify(toPointsFile(model, ['texts.json']));
        const read = readPointsFile(JSON.parse(text));
        expect(read.ids).toEqual(model.points.map((point) => point.paper.id));
        expect(read.topicOf).toEqual(model.points.map((point) => point.topic));
        expect(read.texts).toEqual(['texts.json']);
        read.points.forEach(({ x, y }, at) => {
          expect(Math.abs(x - (model.points[at]?.at.x ?? 0))).toBeLessThanOrEqual(0.051);
          expect(Math.abs(y - (model.points[at]?.at.y ?? 0))).toBeLessThanOrEqual(0.051);
        });
      }),
    );
  });

  test.each([null, {}, [], 'x', { ids: ['a'], places: [1] }])('is not %j', (value) => {
    expect(() => readPointsFile(value)).toThrow('no map');
  });
});

test('chunks hold all, in order', () => {
  const all = Array.from({ length: 2 * CHUNK_LENGTH + 1 }, (_, at) => at);
  expect(toChunks(all).map(({ length }) => length)).toEqual([CHUNK_LENGTH, CHUNK_LENGTH, 1]);
  expect(toChunks(all).flat()).toEqual(all);
  expect(toChunks([])).toEqual([]);
});
