import { setTimeout as sleep } from 'node:timers/promises';

export type PaceClock = {
  /** milliseconds that only grow */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
};

/** When hosts may be asked next. */
export type HostPace = {
  /** waits until it is this caller's turn at a host */
  readonly turn: (host: string) => Promise<void>;
  /** leaves a host alone for a while */
  readonly rest: (host: string, ms: number) => void;
};

/** A clock whose sleepers are woken when a run is interrupted. */
export const clockUntil = (signal: AbortSignal): PaceClock => ({
  now: () => performance.now(),
  // whoever is woken early finds out by the signal
  sleep: (ms) => sleep(ms, undefined, { signal }).catch(() => undefined),
});

/** Spreads requests: between two to one host lies a pause, whoever makes them. */
export const startHostPace = (pauseMs: number, clock: PaceClock): HostPace => {
  const next = new Map<string, number>();
  return {
    turn: async (host) => {
      const now = clock.now();
      const at = Math.max(now, next.get(host) ?? now);
      // taken before the wait: the next caller comes after this one
      next.set(host, at + pauseMs);
      if (at > now) await clock.sleep(at - now);
    },
    rest: (host, ms) => {
      next.set(host, Math.max(next.get(host) ?? 0, clock.now() + ms));
    },
  };
};
