import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testSiteDir } from '../setup/test-sites.ts';
import { filesOf } from './pages.ts';

/** A style among what a part of a script is said to need. */
const NEEDED_STYLE = /__vite__mapDeps=.*?\|\|\(m\.f=\[[^\]]*\.css"/;
const PART = /\bimport\(\s*[`"']\.\//;

it('no part of a script that is loaded on demand waits for styles, which plain imports do not load', () => {
  const scripts = filesOf('content')
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, code: readFileSync(join(testSiteDir('content'), file), 'utf8') }));
  // else the pattern finds nothing because nothing is there
  expect(scripts.some(({ code }) => PART.test(code))).toBe(true);
  expect(scripts.filter(({ code }) => NEEDED_STYLE.test(code)).map(({ file }) => file)).toEqual([]);
});
