import { expect, test } from 'vitest';
import type { Steps } from '../search/steps.ts';
import { takeSteps } from './take-steps.ts';

/** Steps that each keep the thread busy for some milliseconds. */
function* busySteps(count: number, milliseconds: number): Steps<string> {
  for (let step = 0; step < count; step += 1) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

test('steps are taken to their end', async () => {
  expect(await takeSteps(busySteps(0, 0))).toBe('done');
  expect(await takeSteps(busySteps(50, 0))).toBe('done');
});

test('other tasks have their turn meanwhile', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await takeSteps(busySteps(20, 5));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test('what a step throws is told', async () => {
  const steps = (function* (): Steps<never> {
    yield;
    throw new Error('no memory');
  })();
  await expect(takeSteps(steps)).rejects.toThrow('no memory');
});
