import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startPace } from './pace.ts';

test('no minute has more turns than allowed, whatever the work between them takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 250 }),
      async (perMinute, works) => {
        let time = 0;
        const takeTurn = startPace(perMinute, {
          now: () => time,
          sleep: async (ms) => (time += ms),
        });
        const turns: number[] = [];
        for (const work of works) {
          await takeTurn();
          turns.push(time);
          time += work;
        }
        for (const [at, turn] of turns.entries()) {
          const later = turns[at + perMinute];
          // sums of fractions of a millisecond
          if (later !== undefined) expect(later - turn).toBeGreaterThan(60_000 - 1e-3);
        }
      },
    ),
  );
});

test('the first turn is at once', async () => {
  const sleeps: number[] = [];
  await startPace(1, { now: () => 5, sleep: async (ms) => sleeps.push(ms) })();
  expect(sleeps).toEqual([]);
});
