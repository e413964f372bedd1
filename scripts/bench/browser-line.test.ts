import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SlowLine } from './browser-line.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const SPEED = { bytesPerSecond: 10_000, latencyMs: 150 };

/** When each part arrived, in milliseconds. */
const send = async (sizes: readonly number[]): Promise<readonly (readonly number[])[]> => {
  const line = new SlowLine(SPEED);
  const start = performance.now();
  const arrivals = sizes.map((): number[] => []);
  const all = sizes.map((size, at) =>
    line.carry(new Uint8Array(size), () => arrivals[at]?.push(performance.now() - start)),
  );
  await vi.runAllTimersAsync();
  await Promise.all(all);
  return arrivals;
};

test('every byte takes its time', async () => {
  expect(await send([10_000])).toEqual([[400, 800, 1000]]);
});

test('two files at once share the line and end when one after the other would', async () => {
  const [first, second] = await send([8000, 8000]);
  expect(first).toEqual([400, 1200]);
  expect(second).toEqual([800, 1600]);
});

test('an answer waits for the way there and back', async () => {
  const start = performance.now();
  const travelled = new SlowLine(SPEED).travel();
  await vi.runAllTimersAsync();
  await travelled;
  expect(performance.now() - start).toBe(150);
});
