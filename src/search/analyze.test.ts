import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, foldText } from './analyze.ts';

const wordsOf = (text: string) => analyze(text).map(({ form }) => form.word);
const termsOf = (text: string) => analyze(text).map(({ form }) => form.term);

describe('analyze', () => {
  test.each([
    ['Naïve Bayes', ['naive', 'bayes']],
    ['ﬁne-tuning', ['fine', 'tuning']],
    ['ＧＰＵ ｉｎｔ８', ['gpu', 'int8']],
    ['Straße Łódź Ærø', ['strasse', 'lodz', 'aero']],
    ['e\u0301tale', ['etale']],
    ['quan\u00adtization zero\u200bwidth', ['quantization', 'zerowidth']],
    ["the model's don't models’", ['the', 'model', 'dont', 'models']],
    ['2.77x 3.5× 1,000 10,000,000', ['2.77x', '3.5x', '1000', '10000000']],
    ['by 1.6~14.6× and 10×', ['by', '1.6', '14.6x', 'and', '10x']],
    ['256KB int8 GPT-4 W4A8', ['256kb', 'int8', 'gpt', '4', 'w4a8']],
    ['C++ c# F#, g++.', ['c++', 'c#', 'f#', 'g++']],
    [
      'prima.cpp nn-jit.web RISC-V k_means',
      ['prima', 'cpp', 'nn', 'jit', 'web', 'risc', 'v', 'k', 'means'],
    ],
    ['an end.Next one', ['an', 'end', 'next', 'one']],
    ['$O(n^2)$ and $\\alpha$', ['o', 'n', '2', 'and', 'alpha']],
    ['CPU/GPU', ['cpu', 'gpu']],
    ['مرحبا בעולם', ['مرحبا', 'בעולם']],
    ['🙂 👩‍🔬 ok', ['ok']],
    ['__proto__ constructor', ['proto', 'constructor']],
    ['(.*)+?[^', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each([
    ['quantization', 'quantized'],
    ['quantisation', 'quantize'],
    ['networks', 'Network'],
    ['behaviour', 'behaviors'],
    ['analyses', 'analysis'],
  ])('%s and %s have one stem', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });

  test('says where each piece stands and how it is joined to the one before', () => {
    const text = 'An on-device LLM, tuned';
    const pieces = analyze(text);
    expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      'An',
      'on',
      'device',
      'LLM',
      'tuned',
    ]);
    expect(pieces.map(({ gap }) => gap)).toEqual(['apart', 'space', 'glued', 'space', 'apart']);
    expect(pieces.map(({ form }) => form.isStop)).toEqual([true, true, false, false, false]);
    expect(pieces.map(({ form }) => form.isCapital)).toEqual([false, false, false, true, false]);
  });

  test('gives pieces of the text in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, form } of analyze(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(form.word).not.toMatch(/[\s\p{Lu}\p{M}]/u);
          last = end;
        }
      }),
      // a letter whose compatibility form is a space with marks
      { examples: [['\ufc5e']] },
    );
  });

  test('reads a folded word as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        const [once] = wordsOf(word);
        expect(wordsOf(once ?? '')).toEqual([once]);
      }),
    );
  });
});

describe('foldText', () => {
  test('is the same however a title is written', () => {
    const plain = foldText('On-Device Quantisation of Naïve Models');
    expect(foldText('on device quantization: of “naive” MODELS')).toBe(plain);
    expect(foldText('ondevice  quantization of naive models.')).toBe(plain);
    expect(foldText('On-Device Quantisation of Naïve Model')).not.toBe(plain);
  });
});
