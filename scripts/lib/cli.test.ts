import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resolvePath, shownPath } from './cli.ts';

const HOME = resolve('/home/curator/paperlight');

describe('shownPath', () => {
  beforeEach(() => {
    vi.stubEnv('INIT_CWD', HOME);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    [join(HOME, 'content', 'site.md'), join('content', 'site.md')],
    [HOME, '.'],
    [resolve(HOME, '../my papers'), join('..', 'my papers')],
    [resolve('/tmp/out'), resolve('/tmp/out')],
  ])('shows %s as %s', (path, shown) => {
    expect(shownPath(path)).toBe(shown);
  });

  test('leads to the path it shows', () => {
    const name = fc.stringMatching(/^[a-z ]*[a-z]$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(name, fc.constant('curator')), { minLength: 1 }), (names) => {
        const path = resolve(sep, ...names);
        expect(resolvePath(shownPath(path))).toBe(path);
      }),
    );
  });
});
