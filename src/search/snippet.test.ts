import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorSentences } from '../domain/sentences.ts';
import { noSplits, addSplit } from './compounds.ts';
import { findSnippet } from './snippet.ts';

const wanted = (...terms: string[]) => new Map(terms.map((term) => [term, 1]));
const marked = (snippet: ReturnType<typeof findSnippet>) =>
  snippet?.marks.map(([start, end]) => snippet.text.slice(start, end));

const FILLER = 'Nothing that matters stands in this sentence, which goes on for quite some time.';
const TEXT = [
  `${FILLER} We prune weights. Pruned networks are small. ${FILLER} ${FILLER}`,
  'A second paragraph quantizes on-device models. It ends here.',
];

describe('findSnippet', () => {
  test('takes the sentences with most of what is wanted, and names the first', () => {
    const snippet = findSnippet(TEXT, wanted('prune', 'network'), noSplits());
    expect(snippet?.text).toBe(`We prune weights. Pruned networks are small. ${FILLER}`);
    expect(marked(snippet)).toEqual(['prune', 'Pruned', 'networks']);
    expect(snippet?.anchor).toBe(anchorSentences(TEXT)[0]?.[1]?.anchor);
  });

  test('looks into every paragraph, and numbers sentences as the page does', () => {
    const snippet = findSnippet(TEXT, wanted('quantiz'), noSplits());
    expect(snippet?.text).toMatch(/^A second paragraph/);
    expect(snippet?.anchor).toMatch(/^s6-/);
  });

  test('marks compounds whole', () => {
    const splits = noSplits();
    addSplit(splits, ['on', 'device']).count = 1;
    expect(marked(findSnippet(TEXT, wanted('ondevic'), splits))).toEqual(['on-device']);
    expect(marked(findSnippet(TEXT, wanted('devic'), splits))).toEqual(['device']);
  });

  test('begins at the beginning when nothing is found', () => {
    expect(findSnippet(TEXT, wanted('xylophon'), noSplits())?.text).toMatch(
      /^Nothing that matters/,
    );
    expect(findSnippet(TEXT, wanted('xylophon'), noSplits())?.marks).toEqual([]);
  });

  test('has nothing of an empty abstract', () => {
    expect(findSnippet([], wanted('prune'), noSplits())).toBeUndefined();
  });

  test('cuts a sentence without end around its first mark', () => {
    const long = `${'word '.repeat(200)}needle ${'word '.repeat(200)}`.trim();
    const snippet = findSnippet([long], wanted('needl'), noSplits());
    expect(snippet?.text.length).toBeLessThan(260);
    expect(snippet?.text).toMatch(/^…word.*needle.*word…$/);
    expect(marked(snippet)).toEqual(['needle']);
  });

  const anySentence = fc
    .array(fc.constantFrom('prune', 'pruned', '🙂', '👩‍🔬', 'x'.repeat(300), '𝔘', 'on-device', 'é'), {
      minLength: 1,
      maxLength: 60,
    })
    .chain((words) => fc.constantFrom(' ', '', '-').map((glue) => `${words.join(glue)}.`));

  test('splits no surrogate pair and marks within range, apart and in order', () => {
    fc.assert(
      fc.property(fc.array(anySentence, { maxLength: 4 }), (text) => {
        const snippet = findSnippet(text, wanted('prune', 'ondevic', 'é'), noSplits());
        if (snippet === undefined) return;
        expect(snippet.text.isWellFormed()).toBe(true);
        let last = -1;
        for (const [start, end] of snippet.marks) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(snippet.text.length);
          expect(snippet.text.slice(start, end).isWellFormed()).toBe(true);
          last = end;
        }
      }),
    );
  });
});
