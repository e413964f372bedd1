import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

describe('sideBySide', () => {
  it('works on every item once, in order, on no more at a time than it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat()), fc.integer({ min: 1, max: 5 }), async (items, width) => {
        const begun: number[] = [];
        let [running, most] = [0, 0];
        await sideBySide(items, width, async (item) => {
          begun.push(item);
          most = Math.max(most, (running += 1));
          await Promise.resolve();
          running -= 1;
        });
        expect(begun).toEqual(items);
        expect(most).toBeLessThanOrEqual(width);
        expect(running).toBe(0);
      }),
    );
  });

  it('begins nothing after a failure, and tells of it when all have ended', async () => {
    const ended: number[] = [];
    const work = async (item: number): Promise<void> => {
      await Promise.resolve();
      if (item === 2) throw new Error('two');
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      ended.push(item);
    };
    await expect(sideBySide([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('two');
    expect(ended).toEqual([1]);
  });
});
