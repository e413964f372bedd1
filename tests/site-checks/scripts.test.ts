import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testSiteDir } from '../setup/test-sites.ts';
import { filesOf } from './pages.ts';

/** What the parts of a script need, by the list that the bundler makes of it. */
const NEEDS = /__vite__mapDeps=.*?\|\|\(m\.f=(\[.*?\])/;

it('no part of a script that is loaded on demand waits for styles, which plain imports do not load', () => {
  const needs = filesOf('content')
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const code = readFileSync(join(testSiteDir('content'), file), 'utf8');
      const [, list] = NEEDS.exec(code) ?? [];
      return list === undefined ? [] : (JSON.parse(list) as readonly string[]);
    });
  expect(needs.length).toBeGreaterThan(0);
  expect(needs.filter((file) => file.endsWith('.css'))).toEqual([]);
});
