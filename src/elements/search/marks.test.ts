import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../search/protocol.ts';
import { toSegments } from './marks.ts';

const anyMarks = fc.array(
  fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]): Mark => [start, start + length]),
);

describe('cutting a text at its marks', () => {
  test('keeps the text, whatever the ranges', () => {
    fc.assert(
      fc.property(fc.string(), anyMarks, (text, marks) => {
        const pieces = toSegments(text, marks).map((segment) => segment.text);
        expect(pieces.join('')).toBe(text);
        expect(pieces).not.toContain('');
      }),
    );
  });

  test('marks just the positions that some range covers', () => {
    fc.assert(
      fc.property(fc.string(), anyMarks, (text, marks) => {
        const covered = [...text.split('').keys()].map((at) =>
          marks.some(([start, end]) => start <= at && at < end),
        );
        const marked = toSegments(text, marks).flatMap((segment) =>
          segment.text.split('').map(() => segment.marked),
        );
        expect(marked).toEqual(covered);
      }),
    );
  });

  test('leaves markup in a text as text', () => {
    expect(toSegments('<b>kv</b>', [[3, 5]])).toEqual([
      { text: '<b>', marked: false },
      { text: 'kv', marked: true },
      { text: '</b>', marked: false },
    ]);
  });
});
