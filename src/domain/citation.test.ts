import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCitationFile } from './citation-formats.ts';
import { toCslItem } from './citation-record.ts';
import { citePaper } from './citation.ts';
import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';

const paper = (fields: Partial<Paper> = {}): Paper => ({
  id: 'a-paper' as PaperId,
  title: 'A Paper',
  abstract: '',
  ...fields,
});

const FULL = paper({
  title: 'ZeRO-Offload: LLM Training & 50 % of a_b',
  authors: [{ name: 'Ana Müller' }, { name: 'Perrin van der Quill' }, { name: 'The LHC Group' }],
  date: '2024-03-09',
  container: {
    type: 'journal',
    name: 'Dial & Escapement',
    volume: '12',
    issue: '3',
    pages: '10-20',
    publisher: 'Lantern_Press',
  },
  doi: '10.5555/a_b.1',
});

type Read = Readonly<Record<string, unknown>>;

/** What citation-js reads of a file, as it does for anybody who imports it. */
const readBack = (text: string): Read => {
  const [item = {}] = plugins.input.chain(text, { generateGraph: false }) as readonly Read[];
  return item;
};

const plain = (text: unknown): string => String(text).replace(/<\/?span[^>]*>/g, '');

describe('a BibTeX entry', () => {
  it('is read back unchanged', () => {
    const { title, ...others } = readBack(citePaper(FULL).bibtex);
    const { type, author, issued, DOI, volume, issue, page, publisher } = toCslItem(FULL);
    const expected = { type, author, issued, DOI, volume, issue, page, publisher };
    expect(plain(title)).toBe(FULL.title);
    // groups are names in braces, which the reader takes for family names
    const read = JSON.stringify(others).replace('"family":"The LHC', '"literal":"The LHC');
    expect(JSON.parse(read)).toMatchObject(expected);
  });

  it('keeps capitals from styles that lower them, also at the beginning and after a colon', () => {
    const { bibtex } = citePaper(paper({ title: 'LLM Serving: NAS for iPhones' }));
    expect(bibtex).toContain('title = {{LLM} {Serving}: {NAS} for {iPhones}}');
  });

  it('escapes what TeX would read and leaves mathematics to it', () => {
    const title = 'Sort in $O(n^{2})$ -- 5 % of #1 & \\x {';
    const { bibtex } = citePaper(paper({ title }));
    expect(bibtex).toContain('$O(n^{2})$ -{}- 5 \\% of \\#1 \\& \\textbackslash{}x \\{');
  });

  it('knows preprints by their number and theses by their school', () => {
    const preprint = citePaper(paper({ arxiv: '2401.01234', date: '2024-01' })).bibtex;
    expect(preprint).toMatch(/^@misc\{a-paper,/);
    expect(preprint).toContain('eprint = {2401.01234}');
    expect(preprint).toContain('month = jan');
    const container = { type: 'thesis', name: 'University of Upper Saltmarsh' } as const;
    expect(citePaper(paper({ container })).bibtex).toContain(`school = {${container.name}}`);
  });

  it('has the id as its key, whatever else changes', () => {
    const changed = { ...FULL, title: 'Another', authors: [], date: '1999' };
    for (const one of [FULL, changed]) expect(citePaper(one).bibtex).toContain('{a-paper,\n');
  });
});

describe('a RIS record', () => {
  it('is read back unchanged but for particles, which it does not know', () => {
    const { author, issued, title, DOI, volume, page } = readBack(citePaper(FULL).ris);
    expect({ title, DOI, volume, page }).toEqual({
      title: FULL.title,
      DOI: FULL.doi,
      volume: '12',
      page: '10-20',
    });
    expect(issued).toEqual({ 'date-parts': [[2024, 3, 9]] });
    expect(author).toEqual([
      { given: 'Ana', family: 'Müller' },
      { given: 'Perrin', family: 'van der Quill' },
      { literal: 'The LHC Group' },
    ]);
  });

  it('begins with its type, ends with its end, and breaks no line', () => {
    const { ris } = citePaper(paper({ title: 'Long '.repeat(60).trim() }));
    expect(ris).toMatch(/^TY {2}- UNPB\r\n/);
    expect(ris).toMatch(/\r\nER {2}- \r\n$/);
    for (const line of ris.trimEnd().split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z\d] {2}-/);
  });
});

describe('readable citations', () => {
  it('say all that is known', () => {
    const { text, markdown } = citePaper(FULL);
    expect(text).toBe(
      'Ana Müller, Perrin van der Quill, and The LHC Group. 2024. ZeRO-Offload: LLM Training & 50 % of a_b. ' +
        'Dial & Escapement, 12(3), 10–20, Lantern_Press. https://doi.org/10.5555/a_b.1',
    );
    expect(markdown).toContain('(https://doi.org/10.5555/a_b.1). Dial & Escapement');
  });

  it('say nothing of what is not', () => {
    expect(citePaper(paper()).text).toBe('A Paper.');
    expect(citePaper(paper({ title: 'Why?' })).markdown).toBe('Why?');
    expect(citePaper(paper(), 'https://x.org/papers/a-paper/').markdown).toBe(
      '[A Paper](https://x.org/papers/a-paper/).',
    );
  });
});

describe('an author', () => {
  it.each([
    ['Nguyen The Anh', { given: 'Nguyen The', family: 'Anh' }],
    ['The LHC Group', { literal: 'The LHC Group' }],
    ['Kiln Project', { literal: 'Kiln Project' }],
  ])('%s', (name, author) => {
    expect(toCslItem(paper({ authors: [{ name }] })).author).toEqual([author]);
  });
});

describe('citations of any paper', () => {
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  // white space is folded and signs that no text means are taken out when an entry is read
  const line = anyText
    .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .filter((text) => text !== '');
  const anyPaper = fc
    .record({ title: line, name: line, container: line })
    .map(({ title, name, container }) =>
      paper({ title, authors: [{ name }], container: { name: container } }),
    );

  it('can be read, and have the title', () => {
    fc.assert(
      fc.property(anyPaper, (any) => {
        const { bibtex, ris, text, 'csl-json': json } = citePaper(any);
        expect(text).toContain(any.title);
        expect(JSON.parse(json)).toEqual([toCslItem(any)]);
        expect(ris.split('\r\n')).toContain(`TI  - ${any.title}`);
        // BibTeX counts braces
        const bare = bibtex.replace(/\\./g, '');
        expect(bare.split('{').length).toBe(bare.split('}').length);
        expect(bibtex.trimEnd().endsWith('}')).toBe(true);
      }),
    );
  });

  it('come out of a page as they went in', () => {
    const { ris } = citePaper(FULL);
    expect(toCitationFile('ris', ris.replaceAll('\r\n', '\n'))).toBe(ris);
  });
});
