import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mathTextToHtml, splitMath, texToMathml } from './math.ts';

const texOf = (text: string): readonly string[] =>
  splitMath(text).flatMap((part) => (part.type === 'math' ? [part.tex] : []));

describe('splitMath', () => {
  test.each([
    ['in $O(n^2)$ time', ['O(n^2)']],
    ['from $a$ to $b$', ['a', 'b']],
    ['$$E = mc^2$$', ['E = mc^2']],
    ['by \\(x + y\\).', ['x + y']],
    ['a set $\\{\\$\\}$ of signs', ['\\{\\$\\}']],
    ['of \\(f(\\alpha)\\) and \\(g\\)', ['f(\\alpha)', 'g']],
    ['$x$-axis', ['x']],
  ])('finds the mathematics of %j', (text, expected) => expect(texOf(text)).toEqual(expected));

  test.each([
    ['$5 and $10'],
    ['it costs $20,000 and $30,000'],
    ['from $ 5 to 6 $ each'],
    ['$x$5'],
    ['\\$x\\$'],
    ['\\$5 and $6'],
    ['an empty $$ pair'],
    ['$$$$'],
    ['one $ alone'],
    ['\\(never closed'],
    ['C:\\(x86\\'],
    ['O(n^2) and 1.4x'],
  ])('leaves %j as text', (text) => expect(texOf(text)).toEqual([]));

  test('loses nothing of any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('$', '$$', '\\(', '\\)', '\\', ' ', '5', 'x'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          splitMath(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('takes time in proportion to a hostile text', () => {
    for (const piece of ['$x', '\\(', '\\(x', '$$x ', '\\']) {
      expect((times: number) => splitMath(piece.repeat(times))).toTakeTimeInProportion(50_000);
    }
  });
});

/** Every element that an HTML parser finds in a text: its name, then the names of its attributes. */
const elementsIn = (markup: string): readonly (readonly string[])[] =>
  load(
    markup,
    null,
    false,
  )('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [[node.name, ...Object.keys(node.attribs)]] : []));

describe('texToMathml', () => {
  test('writes MathML with the source in its annotation', () => {
    expect(texToMathml('a < b', false)).toBe(
      '<math><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>' +
        '<annotation encoding="application/x-tex">a &lt; b</annotation></semantics></math>',
    );
  });

  test('marks what stands on its own line', () =>
    expect(texToMathml('x', true)).toContain('<math display="block"'));

  test.each([
    ['\\href{https://x.example}{y}'],
    ['\\url{https://x.example}'],
    ['\\includegraphics{x.png}'],
    ['\\style{color:red}{x}'],
    ['\\class{x}{y}'],
    ['\\id{x}{y}'],
    ['\\data{x=y}{z}'],
    ['\\ref{x}'],
    ['\\undefined'],
    ['{'],
    ['\\frac{1}'],
    ['\\def\\a{\\a\\a}\\a'],
  ])('refuses %j', (tex) => expect(texToMathml(tex, false)).toBeUndefined());

  test.each([
    ['\\color{red} x'],
    ['\\boxed{x}'],
    ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}'],
    ["x'"],
    ['\\cancel{x}'],
    ['\\textcolor{#f00}{x}'],
  ])('takes the styling from %j', (tex) => {
    const markup = texToMathml(tex, false);
    expect(markup).toMatch(/^<math>/);
    expect(markup).not.toMatch(/ (style|class)=/);
  });

  test('keeps what looks like styling in the source', () =>
    expect(texToMathml('\\text{a style="b" c}', false)).toContain('style=&quot;b&quot;'));

  test('writes nothing but mathematics for any source', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\href',
        '\\text',
        '{',
        '}',
        '<script>',
        '"',
        "'",
        '>',
        '\\frac',
        '^',
        '&',
        'x',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const markup = texToMathml(pieces.join(''), false) ?? '';
        for (const [name, ...attributes] of elementsIn(markup)) {
          expect(name).toMatch(/^(?:math|semantics|annotation|m[a-z]+)$/);
          for (const attribute of attributes)
            expect(attribute).not.toMatch(/^(?:on|style|class|id|href|src)/);
        }
      }),
    );
  });
});

describe('mathTextToHtml', () => {
  test('shows what TeX does not understand as typed', () =>
    expect(mathTextToHtml('a $\\frac{1}$ & b')).toBe('a $\\frac{1}$ &amp; b'));

  test('shows any text without mathematics as it is', () => {
    const piece = fc.oneof(
      fc.constantFrom('<script>', '&amp;', '<!--', ']]>', '</p>', '"'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        // an HTML parser has no NUL, one kind of line break, and no lone surrogates
        const text = pieces
          .join('')
          .replace(/[$\\\0\r]/g, '')
          .toWellFormed();
        const $ = load(`<p>${mathTextToHtml(text)}</p>`, null, false);
        expect($('p').text()).toBe(text);
        expect($('*')).toHaveLength(1);
      }),
    );
  });
});
