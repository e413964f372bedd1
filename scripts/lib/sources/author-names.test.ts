import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAuthors, toName } from './author-names.ts';

describe('authors', () => {
  test.each<[unknown, readonly string[]]>([
    ['Ada Lovelace; Alan  Turing;', ['Ada Lovelace', 'Alan Turing']],
    ['A;B', ['A', 'B']],
    ['Tom\u00a0Erez;  Yuval Tassa', ['Tom Erez', 'Yuval Tassa']],
    [
      ['A', { name: 'B' }, 3, null, ''],
      ['A', 'B', '3'],
    ],
    ['Satoru Sakai;Satoru Sakai', ['Satoru Sakai']],
    ['A;B;C;A;B;C', ['A', 'B', 'C']],
    // two people of one name, not a list that is repeated
    ['Jie Zhou; Le Tian; Hui Su; Jie Zhou', ['Jie Zhou', 'Le Tian', 'Hui Su', 'Jie Zhou']],
    ['A;B;B;A', ['A', 'B', 'B', 'A']],
    [';;', []],
    ['Lovelace, Ada; Turing, Alan M.', ['Ada Lovelace', 'Alan M. Turing']],
    ['Lovelace, Ada', ['Ada Lovelace']],
    ['Ada Lovelace, Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    ['Ada Lovelace, Alan Turing, and Kurt Gödel', ['Ada Lovelace', 'Alan Turing', 'Kurt Gödel']],
    ['Lovelace, Ada and Turing, Alan', ['Ada Lovelace', 'Alan Turing']],
    ['Lovelace, Ada (57190000123); Turing, Alan (6)', ['Ada Lovelace', 'Alan Turing']],
    [`['Ada Lovelace', "Flann O'Brien"]`, ['Ada Lovelace', "Flann O'Brien"]],
    ['A. Lovelace; et al.', ['A. Lovelace']],
    [
      [
        { given: 'Ada', family: 'Lovelace' },
        { first_name: 'Alan', last_name: 'Turing' },
      ],
      ['Ada Lovelace', 'Alan Turing'],
    ],
    [undefined, []],
  ])('%j are %j', (value, names) => {
    expect(readAuthors(value)).toEqual(names.map((name) => ({ name })));
  });

  test('of a list that is repeated are those of the list', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]+$/), { minLength: 1 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 4 }), (list, times) => {
        const repeated = Array.from({ length: times }, () => list).flat();
        expect(readAuthors(repeated.join(';')).map(({ name }) => name)).toEqual(list);
      }),
    );
  });
});

test('an ORCID comes with its author', () => {
  expect(readAuthors([{ name: 'Ada', orcid: '0000-0002-1825-0097' }])).toEqual([
    { name: 'Ada', orcid: '0000-0002-1825-0097' },
  ]);
});

test.each([
  ['King, Jr., Martin Luther', 'Martin Luther King Jr.'],
  ['King, Martin Luther, Jr.', 'Martin Luther King Jr.'],
  ['Martin Luther King, Jr.', 'Martin Luther King Jr.'],
  ['van Beethoven,  Ludwig', 'Ludwig van Beethoven'],
  ['Example, Inc.', 'Example, Inc.'],
  ['A, B, C, D', 'A, B, C, D'],
  ['Lovelace,', 'Lovelace,'],
])('the name %j is %j', (text, name) => {
  expect(toName(text)).toBe(name);
});

test.each([
  ['within a name', 'A', ' ', 'B; C D', ['A B', 'C D']],
  ['before a number', 'A B', '\t', '(12)', ['A B']],
])('white space %s, however long, is one space', (_, before, space, after, names) => {
  const readWith = (spaces: number) => readAuthors(`${before}${space.repeat(spaces)}${after}`);
  expect(readWith).toTakeTimeInProportion(100_000);
  expect(readWith(100_000).map(({ name }) => name)).toEqual(names);
});
