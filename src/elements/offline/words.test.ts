import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfflineStatus } from '../../domain/offline-protocol.ts';
import { amountText, failureText, keepLabel, quarterText, statusText } from './words.ts';

const NOTHING: OfflineStatus = {
  keeping: 'no',
  whole: { files: 1370, pages: 1303, bytes: 7_400_000 },
  kept: { files: 0, pages: 0, bytes: 0 },
  pages: [],
  isCramped: false,
};

describe('the words on what is kept', () => {
  it('tell the size before', () => {
    expect(keepLabel(942_000)).toBe('Keep this site offline, 942 kB');
  });

  it('tell how much is here', () => {
    const here = { files: 120, pages: 1, bytes: 2_100_000 };
    expect(amountText(here, NOTHING.whole)).toBe('120 of 1,370 files, 2.1 MB of 7.4 MB');
    expect(statusText(NOTHING)).toMatch(/^No page is kept yet/);
    expect(statusText({ ...NOTHING, kept: here })).toBe(
      'Kept so far: 1 page that you have read, 2.1 MB.',
    );
    expect(statusText({ ...NOTHING, keeping: 'begun', kept: here })).toContain(
      '120 of 1,370 files, 2.1 MB of 7.4 MB',
    );
    expect(statusText({ ...NOTHING, keeping: 'whole' })).toContain('1,303 pages, 7.4 MB');
  });

  it('tell each failure apart', () => {
    const failures = ['network', 'room', 'renewed', 'browser'] as const;
    expect(new Set(failures.map((failure) => failureText(failure, 7_400_000))).size).toBe(4);
    expect(failureText('room', 7_400_000)).toContain('7.4 MB');
  });
});

describe('quarterText', () => {
  it('speaks when a quarter is passed', () => {
    const spoken = [0, 10, 30, 49, 50, 99, 100].map((now, at, all) =>
      quarterText(all[at - 1] ?? 0, now, 100),
    );
    expect(spoken).toEqual([
      undefined,
      undefined,
      '25 percent',
      undefined,
      '50 percent',
      '75 percent',
      undefined,
    ]);
  });

  it('speaks three times at most, however the files come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 })), (steps) => {
        const all = [0, ...steps.toSorted((a, b) => a - b), 1000];
        const spoken = all.slice(1).map((now, at) => quarterText(all[at] ?? 0, now, 1000));
        expect(spoken.filter((text) => text !== undefined).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
