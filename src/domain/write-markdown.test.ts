import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { writeDocument } from './write-markdown.ts';

/** Texts full of what Markdown reads: at the ends, at the beginnings of lines, within. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('word', 'Ünï', 'x', '字', '2024', ' ', '. ', ',') },
      fc.constantFrom(...'!#&*<>[]\\_`~()+-=.:/"\'\n\t'),
      fc.constantFrom('1.', '2)', '\n- ', '\nword', '- ', 'https://x.org', '&amp;', '](', '  '),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

const toText = (value: string): PhrasingContent => ({ type: 'text', value });
const anyPhrasing = fc.oneof(
  { weight: 3, arbitrary: anyText.map(toText) },
  anyText.map((text): PhrasingContent => ({ type: 'strong', children: [toText(text)] })),
  fc
    .tuple(anyText, fc.constantFrom('https://x.org', '/a b', '/(x)'))
    .map(([text, url]): PhrasingContent => ({ type: 'link', url, children: [toText(text)] })),
  // written as an address in angle brackets
  fc
    .constantFrom('https://x.org', 'https://x.org/a_b')
    .map((url): PhrasingContent => ({ type: 'link', url, children: [toText(url)] })),
);

const anyDocument = fc
  .tuple(fc.array(anyPhrasing, { minLength: 1, maxLength: 4 }), anyText)
  .map(([children, title]): Root => ({
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [toText(title)] },
      { type: 'paragraph', children },
      {
        type: 'list',
        spread: false,
        children: [
          { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] },
        ],
      },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [toText(title)] }] },
    ],
  }));

it('writes what the library writes', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(writeDocument(document)).toBe(toMarkdown(document));
    }),
    { numRuns: 2000 },
  );
});
