import type { CDPSession } from '@playwright/test';

/** A function and the time spent in itself, not in what it called. */
export type Hot = { readonly where: string; readonly milliseconds: number };

type Frame = {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
};
/** What the browser's profiler tells: at each sample, which function ran, and the microseconds since the one before. */
export type CpuProfile = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
};

const SAMPLE_US = 500;
/** Not the page's doing. */
const IDLE = new Set(['(idle)', '(root)']);

const nameOf = ({ functionName, url, lineNumber, columnNumber }: Frame): string => {
  const name = functionName === '' ? '(anonymous)' : functionName;
  const file = url.split('/').at(-1) ?? '';
  return file === '' ? name : `${name} ${file}:${lineNumber + 1}:${columnNumber + 1}`;
};

/** Sums a profile up by function, the costliest first. */
export const findHot = ({ nodes, samples = [], timeDeltas = [] }: CpuProfile): readonly Hot[] => {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const totals = new Map<string, number>();
  for (const [at, node] of samples.entries()) {
    const where = names.get(node) ?? '(unknown)';
    // a sample stands for the time until the next one
    const milliseconds = (timeDeltas[at + 1] ?? 0) / 1000;
    if (!IDLE.has(where)) totals.set(where, (totals.get(where) ?? 0) + milliseconds);
  }
  return [...totals]
    .map(([where, milliseconds]) => ({ where, milliseconds }))
    .toSorted((a, b) => b.milliseconds - a.milliseconds || (a.where < b.where ? -1 : 1));
};

/** Watches the main thread until the function it resolves to is called. */
export const startProfile = async (session: CDPSession): Promise<() => Promise<readonly Hot[]>> => {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop');
    return findHot(profile);
  };
};
