import { expect, test } from 'vitest';
import { UsageError } from './cli.ts';
import { listFormats, readFormat } from './format-flag.ts';
import { SOURCE_FORMATS } from './sources/formats.ts';

test('takes the name of each format, for files that are named', () => {
  for (const format of SOURCE_FORMATS) expect(readFormat(format.name, ['a'])).toBe(format);
  expect(readFormat(undefined, [])).toBeUndefined();
  expect(() => readFormat('bibtex', [])).toThrow(UsageError);
});

test('names all formats where it is given an unknown one', () => {
  for (const { name } of SOURCE_FORMATS) expect(() => readFormat('word', ['a'])).toThrow(name);
});

test('lists all formats in lines that fit', () => {
  const lines = listFormats('    ').split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines.flatMap((line) => line.split(/[, ]+/)).filter(Boolean)).toEqual(
    SOURCE_FORMATS.map(({ name }) => name).toSorted(),
  );
});
