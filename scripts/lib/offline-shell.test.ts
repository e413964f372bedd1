import { describe, expect, it } from 'vitest';
import { findShell } from './offline-shell.ts';

const FILES: Readonly<Record<string, string>> = {
  'offline/index.html': `<link href="/x/_astro/a.css"><script src="/x/_astro/a.js"></script>
    <link href="/x/favicon.svg"><a href="/x/about/">About</a><link href="/_astro/b.css">`,
  'about/index.html': '<script src="/x/_astro/c.js"></script>',
  '_astro/a.css': '',
  '_astro/b.css': '',
  '_astro/a.js': `import{x as y}from"./deep.js";import"./side.js";const z=()=>import("./later.js");`,
  '_astro/deep.js': `import {a} from './deeper.js'`,
  '_astro/deeper.js': `import{b}from"./deep.js"`,
  '_astro/side.js': '',
  '_astro/later.js': '',
  '_astro/c.js': '',
  '_astro/update-notice-D1.js': '',
  'search-data/index.json': '',
  'search-data/texts-0123456789abcdef.json': '',
  'favicon.svg': '',
};

const shellBelow = (base: string) =>
  findShell({ paths: Object.keys(FILES), base, read: (path) => FILES[path] ?? 'none' });

describe('findShell', () => {
  it('has what the page needs at once, the announcement and the entrances, and nothing else', () => {
    expect(shellBelow('/x/')).toEqual([
      '_astro/a.css',
      '_astro/a.js',
      '_astro/deep.js',
      '_astro/deeper.js',
      '_astro/side.js',
      '_astro/update-notice-D1.js',
      'favicon.svg',
      'offline/index.html',
      'search-data/index.json',
    ]);
  });

  it('reads addresses below the base path alone', () => {
    expect(shellBelow('/')).toContain('_astro/b.css');
    expect(shellBelow('/')).not.toContain('_astro/a.css');
  });
});
