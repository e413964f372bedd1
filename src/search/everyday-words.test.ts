import { expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { alikeOf, toEveryday } from './everyday-words.ts';

const everyday = (text: string) =>
  analyze(text)
    .filter(({ form }) => !form.isStop)
    .map(({ form }) => toEveryday(form.term));

test.each([
  ['huge nets', 'large models'],
  ['teaching a tiny network', 'train a small model'],
  ['a photograph on the laptop', 'the picture on a computer'],
])('“%s” and “%s” are used alike', (one, other) => {
  expect(everyday(one)).toEqual(everyday(other));
});

test('a word stands for itself unless it has a like', () => {
  expect(everyday('quantization __proto__ constructor')).toEqual(
    analyze('quantization __proto__ constructor').map(({ form }) => form.term),
  );
  expect(toEveryday('model')).toBe('model');
});

test('what is used like a word are the others of its kind', () => {
  expect(alikeOf('car')).toEqual(['vehicl', 'automobil']);
  expect(alikeOf('fast')).not.toContain('fast');
  expect(alikeOf('constructor')).toEqual([]);
});
