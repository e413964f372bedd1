import { describe, expect, it } from 'vitest';
import { leaveMarks } from './style-scopes.ts';

const MARK = 'data-astro-cid-abcdefgh';

/** The elements, of markup compiled with a mark on each, that keep it under these styles. */
const marked = (styles: string, markup: string): readonly string[] => {
  const code = markup.replace(/(<[a-z][^<]*?)>/g, `$1 ${MARK}>`);
  const left = leaveMarks(`---\n---\n${markup}\n<style>${styles}</style>`, code);
  return [...left.matchAll(/<([a-z][\w-]*)(?:(?!<[a-z])[^])*? data-astro-cid-/g)].map(
    ([, tag = '']) => tag,
  );
};

const LIST = '<ul><li class="one two"><a href="/">A</a></li><li><b role="status">B</b></li></ul>';

describe('the mark of a scope', () => {
  it.each([
    ['li a { color: red }', ['li', 'a', 'li']],
    ['ul > li:not(:last-child)::after, b { content: "," }', ['ul', 'li', 'li', 'b']],
    ['.one { color: red }', ['li']],
    ['.one.two:hover { color: red }', ['li']],
    ["[role='status'] { color: red }", ['b']],
    ['@layer x { /* a { } */ @media (width < 1rem) { ul { color: red } } }', ['ul']],
    [':root[data-theme] ul { color: red }', ['ul']],
    ['ul :global(a) { color: red }', ['ul']],
    ['ul:has(li) { color: red }', ['ul']],
  ])('stays where %s may mean', (styles, tags) => {
    expect(marked(styles, LIST)).toEqual(tags);
  });

  it.each(['* { color: red }', ':is(a, b):hover { color: red }', '[hidden] { color: red }'])(
    'stays on all elements when %s may mean any',
    (styles) => {
      expect(marked(styles, LIST)).toHaveLength(5);
    },
  );

  it('stays on all elements for a class that comes by script', () => {
    expect(marked('ul .is-current { color: red }', LIST)).toHaveLength(5);
  });

  it('stays where classes or all attributes are made by expressions', () => {
    const markup =
      '<p class="note">A</p><p${$$addAttribute({ a: isA }, "class:list")}>B</p><i${$$spreadAttributes(all)}>C</i>';
    expect(marked('.note { color: red }', markup)).toEqual(['p', 'p', 'i']);
    expect(marked("[role='note'] { color: red }", `${markup}<b role="note">D</b>`)).toEqual([
      'i',
      'b',
    ]);
  });

  it('goes from a component without styles of its own kind', () => {
    expect(marked('', LIST)).toEqual([]);
  });
});
