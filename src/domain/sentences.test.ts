import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorSentences, sentenceAnchor, splitSentences } from './sentences.ts';

const textsOf = (paragraph: string) => splitSentences(paragraph).map(({ text }) => text);

describe('splitSentences', () => {
  test.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['It is fast, e.g. 2.5x. See Fig. 3.', ['It is fast, e.g. 2.5x.', 'See Fig. 3.']],
    ['Smith et al. show it. J. Doe agrees.', ['Smith et al. show it.', 'J. Doe agrees.']],
    [
      'It says "yes." Then (it says no.) And more.',
      ['It says "yes."', 'Then (it says no.)', 'And more.'],
    ],
    [
      'We use prima.cpp and nn-JIT.web here. Done.',
      ['We use prima.cpp and nn-JIT.web here.', 'Done.'],
    ],
    ['Two parts: (1) Speed. 40% faster.', ['Two parts: (1) Speed.', '40% faster.']],
    ['Wait... and see. Wait... See.', ['Wait... and see.', 'Wait...', 'See.']],
    ['量化很快。它也很小。', ['量化很快。', '它也很小。']],
    ['هل هذا سريع؟ نعم.', ['هل هذا سريع؟', 'نعم.']],
    ['   ', []],
  ])('splits %j', (paragraph, sentences) => {
    expect(textsOf(paragraph)).toEqual(sentences);
  });

  test('loses nothing but the white space between sentences', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab A.!?…)" \n。؟1') }), (text) => {
        const sentences = splitSentences(text);
        expect(
          sentences
            .map((one) => one.text)
            .join('')
            .replace(/\s+/g, ''),
        ).toBe(text.replace(/\s+/g, ''));
        for (const { start, end, text: words } of sentences)
          expect(text.slice(start, end)).toBe(words);
      }),
    );
  });
});

describe('sentence anchors', () => {
  test('are numbered through all paragraphs and carry four hex digits', () => {
    const anchors = anchorSentences(['One. Two.', 'Three.'])
      .flat()
      .map(({ anchor }) => anchor);
    expect(anchors.map((anchor) => anchor.replace(/-[0-9a-f]{4}$/, ''))).toEqual([
      's1',
      's2',
      's3',
    ]);
  });

  test('keep their hash when the sentence moves and change it when its words do', () => {
    const hashOf = (anchor: string) => anchor.split('-')[1];
    expect(hashOf(sentenceAnchor(0, 'It is fast.'))).toBe(
      hashOf(sentenceAnchor(7, 'It  is\nfast.')),
    );
    expect(hashOf(sentenceAnchor(0, 'It is fast.'))).not.toBe(
      hashOf(sentenceAnchor(0, 'It is slow.')),
    );
  });
});

test('a long run of full stops is read in one pass', () => {
  const split = (stops: number) => splitSentences(`${'.'.repeat(stops)}a`);
  expect(split).toTakeTimeInProportion(200_000);
  expect(split(200_000)).toHaveLength(1);
});
