import { describe, expect, test } from 'vitest';
import { buildEngine } from './engine.ts';
import { mendWords } from './mend-words.ts';
import { readQuery } from './query.ts';
import { createSession } from './search-session.ts';
import { EMPTY_STATE } from './url-state.ts';

const TITLES = ['Quantization of networks', 'Speculative decoding', 'NAS at home'];
const engine = buildEngine(TITLES.map((title, at) => ({ id: `${at}`, title, paragraphs: [] })));
const mend = (q: string, name = '') =>
  mendWords(engine, readQuery(q), (term) => term === name)
    .map(({ form }) => form.word)
    .join(' ');

describe('words', () => {
  test.each([
    ['quantizaton of netwroks ', 'quantization of networks'],
    ['spectulative decodng', 'speculative decoding'],
    ['quantized network ', 'quantized network'],
    ['NSA nsa ', 'nsa nsa'],
    ['', ''],
  ])('of “%s” are mended to “%s”', (q, expected) => {
    expect(mend(q)).toBe(expected);
  });

  test('that may go on to one of a paper are left alone', () => {
    expect(mend('speculat')).toBe('speculat');
    expect(mend('decodin ')).toBe('decoding');
  });

  test('of names are left alone', () => {
    expect(mend('hone ')).toBe('home');
    expect(mend('hone ', 'hone')).toBe('hone');
  });

  test('are mended up to a number', () => {
    expect(mend('decodng '.repeat(6))).toBe('decoding '.repeat(4) + 'decodng decodng');
  });
});

test('a misspelt name is known by its other names', () => {
  const session = createSession(
    {
      papers: TITLES.map((title, at) => ({ id: `${at}`, title })),
      texts: [[], ['We guess tokens by a draft model.'], ['A draft model.']],
    },
    { topics: [], concepts: [{ name: 'Speculative decoding', aliases: ['draft model'] }] },
  );
  const { hits, alsoSearching, exact } = session.query({
    ...EMPTY_STATE,
    q: 'spectulative decodng ',
  });
  expect(hits.map(({ id }) => id)).toEqual(['1', '2']);
  expect(alsoSearching.map(({ label }) => label)).toEqual(['draft model']);
  expect(exact).toBe('"spectulative decodng"');
});
