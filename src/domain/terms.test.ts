import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTerms, isWithin } from './terms.ts';

const keysOf = (text: string): readonly string[] => findTerms(text).map(({ key }) => key);

describe('findTerms', () => {
  test('gives words and the phrases that they form', () => {
    expect(keysOf('KV caches on GPUs')).toEqual(['^KV', '^KV cach', 'cach', '^GPU']);
  });

  test('keeps acronyms apart from words of the same letters', () => {
    expect(keysOf('HIP')).not.toEqual(keysOf('hip'));
    expect(keysOf('the NAS')).not.toEqual(keysOf('the nas'));
    expect(keysOf('LLMs')).toEqual(keysOf('LLM'));
  });

  test('reads a text in capitals alone as ordinary words', () => {
    expect(keysOf('THE TIDE LIBRARY OF HARBOURS')).toEqual(keysOf('the tide library of harbours'));
    expect(keysOf('BERT')).toEqual(['^BERT']);
  });

  test.each([
    ['Pruned networks', 'pruning a network'],
    ['quantisation', 'Quantization'],
    ['Naïve Bayes', 'naive bayes'],
    ['mixture-of-experts', 'Mixture of Experts'],
  ])('reads %j like %j', (one, other) => {
    const [a, b] = [new Set(keysOf(one)), new Set(keysOf(other))];
    expect([...a].filter((key) => b.has(key))).not.toEqual([]);
    expect(keysOf(one)[0]).toBe(keysOf(other)[0]);
  });

  test('takes compounds whole, a stop word or number in them included', () => {
    expect(keysOf('on-device learning')).toContain('on devic');
    expect(keysOf('8-bit weights')).toContain('8 bit');
    expect(keysOf('LLM fine-tuning')).not.toContain('^LLM fin');
    expect(keysOf('LLM fine-tuning')).toContain('^LLM fin tun');
  });

  test('makes no phrase across punctuation, stop words and talk', () => {
    expect(keysOf('cache, memory')).toEqual(['cach', 'memory']);
    expect(keysOf('cache and memory')).toEqual(['cach', 'memory']);
    expect(keysOf('cache based memory')).toEqual(['cach', 'memory']);
  });

  test('leaves out mathematics, addresses, numbers and talk of the paper itself', () => {
    expect(keysOf('We propose $x_{cache}$ in this paper: https://example.org/cache 2.77x')).toEqual(
      [],
    );
    expect(keysOf('state-of-the-art')).toEqual([]);
  });

  test('tells each term as it is written', () => {
    expect(findTerms('The KV-Cache')[1]).toEqual({ key: '^KV cach', surface: 'KV-Cache' });
  });

  test('every surface stands in the text, and reads as its key', () => {
    const word = fc.constantFrom(
      'KV',
      'cache',
      'of',
      'on',
      'large',
      '8',
      'GPUs',
      'Écluse',
      'paper',
    );
    const gap = fc.constantFrom(' ', '-', ', ', '. ');
    const text = fc
      .array(fc.tuple(word, gap), { maxLength: 12 })
      .map((pairs) => pairs.flat().join(''));
    fc.assert(
      fc.property(text, (any) => {
        for (const { key, surface } of findTerms(any)) {
          expect(any).toContain(surface);
          expect(keysOf(surface)).toContain(key);
        }
      }),
    );
  });

  test('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findTerms(text)));
  });
});

test('a term is within another when all its words stand there in a row', () => {
  expect(isWithin('cach', '^KV cach')).toBe(true);
  expect(isWithin('^KV cach', '^KV cach')).toBe(true);
  expect(isWithin('ach', '^KV cach')).toBe(false);
});
