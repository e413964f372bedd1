import { describe, expect, test } from 'vitest';
import { plugins } from '@citation-js/core';
import { citePaper } from './citation.ts';
import { CITATION_FORMATS, type CitationFormat } from './citation-formats.ts';
import { paperIdSchema } from './fields.ts';
import { joinCitations } from './reading-list-export.ts';
import { newItem } from './reading-list.ts';

const PAPERS = ['kilns', 'bees', 'tides'].map((id) => ({
  id: paperIdSchema.parse(id),
  title: `On ${id} & {GPUs}`,
  abstract: '',
  authors: [{ name: 'Ada Lovelace' }],
  date: '2024',
}));

const list = PAPERS.map(({ id, title }) => newItem(id, title));

const join = (format: CitationFormat, items = list) =>
  joinCitations(
    format,
    items,
    PAPERS.map((paper) => ({ id: paper.id, text: `\n${citePaper(paper)[format]}\n` })),
  );

type Read = { readonly id: string; readonly title: string };
const readBack = (text: string): readonly Read[] => plugins.input.chain(text) as readonly Read[];

describe('the citations of a list', () => {
  test.each(['bibtex', 'ris', 'csl-json'] as const)(
    'are read back in their order: %s',
    (format) => {
      expect(readBack(join(format)).map(({ title }) => title)).toEqual(
        PAPERS.map(({ title }) => title),
      );
    },
  );

  test.each(CITATION_FORMATS)('of no papers are a file all the same: %s', (format) => {
    expect(joinCitations(format, [], [])).toMatch(format === 'csl-json' ? /^\[\]\n$/ : /^\r?\n$/);
  });

  test.each(CITATION_FORMATS)('begin at once and end with one line end: %s', (format) => {
    expect(join(format)).toMatch(/^\S[^]*\S\r?\n$/);
  });

  test('in Markdown are a list with marks and notes, which are no markup', () => {
    const [first = newItem('x'), ...rest] = list;
    const note = '# loud\n- *dashed*\n1. <b>';
    const items = [{ ...first, isRead: true, tags: ['PhD'], note }, ...rest];
    const text = joinCitations('markdown', items, [
      { id: 'kilns', text: 'Kilns.\nSecond line.' },
      { id: 'bees', text: 'Bees.' },
    ]);
    expect(text).toBe(
      [
        '- Kilns.',
        '  Second line.',
        '',
        '  read, PhD',
        '',
        '  \\# loud',
        '  \\- \\*dashed\\*',
        '  1\\. \\<b\\>',
        '',
        '- Bees.',
        '',
      ].join('\n'),
    );
  });
});
