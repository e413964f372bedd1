import { describe, expect, it } from 'vitest';
import { mathToLine } from './math-line.ts';

describe('mathToLine', () => {
  it.each([
    ['no mathematics at all', 'no mathematics at all'],
    ['$\\alpha$-divergence', 'α-divergence'],
    ['Sorting in $O(n^2)$ steps', 'Sorting in O(n²) steps'],
    ['$O(n\\log n)$', 'O(n log n)'],
    ['$x^k$ and $L_2$', 'x^k and L2'],
    ['\\(10\\times\\) faster', '10× faster'],
    ['$\\frac{1}{2}$ a loaf', '1/2 a loaf'],
    ['$a<b$ & c', 'a<b & c'],
    ['$k\\text{-means}$', 'k-means'],
    ['from $5 to $10', 'from $5 to $10'],
  ])('%j reads %j', (text, line) => {
    expect(mathToLine(text)).toBe(line);
  });

  it('shows the TeX of what does not stand in a line, and what is no TeX as it was typed', () => {
    expect(mathToLine('$\\sqrt{x+1}$ of it')).toBe('\\sqrt{x+1} of it');
    expect(mathToLine('$\\frac{1$ unfinished')).toBe('$\\frac{1$ unfinished');
  });
});
