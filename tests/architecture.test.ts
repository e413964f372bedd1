import { globSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readImports } from './architecture/imports.ts';
import { LAYERS, type Layer } from './architecture/layers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FILES = globSync('{src,scripts}/**/*.{ts,astro}', { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  // the engines that the search is measured against
  .filter((file) => !file.includes('/node_modules/'))
  .toSorted();

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const isBelow = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(`${folder}/`);
const layerOf = (file: string): Layer | undefined =>
  LAYERS.find(({ folder }) => isBelow(file, folder));

/** Path in the project for an import by path, without a query such as `?worker&url`. */
const toFile = (from: string, imported: string): string =>
  join(dirname(from), imported.replace(/\?.*$/, '')).replaceAll('\\', '/');

const isNode = (imported: string): boolean =>
  imported.startsWith('node:') || builtinModules.includes(imported);

const isAllowed = (file: string, imported: string): boolean => {
  const layer = layerOf(file);
  if (layer === undefined) return false;
  if (imported.startsWith('.')) {
    const target = toFile(file, imported);
    const isInSource = isBelow(target, 'src') && !isBelow(target, 'src/pages');
    return layer.folders.some((folder) => isBelow(target, folder)) || (isTest(file) && isInSource);
  }
  if (isTest(file)) return true;
  return isNode(imported) ? layer.mayUseNode : layer.packages.includes(imported);
};

const breaches = FILES.flatMap((file) =>
  readImports(join(ROOT, file))
    .filter((imported) => !isAllowed(file, imported))
    .map((imported) => `${file} imports ${imported}`),
);

const graph: ReadonlyMap<string, readonly string[]> = new Map(
  FILES.map((file) => [
    file,
    readImports(join(ROOT, file))
      .filter((imported) => imported.startsWith('.'))
      .map((imported) => toFile(file, imported)),
  ]),
);

/** The first circle that can be walked along the arrows of `edges`. */
const findCircle = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
};

describe('importsOf', () => {
  it('finds every way to import in a script, and none in comments or texts', () => {
    const code = `
      import a from './a.ts'; import type { B } from './b.ts'; export * from './c.ts';
      const d = await import('./d.ts'); type E = import('./e.ts').E; import './f.ts?worker&url';
      // import './no.ts'
      const text = "import './no.ts'";`;
    expect(importsOf(code, 'x.ts')).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
      './f.ts?worker&url',
    ]);
  });

  it('finds them in all parts of an Astro file', () => {
    const code = `---
      import A from './A.astro';
      import type { B } from './b.ts';
      const c = await import('./c.ts');
      ---
      <p>It's {c.text} and import './no.ts'</p>
      <script>import './d.ts';</script><script src="./e.ts"></script>`;
    expect(importsOf(code.replace(/^ +---$/m, '---'), 'x.astro').toSorted()).toEqual([
      './A.astro',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
    ]);
  });
});

describe('findCircle', () => {
  it('finds a circle behind a long way, and none in a diamond', () => {
    const diamond = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(findCircle(diamond)).toEqual([]);
    expect(findCircle(new Map([...diamond, ['d', ['b']]]))).toEqual(['b', 'd', 'b']);
  });
});

describe('isAllowed', () => {
  it.each([
    ['src/domain/paper.ts', '../search/rank.ts'],
    ['src/domain/paper.ts', 'node:fs'],
    ['src/domain/paper.ts', 'fs'],
    ['src/search/rank.ts', 'gray-matter'],
    ['src/elements/list.ts', '../site/catalog.ts'],
    ['src/components/Card.astro', '../site/catalog.ts'],
    ['src/components/Card.astro', 'astro:content'],
    ['src/site/catalog.ts', '../pages/index.astro'],
    ['src/site/catalog.test.ts', '../pages/index.astro'],
    ['src/site/catalog.ts', '../../scripts/lib/cli.ts'],
    ['scripts/check.ts', '../src/site/catalog.ts'],
    ['scripts/check.ts', 'yaml'],
    ['src/stray.ts', './domain/paper.ts'],
  ])('forbids %s to import %s', (file, imported) => {
    expect(isAllowed(file, imported)).toBe(false);
  });
});

describe('the project', () => {
  it('is looked at', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect([...graph.values()].flat().length).toBeGreaterThan(100);
  });

  it('imports along the arrows between its layers only', () => {
    expect(breaches).toEqual([]);
  });

  it('has no circular imports', () => {
    expect(findCircle(graph)).toEqual([]);
  });

  it('keeps tests out of the pages, where Astro would serve them', () => {
    expect(FILES.filter((file) => isBelow(file, 'src/pages') && isTest(file))).toEqual([]);
  });
});
