import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIELDS,
  haveSameOperators,
  isPlainWord,
  printSyntax,
  readSyntax,
  unknownFields,
} from './query-syntax.ts';

const word = (text: string) => ({ type: 'word', text });
const phrase = (text: string) => ({ type: 'phrase', text });
const field = (name: string, value: string) => ({ type: 'field', field: name, value });
const one = (atom: object) => ({ isExcluded: false, any: [atom] });
const not = (atom: object) => ({ isExcluded: true, any: [atom] });

describe('readSyntax', () => {
  test.each([
    ['', []],
    ['kv  cache', [one(word('kv')), one(word('cache'))]],
    ['"kv  cache "', [one(phrase('kv cache'))]],
    ['“kv cache”', [one(phrase('kv cache'))]],
    [
      '-pruning -"kv cache" -topic:npu',
      [not(word('pruning')), not(phrase('kv cache')), not(field('topic', 'npu'))],
    ],
    [
      'a OR b OR "c d" e',
      [{ isExcluded: false, any: [word('a'), word('b'), phrase('c d')] }, one(word('e'))],
    ],
    [
      'topic:npu OR kind:survey',
      [{ isExcluded: false, any: [field('topic', 'npu'), field('kind', 'survey')] }],
    ],
    [
      'Author:"Ada Lovelace" year:2020..',
      [one(field('author', 'Ada Lovelace')), one(field('year', '2020..'))],
    ],
    // what looks like an operator and is none
    ['a or b', [one(word('a')), one(word('or')), one(word('b'))]],
    ['OR a OR', [one(word('OR')), one(word('a')), one(word('OR'))]],
    ['a OR OR b', [one(word('a')), one(word('OR')), one(word('OR')), one(word('b'))]],
    ['a OR -b', [one(word('a')), one(word('OR')), not(word('b'))]],
    ['"unbalanced words', [one(word('"unbalanced')), one(word('words'))]],
    ['topic: npu', [one(word('topic:')), one(word('npu'))]],
    ['- --x a-b', [one(word('-')), one(word('--x')), one(word('a-b'))]],
    ['"" topic:"" x', [one(word('x'))]],
    ['5" wide', [one(word('5"')), one(word('wide'))]],
    ['colour:red', [one(word('colour:red'))]],
  ])('reads %o', (q, syntax) => {
    expect(readSyntax(q)).toEqual(syntax);
  });

  test('reads a hundred thousand characters without going over them again and again', () => {
    for (const q of ['"', '"a ', '-', 'a OR ', 'topic:', 'a', '“x” ', 'title:"']) {
      const read = (size: number) => printSyntax(readSyntax(q.repeat(size / q.length)));
      expect(read).toTakeTimeInProportion(100_000);
    }
  });
});

/** Texts made of what means something to the language. */
const anyQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '”',
        '-',
        ' ',
        ' ',
        '\t',
        ':',
        'OR',
        ' OR ',
        'a',
        'b c',
        '\u00a0',
        'İ',
        'ſ',
        '..',
      ),
      fc.constantFrom(...FIELDS).map((name) => `${name}:`),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('printSyntax', () => {
  test('prints what reads the same again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuery, fc.string({ unit: 'binary' })), (q) => {
        const syntax = readSyntax(q);
        const printed = printSyntax(syntax);
        expect(readSyntax(printed)).toEqual(syntax);
        expect(printSyntax(readSyntax(printed))).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  test('prints a query without one of its clauses so that the others read as before', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat({ max: 20 }), (q, place) => {
        const syntax = readSyntax(q);
        const rest = syntax.filter((_, at) => at !== place);
        // an OR that was a word finds operands when what stood between goes
        fc.pre(!rest.some((clause) => printSyntax([clause]) === 'OR'));
        expect(readSyntax(printSyntax(rest))).toEqual(rest);
      }),
    );
  });

  test('leaves plain words as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/)), (words) => {
        const q = words.join(' ');
        expect(printSyntax(readSyntax(q))).toBe(q);
        expect(readSyntax(q).every(isPlainWord)).toBe(true);
      }),
    );
  });
});

test.each([
  ['colour:red size:4 colour:blue', ['colour', 'size']],
  ['topic:npu kind:survey', []],
  ['https://example.org 10:30 FlexGen: fast a::b', []],
  ['"colour:red" -shape:round', ['shape']],
])('the unknown fields of %o are %o', (q, names) => {
  expect(unknownFields(readSyntax(q))).toEqual(names);
});

test.each([
  ['To be OR not', 'TO BE OR NOT', true],
  ['To be or not', 'TO BE OR NOT', true],
  ['Pruning networks', '-pruning networks', false],
  ['Pruning networks', '"pruning networks"', false],
  ['“Why?” -- asked', '"why?" -- asked', true],
  ['Kind: a survey', 'kind:a survey', false],
])('%o and %o have the same operators: %o', (a, b, same) => {
  expect(haveSameOperators(readSyntax(a), readSyntax(b))).toBe(same);
});
