import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { weighKinds } from './page-weights.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'weights-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = (path: string, text: string): number => {
  mkdirSync(join(dir, dirname(path)), { recursive: true });
  writeFileSync(join(dir, path), text);
  return gzipSync(text).length;
};

it('finds the heaviest page of each kind', () => {
  write('index.html', '<p>Home</p>');
  write('papers/a/index.html', '<p>short</p>');
  const heavy = write('papers/b/index.html', '<p>0123456789abcdefghijklmnopqrstuvwxyz</p>');
  write('papers/by/c/index.html', '<p>C</p>');
  write('papers/index.html', '<p>Papers</p>');
  const kinds = weighKinds(dir);
  expect(kinds.map(({ kind, pages }) => `${kind} ${pages}`).toSorted()).toEqual([
    'home 1',
    'papers 1',
    'papers/* 2',
    'papers/by 1',
  ]);
  expect(kinds[0]).toEqual({
    kind: 'papers/*',
    path: 'papers/b/index.html',
    bytes: heavy,
    pages: 2,
  });
});

it('weighs what a page loads, each once and below the base, and nothing that waits', () => {
  const bytes = [
    write(
      'index.html',
      `<link rel="stylesheet" href="/x/a.css"><script type="module" src="/x/_/a.js"></script>
       <script type="module" src="/x/_/b.js"></script>
       <template><script src="/x/_/later.js"></script><template>A</template></template>`,
    ),
    write('a.css', 'p { color: red }'),
    write('_/a.js', 'import{b}from"./b.js";import("./later.js");'),
    write('_/b.js', 'import"./c.js";export const b = 1;'),
    write('_/c.js', 'import{a}from"./a.js";'),
  ];
  const [home] = weighKinds(dir, '/x/');
  expect(home?.bytes).toBe(bytes.reduce((sum, one) => sum + one));
});
