import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyInName, sortName } from './sort-name.ts';

test.each([
  ['Ada Lovelace', 'Lovelace Ada'],
  ['Perrin van der Quill', 'Quill Perrin van der'],
  ['Bartholomew Inkpen Jr.', 'Inkpen Bartholomew Jr.'],
  ['Hal Daumé III', 'Daumé Hal III'],
  ['Vihari Piratla *', 'Piratla Vihari *'],
  ['Tusk', 'Tusk'],
  ['III', 'III'],
  ['灯台 守', '灯台 守'],
  ['Lovelace, Ada', 'Lovelace, Ada'],
  ['*', '*'],
])('files %j as %j', (name, sorted) => {
  expect(sortName(name)).toBe(sorted);
});

test('what is marked as sought leaves the name as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const words = name.trim().split(/\s+/).join(' ');
      expect(familyInName(name).filter(Boolean).join(' ')).toBe(words);
    }),
  );
});
