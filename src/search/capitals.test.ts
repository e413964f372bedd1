import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { capitalTerms, noteLowerCase } from './capitals.ts';
import { buildEngine } from './engine.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';

describe('capitalTerms', () => {
  const termsOf = (text: string): readonly string[] => {
    const lower = new Set<string>();
    for (const one of ['a hip joint', 'Tips for all', text]) noteLowerCase(lower, analyze(one));
    return capitalTerms(analyze(text), lower);
  };

  test.each([
    ['the HIP interface', ['^hip']],
    ['HIPs and TIPS', ['^hip', '^tip']],
    ['the GPU', []],
    ['HIP', ['^hip']],
    ['THE HIP JOINT AND ITS TIPS', []],
    ['The hip', []],
  ])('of “%s” are %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });
});

describe('a word that is also an acronym', () => {
  const engine = buildEngine(
    [
      ['joint', 'A new hip', 'The hip joint bears the body; the hip is strong.'],
      ['code', 'Portable code', 'Code in HIP runs on many machines.'],
      ['knee', 'A knee', 'The knee joint.'],
    ].map(([id = '', title = '', ...paragraphs]) => ({ id, title, paragraphs })),
  );
  const find = (q: string) =>
    rank(engine, readQuery(q)).ranked.map(({ doc }) => engine.ids[doc] ?? '');

  test('is found both ways in lower case, by weight', () => {
    expect(find('hip ')).toEqual(['joint', 'code']);
  });

  test('is the acronym first in capitals, then the word', () => {
    expect(find('HIP ')).toEqual(['code', 'joint']);
    expect(find('HIP')).toEqual(['code', 'joint']);
  });
});
