import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAnalysisCache } from './analysis-cache.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'analysis-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

describe('a cache of results', () => {
  it('computes each once, and not again in the next build', () => {
    const compute = vi.fn(() => ({ figures: [1] }));
    for (let build = 0; build < 3; build += 1) {
      const cache = openAnalysisCache(dir, 'all');
      expect(cache.remember('highlights', 'a text', compute)).toEqual({ figures: [1] });
      cache.save();
    }
    expect(compute).toHaveBeenCalledOnce();
  });

  it('gives what was computed, whatever was kept before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 2 })), { maxLength: 4 }), (builds) => {
        for (const sources of builds) {
          const cache = openAnalysisCache(dir, 'all');
          for (const source of sources)
            expect(cache.remember('citations', source, () => source)).toBe(source);
          cache.save();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps kinds apart', () => {
    const cache = openAnalysisCache(dir, 'all');
    cache.remember('highlights', 'a', () => 1);
    expect(cache.remember('citations', 'a', () => 2)).toBe(2);
  });

  it('knows what processes beside it kept', () => {
    const beside = openAnalysisCache(dir, 'papers');
    beside.remember('mentions', 'a', () => ['there']);
    beside.save();
    const mine = openAnalysisCache(dir, 'others');
    expect(mine.remember('mentions', 'a', () => ['anew'])).toEqual(['there']);
  });

  it('forgets what nobody asks for', () => {
    const build = (...sources: readonly string[]) => {
      const cache = openAnalysisCache(dir, 'all');
      for (const source of sources) cache.remember('highlights', source, () => source);
      cache.save();
    };
    build('old');
    build('new');
    const compute = vi.fn(() => 'again');
    openAnalysisCache(dir, 'all').remember('highlights', 'old', compute);
    expect(compute).toHaveBeenCalledOnce();
  });

  it('computes anew what a damaged file held', () => {
    writeFileSync(join(dir, 'highlights.all.json'), '[["a",');
    const cache = openAnalysisCache(dir, 'all');
    expect(cache.remember('highlights', 'a', () => 'sound')).toBe('sound');
    cache.save();
    expect(readdirSync(dir)).toEqual(['highlights.all.json']);
  });
});
