import { expect, test } from 'vitest';
import { formatFigure, readFigures, type Figure } from './browser-figures.ts';
import type { Visit } from './browser-visit.ts';
import { NO_WORK, readWork } from './browser-work.ts';

const EMPTY = { answers: [], longTasks: [], work: NO_WORK, hot: [] };

const visitWith = (parts: Partial<Visit>): Visit => ({
  cold: EMPTY,
  warm: EMPTY,
  transfers: [],
  heapBytes: 0,
  readyMs: 0,
  ...parts,
});

const typed = (...answers: (number | undefined)[]): Partial<Visit> => ({
  warm: { ...EMPTY, answers },
});

const find = (name: string, visits: readonly Visit[], hasWorkers = false): Figure => {
  const figure = readFigures(visits, { hasWorkers }).find((one) => one.name === name);
  if (figure === undefined) throw new Error(`No figure ${name}`);
  return figure;
};

test('pages, styles, fonts and images are no downloads of the search', () => {
  const purposes = ['document', 'style', 'font', 'image', 'manifest', 'script', 'worker', 'empty'];
  const transfers = purposes.map((purpose, at) => ({ path: '/', purpose, bytes: 1000 * 2 ** at }));
  const visits = [visitWith({ transfers })];
  expect(find('search downloads', visits, true).median).toBe(32 + 64 + 128);
  expect(find('page and search download', visits, true).median).toBe(255);
});

test('what the home page loads as well is no download of the search', () => {
  const script = { path: '/', purpose: 'script', bytes: 1000 };
  const visits = [visitWith({ transfers: [script, { ...script, isShared: true }] })];
  expect(find('search downloads', visits, true).median).toBe(1);
  expect(find('page and search download', visits, true).median).toBe(2);
});

test('a percentile of the keys is taken in each run, then median and percentile of the runs', () => {
  const keys = Array.from({ length: 20 }, (_, at) => at + 1);
  const visits = [3, 1, 2].map((factor) => visitWith(typed(...keys.map((ms) => ms * factor))));
  const figure = find('warm key to results, p95', visits);
  expect(figure.runs).toEqual([57, 19, 38]);
  expect(figure).toMatchObject({ median: 38, p95: 57 });
});

test('a budget is met by the median, also when it is just met', () => {
  const figure = find(
    'warm key to results, p95',
    [10, 50, 90].map((ms) => visitWith(typed(ms))),
  );
  expect(figure.budgets).toEqual([
    { size: '119 papers', most: 50, isMet: true },
    { size: '10,000 papers', most: 100, isMet: true },
  ]);
  expect(find('warm key to results, p95', [visitWith(typed(51))]).budgets[0]?.isMet).toBe(false);
});

test('a key without an answer took for ever, and a figure without a value meets no budget', () => {
  const visits = [visitWith(typed(10, undefined))];
  expect(find('warm key to results, p50', visits).median).toBe(10);
  expect(find('keys without an answer', visits).median).toBe(1);
  const slowest = find('warm key to results, p95', visits);
  expect(slowest.median).toBeUndefined();
  expect(slowest.budgets.some(({ isMet }) => isMet)).toBe(false);
  expect(formatFigure(slowest)).toMatch(/none +none +NOT met \(50 ms for 119 papers\)/);
});

test('the longest task is that of the run, and none is no task', () => {
  const longTasks = [60, 90, 70];
  const visits = [visitWith({ warm: { ...EMPTY, longTasks } })];
  expect(find('warm: longest task', visits, true).median).toBe(90);
  expect(find('warm: tasks over 50 ms', visits, true).median).toBe(3);
  expect(find('cold: longest task', visits, true).median).toBe(0);
});

test('work is told a key, and of no keys nothing is told', () => {
  const work = readWork([
    { name: 'TaskDuration', value: 0.09 },
    { name: 'LayoutDuration', value: 0.01 },
    { name: 'RecalcStyleDuration', value: 0.005 },
    { name: 'Nodes', value: 700 },
  ]);
  const visits = [visitWith({ warm: { ...EMPTY, answers: [1, undefined, 3], work } })];
  expect(find('warm key, main thread works', visits).median).toBeCloseTo(30);
  expect(find('  of it style and layout', visits).median).toBeCloseTo(5);
  expect(find('warm key, main thread works', [visitWith({})], true).median).toBeUndefined();
});
