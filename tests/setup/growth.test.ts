import { expect, test } from 'vitest';

const LETTERS = 'a'.repeat(8000);

/** Reads a text of some letters once for each power of their number. */
const readLetters = (size: number): number => LETTERS.slice(0, size).split('a').length;

test('what reads its text once takes time in proportion', () => {
  expect(readLetters).toTakeTimeInProportion(LETTERS.length);
});

test('what reads it once for each letter does not', () => {
  const readAgain = (size: number) => {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += readLetters(size);
    return sum;
  };
  expect(() => {
    expect(readAgain).toTakeTimeInProportion(LETTERS.length);
  }).toThrow(/^a quarter took \d+ ms of the processor, the whole \d+ ms$/);
});
