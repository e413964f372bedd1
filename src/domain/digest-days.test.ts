import { expect, test } from 'vitest';
import { dayNumber, dayOf } from './days.ts';
import { indexDigests, monthsOf, splitRest } from './digest-days.ts';
import { WINDOW_DAYS, type Digest } from './digest.ts';
import type { Paper } from './paper.ts';
import { pagesOf, type Part } from './partition.ts';

const LAST = dayNumber('2026-02-10');

/** Digests of so many days in a row, the last on 10 February 2026. */
const digestsOf = (count: number): readonly Digest[] =>
  Array.from({ length: count }, (_, at) => ({
    date: dayOf(LAST - count + 1 + at),
    isNew: true,
    papers: [],
    rest: [],
  }));

test('few digests are listed all, the newest first', () => {
  const { recent, years } = indexDigests(digestsOf(WINDOW_DAYS));
  expect(recent.length).toBe(WINDOW_DAYS);
  expect(recent[0]?.date).toBe('2026-02-10');
  expect(years).toEqual([]);
});

test('of more, the years that are not listed whole have an index of all their days', () => {
  const { recent, years } = indexDigests(digestsOf(WINDOW_DAYS + 400));
  expect(recent.length).toBe(WINDOW_DAYS);
  expect(years.map(({ year, digests }) => [year, digests.length])).toEqual([
    ['2025', 365],
    ['2024', 54],
  ]);
  expect(years[0]?.digests[0]?.date).toBe('2025-12-31');
});

test('months keep the order of their days', () => {
  const months = monthsOf(indexDigests(digestsOf(45)).recent);
  expect(months.map(([month, digests]) => [month, digests.length])).toEqual([
    ['2026-02', 10],
    ['2026-01', 31],
    ['2025-12', 4],
  ]);
});

test('what a day names beside what it shows fits on its page, or falls into parts that lose nobody', () => {
  const restOf = (count: number): Part<Paper> => {
    const rest = Array.from(
      { length: count },
      (_, at) => ({ id: `p${at}`, title: `${at}` }) as Paper,
    );
    return splitRest({ date: '2026-02-10', isNew: true, papers: [], rest });
  };
  expect(restOf(100).parts).toEqual([]);
  const pages = pagesOf(restOf(10_000));
  expect(Math.max(...pages.map(({ items }) => items.length))).toBeLessThanOrEqual(100);
  expect(pages.flatMap(({ items }) => items).length).toBe(10_000);
  expect(pages.length).toBeLessThanOrEqual(1000);
});
