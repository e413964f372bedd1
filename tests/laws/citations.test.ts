import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCslItem, type CslItem } from '../../src/domain/citation-record.ts';
import { toReadableCitations } from '../../src/domain/citation-text.ts';
import type { PaperId } from '../../src/domain/fields.ts';
import { CONTAINER_TYPES, type Paper } from '../../src/domain/paper.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const STYLE = join(ROOT, 'tests/fixtures/citation-style.csl');
plugins.config.get('@csl').styles.add('paperlight', readFileSync(STYLE, 'utf8'));

/** What stands for the title while the style is applied: a style reads markup in it and changes its quotes. */
const TITLE = '\ue000';

/** The citation as the Citation Style Language's own processor writes it, titles with an end of their own apart. */
const byProcessor = (item: CslItem): string => {
  const options = { template: 'paperlight', format: 'text' };
  const data = [{ ...item, title: TITLE }];
  const text = (plugins.output.format('bibliography', data, options) as string).trim();
  return text.replace(TITLE, () => item.title);
};

/** The processor writes typographic apostrophes in names, and DOIs in addresses as they are. */
const comparable = (text: string): string => decodeURIComponent(text).replaceAll('’', "'");

const expectAgreement = (paper: Paper): void => {
  const item = toCslItem(paper);
  const { text } = toReadableCitations(item);
  const expected = byProcessor(item).replace(/([.?!])\.(?= |$)/, '$1');
  const isOpen = item.DOI === undefined && item.URL === undefined && !/[.?!]$/.test(expected);
  expect(comparable(text)).toBe(comparable(isOpen ? `${expected}.` : expected));
};

// the processor turns such names round, though their papers have them this way
const hasHanName = ({ authors = [] }: Paper) =>
  authors.some(({ name }) => /\p{Script=Han}/u.test(name));

it.each(['content', 'tests/fixtures/collection'])(
  'papers of %s are cited as the processor cites them',
  async (dir) => {
    const { lists } = await loadCollection(join(ROOT, dir));
    const papers = lists.papers.filter((paper) => !hasHanName(paper));
    expect(papers.length).toBeGreaterThan(30);
    for (const paper of papers) expectAgreement(paper);
  },
);

const word = fc.constantFrom('Tide', 'Lamp', 'Bee', 'Quay', 'Ünder', 'Moss');
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const number = fc.nat({ max: 999 }).map(String);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name = fc
  .tuple(
    words,
    fc.constantFrom('', '', 'van der ', 'de ', "d'", 'al-'),
    word,
    fc.constantFrom('', '', ' Jr.', ' III'),
  )
  .map(([given, particle, family, suffix]) => ({ name: `${given} ${particle}${family}${suffix}` }));

const anyPaper = fc
  .record({
    title: fc.tuple(words, fc.constantFrom('', '?', '!', '.')).map(([text, end]) => text + end),
    authors: some(fc.array(name, { minLength: 1, maxLength: 13 })),
    date: some(fc.constantFrom('1998', '2024-03', '2024-03-09')),
    container: some(
      fc.record({
        type: fc.constantFrom(...CONTAINER_TYPES),
        name: words,
        volume: some(number),
        issue: some(number),
        pages: some(fc.constantFrom('7', '10-20', 'e17')),
        publisher: some(words),
      }),
    ),
    doi: some(fc.constantFrom('10.5555/abc.1')),
    arxiv: some(fc.constantFrom('2401.01234')),
    pdf: some(fc.constantFrom('https://x.org/a_b.pdf')),
  })
  .map((fields): Paper => {
    const known = JSON.parse(JSON.stringify(fields)) as Omit<Paper, 'id' | 'abstract'>;
    return { ...known, id: 'a-paper' as PaperId, abstract: '' };
  });

it('any paper is cited as the processor cites it', () => {
  fc.assert(fc.property(anyPaper, expectAgreement), { numRuns: 300 });
});
