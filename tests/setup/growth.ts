import { expect } from 'vitest';

const spentMs = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  return process.threadCpuUsage(before).user / 1000;
};

const STEP = 4;
/** Four times as much may take ten times as long (collecting garbage, caches), but not the square, which is 16. */
const MOST = 10;
/** What takes less says nothing: the first call is also compiled. */
const LEAST_MS = 50;

/** Work that takes time by its square does so each time; memory being cleaned up comes and goes. */
const TRIES = 3;

type Pair = { readonly part: number; readonly whole: number };

const isInProportion = ({ part, whole }: Pair): boolean => whole < MOST * Math.max(part, LEAST_MS);

const measure = (work: (size: number) => unknown, size: number, tries: number): Pair => {
  const pair = {
    part: spentMs(() => work(Math.ceil(size / STEP))),
    whole: spentMs(() => work(size)),
  };
  return tries === 1 || isInProportion(pair) ? pair : measure(work, size, tries - 1);
};

expect.extend({
  toTakeTimeInProportion(work: (size: number) => unknown, size: number) {
    const pair = measure(work, size, TRIES);
    const [part, whole] = [pair.part.toFixed(0), pair.whole.toFixed(0)];
    return {
      pass: isInProportion(pair),
      message: () => `a quarter took ${part} ms of the processor, the whole ${whole} ms`,
    };
  },
});

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the parameters are vitest's own
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * Work of this size takes time in proportion to it: by the processor's time of this thread, compared with that
     * of a quarter of the work, so that a busy machine changes nothing.
     */
    toTakeTimeInProportion: (size: number) => R;
  }
}
