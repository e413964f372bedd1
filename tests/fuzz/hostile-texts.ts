import fc from 'fast-check';

/** What means something to a format, a page or a terminal, and what means harm. */
export const NASTY = [
  ...['\u0000', '\ud800', '\udc00x', '\u202e', '\u2066', '\ufeff', '\u0085', '\u2028', '\uffff'],
  ...['\u001b[31m', '\u009b31m', '\u0007', '\u007f', '\r', '\r\n', '\n\n', '\t', '\u00a0', ' '],
  ...['"', "'", '\\', '`', '$', '$$', '%', '#', '&', '*', '_', '~', '^', '|', ';', ':', ',', '='],
  ...['{', '}', '[', ']', '(', ')', '<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?'],
  ...['&#0;', '&#xd800;', '&amp;', '&lol;', '&nbsp', '\\u0000', '\\ud800', '\\u202e', '\\x00'],
  ...['---\n', '\n---\n', '...\n', '---js\n', '!!js/function "x"', '&a [*a]', '*a', '<<: *a', '? '],
  ...['@article{a,', '@string{a = a}', '\\"{a}', '\\url{', '\\begin{x}', '\\(', '$\\frac{', '{{{{'],
  ...['TY  - JOUR\n', 'ER  - \n', 'TI  - ', 'AU  - ', '\nAB  - ', '\nUR  - javascript:alert(1)\n'],
  ...['null', 'true', '1e999', '-0', '-1', 'NaN', '0x41', '9007199254740993', '1:30', '2024-02-31'],
  ...['"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '__proto__'],
  ...['constructor', 'toString', 'hasOwnProperty', 'prototype', '"title":{"toString":1}', '"":[]'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>'],
  ...['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'https://a.example/"onclick="x'],
  ...['../../x', '/etc/passwd', 'C:\\x', 'con', '=cmd()', '+1', '@SUM(A1)', '-1+1', '{"a":', '<a>'],
  ...[
    '😀',
    '👩‍🔬',
    'مرحبا',
    'e\u0301',
    'ﬁ',
    '漢字。',
    'x2019',
    'times',
    ' mum',
    '1sim2',
    'and others',
  ],
] as const;

export const anyNasty = fc.constantFrom<string>(...NASTY);

/** A few characters of any kind, lone surrogates among them. */
export const anyScrap = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
);

/** Text that nobody would write. */
export const anyMess = fc
  .array(fc.oneof({ weight: 3, arbitrary: anyNasty }, anyScrap, fc.constantFrom('word', 'A. ')), {
    maxLength: 20,
  })
  .map((pieces) => pieces.join(''));

/** Something small, very often: what takes the square of its length shows here. */
export const anyPump = (longest: number): fc.Arbitrary<string> =>
  fc
    .record({
      before: anyMess,
      piece: fc.array(fc.oneof(anyNasty, fc.constantFrom('a', 'A', '1', ' a ')), {
        minLength: 1,
        maxLength: 3,
      }),
      after: anyMess,
    })
    .map(({ before, piece, after }) => {
      const pumped = piece.join('');
      return before + pumped.repeat(Math.ceil(longest / pumped.length)) + after;
    });

type Edit = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const ends = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const offset = (text: string, at: number): number => Math.floor(at * text.length);

/** Up to a tenth of a text. */
const stretch = fc.tuple(place, fc.double({ min: 0, max: 0.1, noNaN: true }));
const cutOut = (text: string, [at, share]: readonly [number, number]): string =>
  text.slice(offset(text, at), offset(text, at) + Math.ceil(share * text.length));

const insert = (text: string, at: number, piece: string, instead = 0): string => {
  const start = offset(text, at);
  return text.slice(0, start) + piece + text.slice(start + instead);
};

/** Exchanges what stands behind the names of two lines. */
const swapValues: (a: number, b: number) => Edit = (a, b) => (text) => {
  const lines = text.split('\n');
  const [one, other] = [a, b].map((at) =>
    Math.min(lines.length - 1, Math.floor(at * lines.length)),
  );
  const partsOf = (index = 0) => /^([^:=>]*[:=>]?)([^]*)$/.exec(lines[index] ?? '') ?? [];
  const [, name = '', value = ''] = partsOf(one);
  const [, otherName = '', otherValue = ''] = partsOf(other);
  lines[one ?? 0] = name + otherValue;
  lines[other ?? 0] = otherName + value;
  return lines.join('\n');
};

/** Ways to spoil a file: cut, doubled, spliced with others, its fields swapped, hostile words put in. */
const anyEdit = (others: readonly string[]): fc.Arbitrary<Edit> =>
  fc.oneof(
    place.map(
      (at): Edit =>
        (text) =>
          text.slice(0, offset(text, at)),
    ),
    stretch.map(
      (range): Edit =>
        (text) =>
          text.replace(cutOut(text, range), ''),
    ),
    fc.tuple(stretch, fc.integer({ min: 2, max: 5 })).map(
      ([range, times]): Edit =>
        (text) =>
          insert(text, range[0], cutOut(text, range).repeat(times)),
    ),
    fc.tuple(place, fc.constantFrom(...others), stretch).map(
      ([at, other, range]): Edit =>
        (text) =>
          insert(text, at, cutOut(other, range)),
    ),
    ends.map(([a, b]): Edit => swapValues(a, b)),
    fc.tuple(place, anyMess, fc.constantFrom(0, 0, 1, 40)).map(
      ([at, piece, instead]): Edit =>
        (text) =>
          insert(text, at, piece, instead),
    ),
    fc.tuple(place, anyNasty, fc.integer({ min: 2, max: 300 })).map(
      ([at, piece, times]): Edit =>
        (text) =>
          insert(text, at, piece.repeat(times)),
    ),
  );

/** A file of others, spoilt. */
export const anySpoilt = (text: string, others: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(anyEdit(others), { minLength: 1, maxLength: 5 })
    .map((edits) => edits.reduce((spoilt, edit) => edit(spoilt), text));

/** A value where another was expected. */
const anyOddity: fc.Arbitrary<unknown> = fc.oneof(
  anyMess,
  anyNasty,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[]], [null], [{}], { name: {} }, [
    '',
  ]),
  fc.dictionary(fc.oneof(anyNasty, fc.constantFrom('title', 'name', 'value', 'url')), anyNasty, {
    maxKeys: 3,
  }),
);

/** Replaces values of a tree, however deep; a key is answered by the number of its place. */
const replaceIn = (
  value: unknown,
  instead: (at: number) => unknown,
  count = { at: 0 },
): unknown => {
  const odd = instead((count.at += 1));
  if (odd !== undefined) return odd;
  if (Array.isArray(value)) return value.map((one) => replaceIn(one, instead, count));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, replaceIn(one, instead, count)]),
  );
};

/** The same objects, in which values are of another kind or hostile; valid JSON all the same. */
export const anySpoiltJson = (text: string): fc.Arbitrary<string> => {
  const tree: unknown = JSON.parse(text);
  const places = JSON.stringify(tree).split(/[[{,]/).length;
  const changes = fc.dictionary(fc.nat({ max: places }).map(String), anyOddity, {
    minKeys: 1,
    maxKeys: 6,
  });
  return changes.map((oddities) => JSON.stringify(replaceIn(tree, (at) => oddities[at])));
};
