import { Parser, type Node } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from './fields.ts';
import { paperToMarkdown } from './paper-markdown.ts';
import type { Paper } from './paper.ts';

const CONTEXT = { topics: [], href: 'https://x.example/papers/a/', bibtex: '@misc{a,\n}' };

const paper = (fields: Partial<Paper> = {}): Paper => ({
  id: 'a' as PaperId,
  title: 'A Paper',
  abstract: '',
  ...fields,
});

const textOf = (node: Node): string => {
  const walker = node.walker();
  let text = '';
  for (let event = walker.next(); event !== null; event = walker.next())
    text += event.node.type === 'softbreak' ? ' ' : (event.node.literal ?? '');
  return text;
};

/** The blocks of a document as the reference implementation reads them: what each is, and its text. */
const blocksOf = (markdown: string): readonly (readonly [string, string])[] => {
  const blocks: [string, string][] = [];
  const document = new Parser().parse(markdown);
  for (let block = document.firstChild; block !== null; block = block.next)
    blocks.push([block.type, textOf(block)]);
  return blocks;
};

test('says what is known, each fact on a line, and nothing of what is not', () => {
  const full = paper({
    authors: [{ name: 'Ada Author' }, { name: 'Bo Writer' }],
    date: '2024-03',
    container: { name: 'Journal of Light', volume: '3' },
    doi: '10.5555/x',
    kind: 'survey',
    corrections: [{ date: '2025-01-02', kind: 'retraction', note: 'It was not so.' }],
    abstract: 'One. Two.',
  });
  const topics = [{ name: 'Bees', href: 'https://x.example/topics/bees/' }];
  expect(paperToMarkdown(full, { ...CONTEXT, topics })).toBe(
    `# A Paper

> **Retraction**, 2 January 2025: It was not so.

- Authors: Ada Author, Bo Writer
- Date: March 2024
- Published in: Journal of Light, volume 3
- Kind: Survey
- Topics: [Bees](https://x.example/topics/bees/)
- DOI: [10.5555/x](https://doi.org/10.5555/x)
- Page: <https://x.example/papers/a/>

## Abstract

One.
Two.

## Cite

\`\`\`bibtex
@misc{a,
}
\`\`\`
`,
  );
  expect(blocksOf(paperToMarkdown(paper(), CONTEXT))).toEqual([
    ['heading', 'A Paper'],
    ['list', 'Page: https://x.example/papers/a/'],
    ['heading', 'Cite'],
    ['code_block', '@misc{a,\n}\n'],
  ]);
});

const hostile = fc.oneof(
  fc.constantFrom('# x', '1. a', '- b', '<b>&amp;', '`c`', '[d](e)', '*f*_g_', '> h', '===', '\\'),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }),
);
const line = hostile.map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '');

test('shows title, names and abstract as they are, whatever stands in them', () => {
  fc.assert(
    fc.property(line, line, line, (title, name, abstract) => {
      const any = paper({ title, authors: [{ name }], abstract });
      const blocks = blocksOf(paperToMarkdown(any, CONTEXT));
      expect(blocks.map(([type]) => type)).toEqual(
        'heading list heading paragraph heading code_block'.split(' '),
      );
      expect(blocks[0]?.[1]).toBe(title);
      expect(blocks[1]?.[1]).toContain(`Authors: ${name}`);
      expect(blocks[3]?.[1]).toBe(abstract);
    }),
  );
});
