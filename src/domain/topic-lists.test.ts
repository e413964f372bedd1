import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';
import { pagesOf } from './partition.ts';
import { MAX_TOPIC_WEIGHT, splitTopicList, weighInTopic } from './topic-lists.ts';

const listOf = (counts: readonly number[]) => {
  const papers = counts.map((count, at): Paper => {
    const authors = Array.from({ length: count }, (_, n) => ({ name: `Author ${n}` }));
    return { id: `p${at}` as PaperId, title: `Title ${at}`, abstract: '', authors };
  });
  return { id: 'tides', name: 'Tides', summary: 'Tides.', papers, neighbours: [] };
};

describe('splitTopicList', () => {
  test('keeps every page light, however many authors its papers have', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1200), { maxLength: 80 }), (counts) => {
        for (const { items } of pagesOf(splitTopicList(listOf(counts)))) {
          const weight = items.reduce((sum, paper) => sum + weighInTopic(paper), 0);
          expect(items.length < 2 || weight <= MAX_TOPIC_WEIGHT).toBe(true);
        }
      }),
    );
  });

  test('holds fewer papers of many authors than of few', () => {
    const split = (count: number, authors: number) =>
      splitTopicList(listOf(Array.from({ length: count }, () => authors))).parts.length > 0;
    expect([split(46, 0), split(47, 0), split(30, 10), split(31, 10)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
