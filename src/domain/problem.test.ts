import { describe, expect, test } from 'vitest';
import { formatProblem, makeVisible, quote } from './problem.ts';

/** What a terminal obeys, and what shows a text as another. */
const CONTROLS = ['\u001b[31m', '\u009b31m', '\u0007', '\u202e', '\u2066', '\u2028', '\u007f'];

describe('quote', () => {
  test.each(CONTROLS)('shows %j as an escape', (control) => {
    expect(quote(`a${control}b`)).toMatch(/^"a\\u[\da-f]{4}(?:\[?31m)?b"$/);
  });

  test.each(CONTROLS)('shows %j within a value as an escape', (control) => {
    expect(quote({ a: control })).not.toContain(control);
  });

  test('cuts between characters', () => {
    expect(quote('😀'.repeat(81))).toBe(`"${'😀'.repeat(80)}…"`);
    expect(quote('😀'.repeat(80))).toBe(`"${'😀'.repeat(80)}"`);
    expect(quote('a'.repeat(81))).toBe(`"${'a'.repeat(80)}…"`);
  });

  test('looks at no more of a giant than it shows', () => {
    const giant = 'a'.repeat(8_000_000);
    // the text grows by the cube, so that reading it whole is out of all proportion
    const quoteOften = (edge: number) => {
      const part = giant.slice(0, edge ** 3);
      for (let times = 0; times < 4000; times += 1) quote(part);
    };
    expect(quoteOften).toTakeTimeInProportion(200);
  });
});

describe('formatProblem', () => {
  test('has three lines, and nothing in them that a terminal obeys', () => {
    const nasty = `a${CONTROLS.join('\n')}b`;
    const text = formatProblem({
      severity: 'error',
      file: nasty,
      field: nasty,
      found: nasty,
      wanted: nasty,
      hint: nasty,
    });
    expect(text.split('\n')).toHaveLength(3);
    expect(makeVisible(text)).toBe(text);
    expect(text).toContain('\\u001b[31m\\u000a\\u009b31m');
  });
});
