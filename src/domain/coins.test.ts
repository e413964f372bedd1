import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCoins } from './coins.ts';
import type { PaperId } from './fields.ts';
import { CONTAINER_TYPES, type Paper } from './paper.ts';

const paper = (fields: Partial<Paper> = {}): Paper => ({
  id: 'a-paper' as PaperId,
  title: 'A Paper',
  abstract: '',
  ...fields,
});

/** As the platform reads what forms send, without the version. */
const read = (fields: Partial<Paper>) => {
  const [version, ...pairs] = [...new URLSearchParams(toCoins(paper(fields)))];
  expect(version).toEqual(['ctx_ver', 'Z39.88-2004']);
  return pairs;
};

describe('toCoins', () => {
  it('says of a journal article where it stands', () => {
    const fields: Partial<Paper> = {
      authors: [{ name: 'Ada Author' }, { name: 'Bo & Co, Writer' }],
      date: '2024-03',
      doi: '10.5555/x<y',
      container: {
        type: 'journal',
        name: 'Journal of Light',
        volume: '3',
        issue: '2',
        pages: '10–20',
      },
    };
    expect(read(fields)).toEqual([
      ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:journal'],
      ['rft.genre', 'article'],
      ['rft.atitle', 'A Paper'],
      ['rft.jtitle', 'Journal of Light'],
      ['rft.volume', '3'],
      ['rft.issue', '2'],
      ['rft.spage', '10'],
      ['rft.epage', '20'],
      ['rft.date', '2024-03'],
      ['rft.au', 'Ada Author'],
      ['rft.au', 'Bo & Co, Writer'],
      ['rft_id', 'info:doi/10.5555/x<y'],
    ]);
  });

  it.each([
    [undefined, 'journal', 'unknown', 'atitle'],
    ['preprint', 'journal', 'preprint', 'atitle'],
    ['conference', 'book', 'proceeding', 'atitle'],
    ['workshop', 'book', 'proceeding', 'atitle'],
    ['book', 'book', 'bookitem', 'atitle'],
    ['report', 'book', 'report', 'btitle'],
    ['thesis', 'dissertation', null, 'title'],
  ] as const)('of something in a %s', (type, matrix, genre, titleKey) => {
    const values = new URLSearchParams(read({ container: { ...(type && { type }), name: 'N' } }));
    expect(values.get('rft_val_fmt')).toBe(`info:ofi/fmt:kev:mtx:${matrix}`);
    expect(values.get('rft.genre')).toBe(genre);
    expect(values.get(`rft.${titleKey}`)).toBe('A Paper');
  });

  it('leads to arXiv when that is all that is known', () => {
    const values = new URLSearchParams(read({ arxiv: '2401.00001' }));
    expect(values.get('rft.genre')).toBe('preprint');
    expect(values.get('rft_id')).toBe('https://arxiv.org/abs/2401.00001');
  });

  it('is read back as it was, whatever the words', () => {
    const anyWords = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(anyWords, anyWords, fc.constantFrom(...CONTAINER_TYPES), (title, name, type) => {
        const text = toCoins(paper({ title, authors: [{ name }], container: { type, name } }));
        const values = [...new URLSearchParams(text)].map(([, value]) => value);
        expect(values).toContain(title);
        expect(values.filter((value) => value === name).length).toBeGreaterThan(1);
        expect(text).toMatch(/^[!-~]*$/);
      }),
    );
  });
});
