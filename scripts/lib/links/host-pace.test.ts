import { expect, test } from 'vitest';
import { startHostPace, type PaceClock } from './host-pace.ts';

/** A clock that stands still but for those who sleep. */
const fakeClock = (): PaceClock & { readonly slept: number[] } => {
  const slept: number[] = [];
  return {
    now: () => 1000,
    sleep: (ms) => {
      slept.push(ms);
      return Promise.resolve();
    },
    slept,
  };
};

test('callers at one host come one pause after the other, also when they come at once', async () => {
  const clock = fakeClock();
  const pace = startHostPace(100, clock);
  await Promise.all(['a', 'a', 'b', 'a'].map((host) => pace.turn(host)));
  expect(clock.slept).toEqual([100, 200]);
});

test('a host that rests is not asked before it has rested', async () => {
  const clock = fakeClock();
  const pace = startHostPace(100, clock);
  await pace.turn('a');
  pace.rest('a', 5000);
  await pace.turn('a');
  await pace.turn('b');
  expect(clock.slept).toEqual([5000]);
});
