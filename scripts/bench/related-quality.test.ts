import { expect, test } from 'vitest';
import type { Paper } from '../../src/domain/paper.ts';
import { chanceOf, measureRanking, type Ranking } from './related-quality.ts';

const paper = (id: string, ...topics: readonly string[]): Paper =>
  ({ id, title: id, abstract: '', topics }) as unknown as Paper;

const papers = [
  paper('a', 'kilns'),
  paper('b', 'kilns', 'tides'),
  paper('c', 'tides', 'kilns'),
  paper('d', 'tides'),
  paper('e'),
];
const ranking = (lists: Readonly<Record<string, readonly string[]>>): Ranking =>
  new Map(Object.entries(lists)) as unknown as Ranking;

test('chance is the share of the other papers with the same primary topic', () => {
  expect(papers.slice(0, 4).map((one) => chanceOf(one, papers))).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test('precision counts primary topics alone, over papers that have one', () => {
  const lists = ranking({ a: ['b', 'c'], b: ['c', 'a'], c: ['d', 'e'], d: ['a', 'b'] });
  expect(measureRanking(papers, lists, [1, 2])).toEqual([0.5, 0.375]);
});

test('what a list leaves empty is worth what chance would give', () => {
  expect(measureRanking(papers, ranking({}), [1, 10])).toEqual([0.25, 0.25]);
  expect(measureRanking(papers, ranking({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }), [2])).toEqual([
    0.625,
  ]);
});
