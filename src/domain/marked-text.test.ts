import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markText } from './marked-text.ts';
import { mathTextToHtml } from './math.ts';

const shown = (text: string, ...spans: readonly (readonly [number, number])[]) =>
  markText(
    text,
    spans.map(([start, end]) => ({ start, end })),
  ).map(({ html, mark }) => (mark === undefined ? html : `[${html}]`));

it('cuts a text at its marks', () => {
  expect(shown('A KV cache & more', [2, 10])).toEqual(['A ', '[KV cache]', ' &amp; more']);
  expect(shown('GPU', [0, 3])).toEqual(['[GPU]']);
  expect(shown('AB', [0, 1], [1, 2])).toEqual(['[A]', '[B]']);
  expect(shown('none')).toEqual(['none']);
  expect(shown('')).toEqual([]);
});

it('leaves out marks that overlap each other or mathematics, or that are empty or outside', () => {
  expect(shown('one two', [0, 5], [4, 7])).toEqual(['[one t]', 'wo']);
  expect(shown('one', [1, 1], [2, 9])).toEqual(['one']);
  expect(shown('a $x$ b', [0, 3])).toEqual(['a ', expect.stringContaining('<math'), ' b']);
});

it('gives, joined, what the text is without marks', () => {
  const anyText = fc
    .array(
      fc.constantFrom('GPU', '$x$', '$', '5', ' ', '\\', '<b>', '&', '$$y$$', '\\(z\\)', 'é'),
      {
        maxLength: 12,
      },
    )
    .map((pieces) => pieces.join(''));
  const anyMarks = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { maxLength: 4 });
  fc.assert(
    fc.property(anyText, anyMarks, (text, marks) => {
      const sorted = marks
        .map(([start, end]) => ({ start, end }))
        .toSorted((a, b) => a.start - b.start);
      const pieces = markText(text, sorted);
      expect(pieces.map(({ html }) => html).join('')).toBe(mathTextToHtml(text));
      for (const { html, mark } of pieces)
        if (mark !== undefined) expect(html).toBe(mathTextToHtml(text.slice(mark.start, mark.end)));
    }),
  );
});
