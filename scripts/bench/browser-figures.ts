import { percentile } from './retrieval-metrics.ts';
import { bytesOf, ofSearch } from './browser-site.ts';
import type { Visit } from './browser-visit.ts';
import type { Work } from './browser-work.ts';

/** A collection for which a budget was set. */
export const SIZES = ['119 papers', '10,000 papers'] as const;
export type CollectionSize = (typeof SIZES)[number];

type Unit = 'kB' | 'MB' | 'ms' | '';
type Limits = Partial<Record<CollectionSize, number>>;

/** What is read from each visit, and the most that it should be. */
type Aim = {
  readonly name: string;
  readonly unit: Unit;
  readonly limits?: Limits;
  /** undefined when it could not be measured */
  readonly read: (visit: Visit) => number | undefined;
};

/** One figure over all runs. */
export type Figure = {
  readonly name: string;
  readonly unit: Unit;
  readonly runs: readonly (number | undefined)[];
  /** of the runs; undefined when one of them could not be measured */
  readonly median: number | undefined;
  readonly p95: number | undefined;
  readonly budgets: readonly {
    readonly size: CollectionSize;
    readonly most: number;
    /** the median keeps it */
    readonly isMet: boolean;
  }[];
};

const isNumber = (value: number | undefined): value is number => value !== undefined;

const [SMALL, LARGE] = SIZES;
const worst = (values: readonly number[]): number => Math.max(0, ...values);

/** A share of the keys that were answered so fast; a key without an answer has taken for ever. */
const answersWithin =
  (share: number) =>
  ({ warm }: Visit): number | undefined => {
    const at = percentile(
      warm.answers.map((answer) => answer ?? Infinity),
      share,
    );
    return Number.isFinite(at) ? at : undefined;
  };

/** What a key costs the main thread, what follows when the typing pauses included. */
const workPerKey =
  (part: keyof Work) =>
  ({ warm }: Visit): number | undefined =>
    warm.answers.length === 0 ? undefined : warm.work[part] / warm.answers.length;

const WORK: readonly Aim[] = [
  { name: 'warm key, main thread works', unit: 'ms', read: workPerKey('all') },
  { name: '  of it style and layout', unit: 'ms', read: workPerKey('layout') },
];

const countMissing = ({ warm }: Visit): number =>
  warm.answers.filter((answer) => answer === undefined).length;

/** Of visits whose workers' code ran on the slowed main thread. */
const WITHOUT_WORKERS: readonly Aim[] = [
  {
    name: 'cold: last key to first result',
    unit: 'ms',
    limits: { [SMALL]: 400 },
    read: ({ cold }) => cold.answers[0],
  },
  { name: 'cold: all loaded after', unit: 'ms', read: ({ readyMs }) => readyMs },
  { name: 'warm key to results, p50', unit: 'ms', read: answersWithin(0.5) },
  {
    name: 'warm key to results, p95',
    unit: 'ms',
    limits: { [SMALL]: 50, [LARGE]: 100 },
    read: answersWithin(0.95),
  },
  { name: 'warm key to results, slowest', unit: 'ms', read: answersWithin(1) },
  { name: 'keys without an answer', unit: '', read: countMissing },
  ...WORK,
];

/** Of visits with workers, which are as fast as this machine: only the main thread was slowed. */
const WITH_WORKERS: readonly Aim[] = [
  {
    name: 'search downloads',
    unit: 'kB',
    limits: { [SMALL]: 80 },
    read: ({ transfers }) => bytesOf(ofSearch(transfers)) / 1000,
  },
  {
    name: 'page and search download',
    unit: 'kB',
    read: ({ transfers }) => bytesOf(transfers) / 1000,
  },
  {
    name: 'cold: last key to first result',
    unit: 'ms',
    limits: { [SMALL]: 400 },
    read: ({ cold }) => cold.answers[0],
  },
  { name: 'cold: all loaded after', unit: 'ms', read: ({ readyMs }) => readyMs },
  { name: 'warm key to results, p50', unit: 'ms', read: answersWithin(0.5) },
  { name: 'warm key to results, p95', unit: 'ms', read: answersWithin(0.95) },
  ...WORK,
  {
    name: 'cold: longest task',
    unit: 'ms',
    limits: { [LARGE]: 50 },
    read: ({ cold }) => worst(cold.longTasks),
  },
  {
    name: 'warm: longest task',
    unit: 'ms',
    limits: { [LARGE]: 50 },
    read: ({ warm }) => worst(warm.longTasks),
  },
  { name: 'warm: tasks over 50 ms', unit: '', read: ({ warm }) => warm.longTasks.length },
  {
    name: 'JS heap of page and workers',
    unit: 'MB',
    limits: { [LARGE]: 150 },
    read: ({ heapBytes }) => heapBytes / 1e6,
  },
];

const readFigure = ({ name, unit, limits = {}, read }: Aim, visits: readonly Visit[]): Figure => {
  const runs = visits.map(read);
  const known = runs.filter(isNumber);
  const isKnown = known.length === runs.length && runs.length > 0;
  const median = isKnown ? percentile(known, 0.5) : undefined;
  return {
    name,
    unit,
    runs,
    median,
    p95: isKnown ? percentile(known, 0.95) : undefined,
    budgets: SIZES.flatMap((size) => {
      const most = limits[size];
      if (most === undefined) return [];
      return [{ size, most, isMet: median !== undefined && median <= most }];
    }),
  };
};

/** What visits tell whose workers' code ran on the slowed main thread, or visits with workers. */
export const readFigures = (
  visits: readonly Visit[],
  { hasWorkers }: { readonly hasWorkers: boolean },
): readonly Figure[] =>
  (hasWorkers ? WITH_WORKERS : WITHOUT_WORKERS).map((aim) => readFigure(aim, visits));

/** @example formatValue(12.34, 'ms') // '12.3 ms' */
const formatValue = (value: number | undefined, unit: Unit): string => {
  if (value === undefined) return 'none';
  return unit === '' ? String(value) : `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
};

const formatBudget = (
  { size, most, isMet }: Figure['budgets'][number],
  unit: Figure['unit'],
): string => `${isMet ? 'met' : 'NOT met'} (${[most, unit].join(' ').trim()} for ${size})`;

/** A figure on a line: median and 95th percentile of the runs, and what was aimed at. */
export const formatFigure = (figure: Figure): string =>
  [
    figure.name.padEnd(32),
    formatValue(figure.median, figure.unit).padStart(10),
    formatValue(figure.p95, figure.unit).padStart(10),
    ...figure.budgets.map((budget) => formatBudget(budget, figure.unit)),
  ].join('  ');
