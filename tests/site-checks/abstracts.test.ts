import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Parser, type Node } from 'commonmark';
import { describe, expect, it } from 'vitest';
import { TEST_SITES } from '../setup/test-sites.ts';
import { pagesOf, type BuiltPage } from './pages.ts';

const BLOCKS = new Set(['paragraph', 'heading', 'item', 'block_quote']);

/** The text of a Markdown document by the reference implementation, markup that is no text as typed. */
const textOfMarkdown = (markdown: string): string => {
  const walker = new Parser().parse(markdown).walker();
  const pieces: string[] = [];
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const node: Node = event.node;
    if (node.literal !== null) pieces.push(node.literal);
    else if (BLOCKS.has(node.type) || node.type.endsWith('break')) pieces.push(' ');
  }
  return pieces.join('');
};

const bodyOf = (entry: string): string => /^---\n[^]*?\n---\n([^]*)$/.exec(entry)?.[1] ?? entry;

/** A page shows mathematics without its delimiters, so both sides are compared without them. */
const comparable = (text: string): string =>
  text
    .replace(/\$|\\\(|\\\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a reader sees as the abstract, each formula counted as its TeX. */
const abstractOf = ({ $ }: BuiltPage): string => {
  const abstract = $('sentence-links .abstract').clone();
  abstract.find('math').each((_, math) => {
    $(math).replaceWith(` ${$(math).find('annotation').text()} `);
  });
  return abstract
    .find('p')
    .toArray()
    .map((paragraph) => $(paragraph).text())
    .join(' ');
};

describe.each(['content', 'fixture'] as const)('the papers of the site %s', (name) => {
  const { contentDir } = TEST_SITES[name];
  const pageByFile = new Map(pagesOf(name).map((page) => [page.file, page]));
  const sources = globSync('papers/*.md', { cwd: contentDir })
    .toSorted()
    .map((file) => [basename(file, '.md'), readFileSync(join(contentDir, file), 'utf8')] as const);

  it('all have a page', () => {
    const missing = sources.filter(([id]) => !pageByFile.has(`papers/${id}/index.html`));
    expect(missing.map(([id]) => id)).toEqual([]);
    expect(sources.length).toBeGreaterThan(39);
  });

  it.each(sources)('show the abstract of %s as its source has it', (id, source) => {
    const page = pageByFile.get(`papers/${id}/index.html`)!;
    const isNotice = /^withdrawn:/m.test(source);
    const expected = isNotice ? '' : comparable(textOfMarkdown(bodyOf(source)));
    expect(comparable(abstractOf(page))).toBe(expected);
  });
});
