import { setTimeout as sleep } from 'node:timers/promises';

const MS_PER_MINUTE = 60_000;

export type Clock = {
  /** milliseconds that only grow */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
};

const CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** Spreads turns evenly over time: each call waits until its turn, of which a minute has no more than `perMinute`. */
export const startPace = (perMinute: number, clock = CLOCK): (() => Promise<void>) => {
  let next = -Infinity;
  return async () => {
    const wait = next - clock.now();
    if (wait > 0) await clock.sleep(wait);
    next = clock.now() + MS_PER_MINUTE / perMinute;
  };
};
