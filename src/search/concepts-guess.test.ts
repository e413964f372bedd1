import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { fillBags, guessMeanings } from './concepts-guess.ts';
import { createSession } from './search-session.ts';
import { EMPTY_STATE } from './url-state.ts';

const CONCEPTS = [
  {
    name: 'Mixed-precision training',
    aliases: ['half-precision training', 'train with less bits'],
  },
  { name: 'Music generation', aliases: ['make a song', 'AI that composes songs'] },
  { name: 'Code generation', aliases: ['AI that writes programs'] },
  { name: 'Quantization', aliases: ['round the weights'] },
];

const bags = fillBags(
  CONCEPTS.map(({ name, aliases }) => ({
    labels: [name, ...aliases].map((text) => ({ text, pieces: analyze(text) })),
    narrower: [],
  })),
);
const guess = (q: string) => guessMeanings(analyze(q), bags).map(({ label: { text } }) => text);

describe('words that are no name', () => {
  test.each([
    ['less bits when you train', ['train with less bits']],
    ['a song that a machine composes', ['AI that composes songs']],
  ])('may mean what has most of them in its names: “%s”', (q, labels) => {
    expect(guess(q)).toEqual(labels);
  });

  test.each([
    ['one of them alone', 'song'],
    ['a few among many others', 'a train song on a summer evening by the river with friends'],
    ['stop words', 'that with a the'],
    ['nothing', ''],
  ])('mean nothing when they are %s', (_, q) => {
    expect(guess(q)).toEqual([]);
  });

  test('are guessed the surer the more of them a name has, never surer than certain', () => {
    const [some, all] = ['half the bits when you train', 'half bits train'].map((q) =>
      guessMeanings(analyze(q), bags).map(({ certainty }) => certainty),
    );
    expect(some?.[0]).toBeLessThanOrEqual(all?.[0] ?? 0);
    expect(all?.[0]).toBeLessThanOrEqual(1);
  });

  test('are guessed the surer the more of a name they are', () => {
    const certaintyOf = (q: string) => guessMeanings(analyze(q), bags)[0]?.certainty ?? 0;
    expect(certaintyOf('round weights')).toBeGreaterThan(certaintyOf('composes AI'));
  });

  test('name several things when as many of them are in the names of each', () => {
    expect(guess('AI that writes songs')).toHaveLength(2);
  });
});

describe('a search by everyday words', () => {
  const session = createSession(
    {
      papers: [
        { id: 'tune', title: 'Music generation with adapters' },
        { id: 'big', title: 'A song of big trees' },
        { id: 'bird', title: 'Birds' },
      ],
      texts: [[], [], []],
    },
    { topics: [], concepts: CONCEPTS },
  );
  const query = (q: string) => session.query({ ...EMPTY_STATE, q });
  const typed = 'a machine composes a song ';

  test('finds what is called otherwise, and says so', () => {
    const { hits, alsoSearching } = query(typed);
    expect(hits.map(({ id }) => id).toSorted()).toEqual(['big', 'tune']);
    expect(alsoSearching.map(({ label }) => label)).toEqual(['Music generation']);
  });

  test('can be told to look for nothing else', () => {
    const { exact = '' } = query(typed);
    expect(exact).toBe('a machine composes OR song a');
    expect(query(exact).alsoSearching).toEqual([]);
    expect(query(exact).hits.map(({ id }) => id)).toEqual(['big']);
  });

  test('needs one word alone when no paper has it', () => {
    const { hits, alsoSearching, exact = '' } = query('composing ');
    expect(hits.map(({ id }) => id)).toEqual(['tune']);
    expect(alsoSearching.map(({ label }) => label)).toEqual(['Music generation']);
    expect(exact).toBe('"composing"');
    expect(query(exact).alsoSearching).toEqual([]);
    expect(query('song ').alsoSearching).toEqual([]);
  });

  test('can be told to look for nothing else where one word led to more', () => {
    const { exact = '' } = query('birds composing ');
    expect(exact).toBe('birds OR composing');
    expect(query(exact).alsoSearching).toEqual([]);
  });

  test('guesses beside filters as it does without', () => {
    expect(query(`${typed} kind:method`).alsoSearching).toEqual(query(typed).alsoSearching);
  });

  test('guesses nothing beside operators', () => {
    expect(query(`${typed} -trees`).alsoSearching).toEqual([]);
  });
});
