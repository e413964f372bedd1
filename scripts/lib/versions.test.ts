import { describe, expect, test } from 'vitest';
import { hashesOf } from './merge-fields.ts';
import { areSameVersion, isPreprint, toItem, toVersion, type Described } from './versions.ts';

const NIPS = { type: 'conference' as const, name: 'NIPS' };

describe('a preprint', () => {
  test.each<[string, Described, boolean]>([
    ['an arXiv id alone', { arxiv: '1706.03762' }, true],
    ['a DOI of arXiv', { doi: '10.48550/arXiv.1706.03762' }, true],
    ['an arXiv id and a DOI of a journal', { arxiv: '1706.03762', doi: '10.1000/1' }, false],
    ['a container of that type', { container: { type: 'preprint', name: 'Zenodo' } }, true],
    ['CoRR, as DBLP calls it', { container: { name: 'CoRR' } }, true],
    ['bioRxiv', { container: { name: 'bioRxiv' }, doi: '10.1101/1' }, true],
    ['a conference', { container: NIPS, arxiv: '1706.03762' }, false],
    ['a conference of another sort of corr', { container: { name: 'Correlation Days' } }, false],
    ['nothing', {}, false],
  ])('is told by %s', (_, described, expected) => {
    expect(isPreprint(described)).toBe(expected);
  });
});

describe('two records tell of one version', () => {
  test.each<[string, Described, Described, boolean]>([
    ['with one DOI', { doi: '10.1000/A' }, { doi: '10.1000/a' }, true],
    ['with two DOIs', { doi: '10.1000/1' }, { doi: '10.1000/2' }, false],
    ['of arXiv and a conference', { arxiv: '1706.03762' }, { container: NIPS }, false],
    ['of two arXiv ids', { arxiv: '1706.03762' }, { arxiv: '1706.03763' }, false],
    [
      'of one arXiv id, once as a DOI',
      { arxiv: '1706.03762' },
      { doi: '10.48550/arXiv.1706.03762' },
      true,
    ],
    [
      'with a DOI and without',
      { doi: '10.1000/1', container: NIPS },
      { container: { name: 'Nips.' } },
      true,
    ],
    [
      'of one year under two names',
      { date: '2017', container: NIPS },
      { date: '2017-12', container: { name: 'Advances in Neural Information Processing Systems' } },
      true,
    ],
    [
      'of two years under two names',
      { date: '2017', container: NIPS },
      { date: '2018', container: { type: 'journal', name: 'JMLR' } },
      false,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(areSameVersion(a, b, false)).toBe(expected);
    expect(areSameVersion(b, a, false)).toBe(expected);
  });

  test('in one file under two names never', () => {
    const journal: Described = { date: '2017', container: { name: 'JMLR' } };
    expect(areSameVersion({ date: '2017', container: NIPS }, journal, true)).toBe(false);
  });
});

describe('an item of the list of versions', () => {
  const main = {
    hashes: hashesOf({ title: 'On Light', date: '2017', container: NIPS, arxiv: '1706.03762' }),
    title: 'On Light',
  };

  test('says what differs', () => {
    const version = toVersion({
      title: 'on light!',
      date: '2018',
      container: { name: 'JMLR' },
      doi: '10.1000/1',
      arxiv: '1706.03762',
      pdf: 'https://example.org/a.pdf',
    });
    expect(toItem(version, main)).toEqual({
      date: '2018',
      container: { name: 'JMLR' },
      doi: '10.1000/1',
    });
  });

  test('says where the version is found, though the main one is found there too', () => {
    expect(toItem({ title: 'About Light', arxiv: '1706.03762' }, main)).toEqual({
      title: 'About Light',
      arxiv: '1706.03762',
    });
  });

  test('names an address when there is nothing better', () => {
    const version = toVersion({ date: '2017', pdf: 'https://example.org/a.pdf' });
    expect(toItem(version, main)).toEqual({ url: 'https://example.org/a.pdf' });
  });

  test('is none when nothing differs', () => {
    expect(toItem({ title: 'On Light', date: '2017', container: NIPS }, main)).toBeUndefined();
  });
});
