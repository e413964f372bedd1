import { describe, expect, test } from 'vitest';
import { foldTitle } from './paper-key.ts';
import { areTitlesAlike, foldFamily, markOf } from './paper-mark.ts';

describe('the family name', () => {
  test.each([
    ['Ada Lovelace', 'lovelace'],
    ['Lovelace, Ada', 'lovelace'],
    ['Ludwig van Beethoven', 'beethoven'],
    ['van Beethoven, Ludwig', 'beethoven'],
    ['Erwin Schrödinger', 'schrodinger'],
    ['ERWIN SCHRO\u0308DINGER', 'schrodinger'],
    ['Martin Luther King Jr.', 'king'],
    ['King, Jr., Martin Luther', 'king'],
    ['Conor O’Brien', 'obrien'],
    ['Jean-Luc Saint-Exupéry', 'saintexupery'],
    ['Лев Толстой', 'толстои'],
    ['李明', '李明'],
    ['Plato', 'plato'],
    ['—', ''],
  ])('of %s is %s', (name, family) => {
    expect(foldFamily(name)).toBe(family);
  });
});

describe('a mark', () => {
  test('has title, first author and year', () => {
    const authors = [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }];
    expect(markOf({ title: 'On  Light!', authors, date: '2020-03-01' })).toEqual({
      title: 'onlight',
      family: 'lovelace',
      year: 2020,
    });
  });

  test('lacks what is not known', () => {
    const mark = { title: 'a', family: undefined, year: undefined };
    expect(markOf({ title: 'A' })).toEqual(mark);
    expect(markOf({ title: 'A', authors: [{ name: '—' }] })).toEqual(mark);
  });
});

describe('titles', () => {
  const areAlike = (a: string, b: string): boolean => areTitlesAlike(foldTitle(a), foldTitle(b));

  test.each([
    ['BERT', 'BERT: Pre-training of Deep Bidirectional Transformers'],
    ['Deep Learning for Image Recognition', 'Deep Residual Learning for Image Recognition'],
    ['Colour vision in bees', 'Color Vision in Bees (Extended Abstract)'],
    ['注意力机制', '注意力机制综述'],
  ])('may be those of one work: %s, %s', (a, b) => {
    expect(areAlike(a, b)).toBe(true);
    expect(areAlike(b, a)).toBe(true);
  });

  test.each([
    ['Attention Is All You Need', 'Protein Folding in Yeast'],
    ['Deep Residual Learning for Image Recognition', 'A Survey of Sorting Networks in Hardware'],
    ['注意力机制', '蛋白质折叠'],
  ])('cannot be those of one work: %s, %s', (a, b) => {
    expect(areAlike(a, b)).toBe(false);
  });
});
