import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedChance } from './search-chance.ts';
import { KNOWN_ITEM_KINDS, makeKnownItems, misspell } from './search-known-items.ts';

const words = (text: string): readonly string[] => text.split(' ');

const TITLE = 'Efficient neural architecture search for small embedded devices';
const SENTENCE = 'We look for small networks that run on devices with little memory or power.';
const docs = [
  { id: 'a', title: TITLE, abstract: `${SENTENCE} It works.` },
  { id: 'short', title: 'Hi', abstract: 'No.' },
  { id: 'twin', title: 'The same title with seven words here', abstract: '' },
  { id: 'other-twin', title: 'The Same Title with seven words here!', abstract: '' },
];

const askOf = (kind: (typeof KNOWN_ITEM_KINDS)[number]): string => {
  const questions = makeKnownItems(docs, kind, 10);
  expect(questions.map(({ relevant }) => [...relevant])).toEqual([['a']]);
  return questions[0]?.text ?? '';
};

describe('makeKnownItems', () => {
  test('shuffles words of the title and leaves some out', () => {
    const asked = words(askOf('title'));
    expect(asked.length).toBeGreaterThanOrEqual(4);
    expect(words(TITLE)).toEqual(expect.arrayContaining([...asked]));
  });

  test('leaves a third of the words of a sentence out and keeps their order', () => {
    const all = words(SENTENCE.replace('.', ''));
    const asked = words(askOf('sentence'));
    expect(asked).toHaveLength(Math.ceil((all.length * 2) / 3));
    const places = asked.map((word) => all.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('changes one word of the title', () => {
    const asked = words(askOf('typo'));
    const changed = words(TITLE).filter((word, at) => word !== asked[at]);
    expect(asked).toHaveLength(words(TITLE).length);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.length).toBeGreaterThanOrEqual(6);
  });

  test('cuts the title within a word', () => {
    const asked = askOf('unfinished');
    expect(TITLE.startsWith(asked)).toBe(true);
    expect(TITLE[asked.length]).toMatch(/\w/);
    expect(words(asked).at(-1)?.length).toBeGreaterThanOrEqual(3);
  });

  test('makes the same questions each time, and no more than asked for', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      ...docs[0]!,
      id: `${at}`,
      title: `${TITLE} part ${at}`,
    }));
    for (const kind of KNOWN_ITEM_KINDS) {
      const questions = makeKnownItems(many, kind, 20);
      expect(questions).toHaveLength(20);
      expect(makeKnownItems(many, kind, 20)).toEqual(questions);
    }
  });
});

test('a misspelt word differs by one edit and begins alike', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.integer(), (word, seed) => {
      const wrong = misspell(seedChance(seed), word);
      expect(wrong[0]).toBe(word[0]);
      expect(Math.abs(wrong.length - word.length)).toBeLessThanOrEqual(1);
      let start = 0;
      while (start < word.length && wrong[start] === word[start]) start += 1;
      // after the place of the edit, which is at most two letters wide, both go on alike
      const rest = word.slice(start + 2);
      expect(wrong.endsWith(rest)).toBe(true);
    }),
  );
});
