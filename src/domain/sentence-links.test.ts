import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSentence, isSentenceAnchor } from './sentence-links.ts';
import { anchorSentences } from './sentences.ts';

const anchorsOf = (text: string): readonly string[] =>
  anchorSentences([text]).flatMap((sentences) => sentences.map(({ anchor }) => anchor));

describe('findSentence', () => {
  test.each([
    ['s2-bbbb', { anchor: 's2-bbbb', as: 'exact' }],
    ['s1-bbbb', { anchor: 's2-bbbb', as: 'moved' }],
    ['s9-aaaa', { anchor: 's4-aaaa', as: 'moved' }],
    ['s3-ffff', { anchor: 's3-cccc', as: 'reworded' }],
    ['s5-ffff', undefined],
  ])('%s leads to %j', (wanted, expected) =>
    expect(findSentence(wanted, ['s1-aaaa', 's2-bbbb', 's3-cccc', 's4-aaaa'])).toEqual(expected),
  );

  test('finds every sentence again after one was put before it', () => {
    const words = fc.stringMatching(/^[A-Z][a-z]{2,8} [a-z]{2,8}\.$/);
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 6 }), (sentences) => {
        const before = anchorsOf(sentences.join(' '));
        const after = anchorsOf(['Something quite new stands here.', ...sentences].join(' '));
        fc.pre(new Set(after.map((anchor) => anchor.slice(-4))).size === after.length);
        before.forEach((anchor, at) =>
          expect(findSentence(anchor, after)).toEqual({ anchor: after[at + 1], as: 'moved' }),
        );
      }),
    );
  });
});

test.each([
  ['s3-1f9c', true],
  ['s12-0000', true],
  ['s-1f9c', false],
  ['s3-1f9', false],
  ['content', false],
  ['', false],
])('%j names a sentence: %s', (text, expected) => expect(isSentenceAnchor(text)).toBe(expected));
