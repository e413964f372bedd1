import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMath } from './math.ts';
import { REPAIRS, repairText } from './repair.ts';

type Cases = {
  readonly changes: readonly (readonly [from: string, to: string])[];
  readonly leaves: readonly string[];
};

const CASES: Readonly<Record<string, Cases>> = {
  'UTF-8 read as Latin-1': {
    changes: [
      ['the robot\u00e2\u0080\u0099s path', 'the robot’s path'],
      ['\u00e2\u0080\u009cseed\u00e2\u0080\u009d', '“seed”'],
    ],
    leaves: ['naïve Ã© façade', 'â € ™', '\u0080', '\u00e2\u0080'],
  },
  'ligatures of PDF files': {
    changes: [['classiﬁcation of eﬃcient ﬂows', 'classification of efficient flows']],
    leaves: ['½ × ² Ⅷ'],
  },
  'escapes without backslash': {
    changes: [
      ['several componentsx2013such as weights', 'several components–such as weights'],
      ['gradientsx2014each', 'gradients—each'],
      ['the modelx2019s size', 'the model’s size'],
      ['x201cfastx201d ways', '“fast” ways'],
      ['it isnx2019t, for usersx2019 data', 'it isn’t, for users’ data'],
      ['(weights)x2013(gradients)', '(weights)–(gradients)'],
      ['and so onx2026then', 'and so on…then'],
    ],
    leaves: [
      '0x2013',
      '2013x2014',
      '1920x2013 pixels',
      'address 0xfx2013a',
      'a linux2013 system',
      'https://example.org/wordx2013such',
      'field_x2013such',
      '$ax2013b$',
      'x2013',
      'mix2000such',
    ],
  },
  'sim without backslash': {
    changes: [
      ['by 1.6sim14.6times and', 'by 1.6~14.6times and'],
      ['achieves 4.7 sim 71.3times', 'achieves 4.7 ~ 71.3times'],
      ['by 4.8sim 20.3times', 'by 4.8~20.3times'],
      ['from 0.4 sim 2.5 , mum', 'from 0.4 ~ 2.5 , mum'],
      ['10sim20ms', '10~20ms'],
      ['5sim10%', '5~10%'],
    ],
    leaves: [
      'sim-to-real',
      'sim2real',
      '2sim2real',
      'real2sim2real',
      'a simulation of 3',
      '3 simulations',
      'Sim(3) sim 3',
      '$1 sim 2$',
    ],
  },
  'times without backslash': {
    changes: [
      ['using 1.36times fewer resources', 'using 1.36× fewer resources'],
      ['throughput by 17times while', 'throughput by 17× while'],
      ['5.5times and 7.6times speedup', '5.5× and 7.6× speedup'],
      ['12,041times less', '12,041× less'],
      ['about 50times50 metres', 'about 50×50 metres'],
      ['512times384times3 pixels', '512×384×3 pixels'],
      ['1.6~14.6times', '1.6~14.6×'],
    ],
    leaves: [
      '10,000 times less energy',
      'three times',
      'many times',
      '2 times',
      '5timesteps',
      'int8times',
      'fp16times',
      '3times_a_day',
      'https://example.org/3times',
      '$3times$',
      'O(n^2)',
    ],
  },
  'units after a thin space': {
    changes: [
      ['2.5 , mum, supporting', '2.5 mum, supporting'],
      ['16 , GHz', '16 GHz'],
    ],
    leaves: ['3 , 5', 'However , implementation', '5 , m', '2 , methods', 'lists 1 , mstar'],
  },
  'mu without backslash': {
    changes: [
      ['2.5 mum, supporting', '2.5 μm, supporting'],
      ['27.8 muW/mm2', '27.8 μW/mm2'],
      ['10mus', '10μs'],
    ],
    leaves: ['a maximum of', '5 mumble', '3 multiples', 'emu 5', 'mum'],
  },
  'escaped signs': {
    changes: [
      ['only 50\\% of R\\&D', 'only 50% of R&D'],
      ['https://github.com/x/a\\_b \\#1', 'https://github.com/x/a_b #1'],
      ['from \\$5 to \\$10', 'from $5 to $10'],
    ],
    leaves: [
      '$50\\%$ and \\(5\\%\\)',
      'a \\\\% b',
      '\\alpha',
      'a\\',
      '\\$x is \\$y',
      'a $x$ \\$5,$y$',
    ],
  },
  'broken schemes': {
    changes: [
      ['at https: //github.com/a/b', 'at https://github.com/a/b'],
      ['at http:/ /example.org', 'at http://example.org'],
    ],
    leaves: ['https: see below', 'http : //', 'https: // and more', 'https://x.org'],
  },
  'TeX links': {
    changes: [
      ['at \\url{https://x.org/a}.', 'at https://x.org/a.'],
      ['\\href{https://x.org}{our page}', 'our page (https://x.org)'],
      ['\\href{https://x.org}{https://x.org}', 'https://x.org'],
      ['\\href{https://x.org}{ }', 'https://x.org'],
    ],
    leaves: ['\\url{a b}', '\\url', '\\href{https://x.org}'],
  },
  'labels stuck to addresses': {
    changes: [
      ['at https://github.com/a/b{this URL}.', 'at https://github.com/a/b (this URL).'],
      ['https://x.org/a{https://x.org/a}', 'https://x.org/a'],
      ['https://x.org/a{}', 'https://x.org/a'],
    ],
    leaves: ['a{b}', 'https://x.org/a {b}', 'https://x.org/a{b', '{https://x.org/a}'],
  },
  'TeX accents': {
    changes: [
      ['Schr\\"odinger', 'Schrödinger'],
      ["Fr\\'{e}chet", 'Fréchet'],
      ['na\\"{\\i}ve'.replace('\\i', 'i'), 'naïve'],
    ],
    leaves: ["$\\'e$", '\\"', '\\"z', "it\\'s"],
  },
  'TeX styles': {
    changes: [
      ['\\emph{very} \\textbf{T}ucker', 'very Tucker'],
      ['\\textit{i.e.}, so', 'i.e., so'],
    ],
    leaves: ['\\emph', '\\emph{open', '$\\textbf{x}$', '\\mathbf{x}'],
  },
};

describe.each(REPAIRS.map((repair) => [repair.name, repair] as const))('%s', (name, repair) => {
  const { changes, leaves } = CASES[name] ?? { changes: [], leaves: [] };

  test('has cases of what it changes and of what it leaves', () => {
    expect(changes.length).toBeGreaterThan(0);
    expect(leaves.length).toBeGreaterThan(0);
  });

  test.each(changes)('changes %j to %j', (from, to) => {
    expect(repair.apply(from)).toBe(to);
  });

  test.each(leaves)('leaves %j', (text) => {
    expect(repair.apply(text)).toBe(text);
  });

  test('does what its description says', () => {
    // `from to to`, written as in code where a byte cannot be shown
    const [from = '', rest = ''] = repair.changes.split(' to ');
    const raw = from.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    expect(rest.startsWith(repair.apply(raw))).toBe(true);
  });
});

describe('all repairs', () => {
  test('have names of their own', () => {
    const names = REPAIRS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['by 1.6sim14.6times and 1.1sim14.6times', 'by 1.6~14.6× and 1.1~14.6×'],
    ['4.7 sim 71.3times speedup', '4.7 ~ 71.3× speedup'],
    ['0.4 sim 2.5 , mum, supporting', '0.4 ~ 2.5 μm, supporting'],
    ['\\textcolor{blue}{\\url{https://a.org/x\\_y}}.', '\\textcolor{blue}{https://a.org/x_y}.'],
  ])('together change %j to %j', (from, to) => {
    expect(repairText(from)).toBe(to);
  });

  const damaged = fc.constantFrom(
    ...Object.values(CASES).flatMap(({ changes, leaves }) => [...changes.flat(), ...leaves]),
  );
  const piece = fc.oneof(damaged, fc.string({ unit: 'grapheme', maxLength: 4 }));
  // where two kinds of damage touch, the repair of one may lay the other open
  const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('. '));

  test('never change mathematics', () => {
    const mathOf = (text: string) =>
      splitMath(text).flatMap((part) => (part.type === 'math' ? [part.tex] : []));
    const wordsAround = fc.constantFrom('a 1.36times ', 'componentsx2013such ', '50\\% of ', '');
    const tex = fc.constantFrom('3times', '1sim2', 'ax2013b', '5\\%', '2 , mum', '\\textbf{x}');
    fc.assert(
      fc.property(wordsAround, tex, wordsAround, (before, inside, after) => {
        const text = `${before}$${inside}$ ${after}`;
        expect(mathOf(repairText(text))).toEqual([inside]);
      }),
    );
  });

  test('leave a text without digits, backslashes, braces and colons as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-wyzA-Z ,.;!?()'"-]*$/), (text) => {
        expect(repairText(text)).toBe(text);
      }),
    );
  });

  test('need no second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = repairText(text);
        expect(repairText(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '1',
    '1 ',
    '$a ',
    '{',
    '\\url{',
    'http://',
    'ax2013b',
    '1sim',
    '\\"',
    '\\(',
    'www.a{',
    '1 , ',
  ])('take %j a hundred thousand times in time', (part) => {
    expect((times: number) => repairText(part.repeat(times))).toTakeTimeInProportion(100_000);
  });
});
