import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonRecords, sampleJson } from './json-values.ts';

const read = (text: string) => readJsonRecords(text, 'a.json');
const titles = (text: string) =>
  read(text).records.map(({ value, line }) => [value['title'], line]);

describe('records', () => {
  test.each<[string, string, readonly (readonly [string, number])[]]>([
    [
      'members of a list',
      '[\n {"title":"A"},\n\n {"title":"B"}\n]',
      [
        ['A', 2],
        ['B', 4],
      ],
    ],
    [
      'a list within an object',
      '{"meta":{"n":[1]},\n"results":[{"title":"A"},\n{"title":"B"}]}',
      [
        ['A', 2],
        ['B', 3],
      ],
    ],
    [
      'pages of an answer in a row',
      '{"results":[{"title":"A"}]}\n{"results":[{"title":"B"}]}\n',
      [
        ['A', 1],
        ['B', 2],
      ],
    ],
    [
      'objects, one a line',
      '\ufeff{"title":"A"}\r\n{"title":"B"}',
      [
        ['A', 1],
        ['B', 2],
      ],
    ],
    ['one object', '{\n"authors":[{"name":"x"}],"title":"A"}', [['A', 1]]],
    [
      'brackets and quotes in texts',
      '[{"title":"A ]} \\" {"},{"title":"B\\\\"}]',
      [
        ['A ]} " {', 1],
        ['B\\', 1],
      ],
    ],
    ['numbers that are none', '[{"title":"A NaN","n":NaN,"m":-Infinity}]', [['A NaN', 1]]],
  ])('are %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
    expect(read(text).problems).toEqual([]);
  });

  test.each([
    [
      'a member that is no JSON',
      '[{"title":"A"},\n{"title":A},\n{"title":"B"}]',
      2,
      'no JSON object',
    ],
    ['a member that is no object', '[{"title":"A"},\n"x",\n{"title":"B"}]', 2, 'no JSON object'],
    ['an end that is missing', '[{"title":"A"},{"title":"B"},\n{"title":"C', 2, 'breaks off'],
    [
      'a wrapped list that breaks off',
      '{"x":1,"list":[{"title":"A"},{"title":"B"},\n{"ti',
      2,
      'breaks off',
    ],
  ])('stay when there is %s', (_, text, line, found) => {
    const { records, problems } = read(text);
    expect(records.map(({ value }) => value['title'])).toEqual(['A', 'B']);
    expect(problems).toMatchObject([{ severity: 'error', file: 'a.json', line }]);
    expect(problems[0]?.found).toContain(found);
  });

  test('are what JSON.parse finds, however they are laid out', () => {
    const layout = fc.constantFrom(undefined, 1, '\t', '\n');
    const object = fc
      .dictionary(fc.string(), fc.jsonValue())
      .map((one) => ({ ...one, title: 't' }));
    fc.assert(
      fc.property(fc.array(object), layout, fc.boolean(), (objects, space, isWrapped) => {
        const list = JSON.parse(JSON.stringify(objects)) as unknown[];
        const text = JSON.stringify(
          isWrapped && list.length > 0 ? { n: 1, list } : list,
          null,
          space,
        );
        expect(read(text).records.map(({ value }) => value)).toEqual(list);
        expect(sampleJson(text)).toEqual(list.slice(0, 20));
      }),
    );
  });

  test('are read from whatever text without failing', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '"',
      '\\',
      ':',
      ',',
      '1',
      'a',
      '\n',
      '"title"',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(() => read(pieces.join(''))).not.toThrow();
        expect(() => sampleJson(pieces.join(''))).not.toThrow();
      }),
    );
  });
});

test.each([
  ['brackets', '['.repeat(5_000_000)],
  ['closed brackets', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
  ['a record nested deep', `[{"title":"A","x":${'['.repeat(500_000)}${']'.repeat(500_000)}}]`],
  ['objects in objects', '{"a":'.repeat(1_000_000)],
  ['one text', `[{"title":"${'a'.repeat(10_000_000)}"}]`],
  ['backslashes', `[{"title":"${'\\'.repeat(10_000_000)}`],
  ['text with NaN', `[{"title":"${'a\\n'.repeat(3_000_000)}","x":NaN}]`],
  ['empty objects', `[${'{},'.repeat(500_000)}]`],
])('megabytes of %s are read in time', (_, text) => {
  const readPart = (size: number) => [read(text.slice(0, size)), sampleJson(text.slice(0, size))];
  expect(readPart).toTakeTimeInProportion(text.length);
});

test.each([
  ['{"title":"A"}}\n{"title":"B"}', ['}']],
  ['[{"title":"A"}] ] [{"title":"B"}]', [']']],
  ['[{"title":"A"}, : {"title":"B"}]', [':']],
  ['[{"title":"A"}}, {"title":"B"}]', ['},']],
  ['{"results":[{"title":"A"}}, {"title":"B"}]}', ['},', '}']],
  [`{"title":"A"}${'}'.repeat(500_000)}{"title":"B"}`, [expect.stringMatching(/^}{10}/)]],
])(
  'signs that belong to no record are told, and no record is lost behind them (%#)',
  (text, signs) => {
    const { records, problems } = read(text);
    expect(records.map(({ value }) => value['title'])).toEqual(['A', 'B']);
    const told = problems.map(({ found }) => /"(.*)"$/.exec(found)?.[1] ?? found);
    expect(told).toEqual(signs);
  },
);
