import type { CDPSession } from '@playwright/test';

/** Milliseconds that the main thread worked: in all, and a part of it. */
export type Work = { readonly all: number; readonly layout: number };

export const NO_WORK: Work = { all: 0, layout: 0 };

/** The browser's own counters, in seconds since the page began; its counter of scripts leaves promises out. */
const COUNTERS: Readonly<Record<keyof Work, readonly string[]>> = {
  all: ['TaskDuration'],
  layout: ['RecalcStyleDuration', 'LayoutDuration'],
};

type Metrics = readonly { readonly name: string; readonly value: number }[];

const sumOf = (metrics: Metrics, names: readonly string[]): number =>
  metrics.reduce((sum, { name, value }) => (names.includes(name) ? sum + value * 1000 : sum), 0);

/** @example readWork([{ name: 'TaskDuration', value: 0.5 }]) // { all: 500, layout: 0 } */
export const readWork = (metrics: Metrics): Work => ({
  all: sumOf(metrics, COUNTERS.all),
  layout: sumOf(metrics, COUNTERS.layout),
});

const ask = async (session: CDPSession): Promise<Work> =>
  readWork((await session.send('Performance.getMetrics')).metrics);

/** Watches the main thread until the function it resolves to is called, which tells what it worked meanwhile. */
export const watchWork = async (session: CDPSession): Promise<() => Promise<Work>> => {
  await session.send('Performance.enable');
  const before = await ask(session);
  return async () => {
    const { all, layout } = await ask(session);
    return { all: all - before.all, layout: layout - before.layout };
  };
};
