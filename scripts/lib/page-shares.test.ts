import type { AstroPrerenderer } from 'astro';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathsOfShare, readShare } from './page-shares.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

// of a route nothing but its file is asked for
const toPath = (pathname: string, component: string): Path =>
  ({ pathname, route: { component } }) as Path;

const anyPaths = fc.array(
  fc
    .tuple(fc.constantFrom('src/pages/papers/[id].astro', 'src/pages/index.astro'), fc.nat())
    .map(([component, number]) => toPath(String(number), component)),
  { maxLength: 60 },
);

test('every path falls to one of the two shares', () => {
  fc.assert(
    fc.property(anyPaths, (paths) => {
      const others = new Set(pathsOfShare(paths, 'others'));
      const papers = new Set(pathsOfShare(paths, 'papers'));
      for (const path of paths) expect(others.has(path)).not.toBe(papers.has(path));
    }),
  );
});

test('only pages of papers are made beside the others', () => {
  const paths = [toPath('a', 'src/pages/index.astro'), toPath('b', 'src/pages/papers/[id].astro')];
  expect(pathsOfShare(paths, 'papers').map(({ pathname }) => pathname)).toEqual(['b']);
});

test('a share is read by its name', () => {
  expect([readShare('papers'), readShare('others'), readShare(''), readShare()]).toEqual([
    'papers',
    'others',
    undefined,
    undefined,
  ]);
});
