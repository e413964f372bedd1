import { expect, test } from 'vitest';
import { readEntrance, readNames, searchFilePath } from './entrance.ts';

test('what was written is read', () => {
  const entrance = { index: '/x/search-data/papers-1.json', names: '/x/search-data/names-2.json' };
  expect(readEntrance(JSON.parse(JSON.stringify(entrance)))).toEqual(entrance);
  const acronyms = [{ short: 'NAS', long: 'neural architecture search' }];
  const names = { topics: [{ id: 'a', name: 'A' }], concepts: [{ name: 'B' }], acronyms };
  expect(readNames(JSON.parse(JSON.stringify(names)))).toEqual(names);
});

test.each([null, 'text', 7, [], {}, { index: 'a' }, { index: 1, names: 'b' }])(
  '%j is no entrance and holds no names',
  (value) => {
    expect(() => readEntrance(value)).toThrow('names no files');
    expect(() => readNames(value)).toThrow('holds no names');
  },
);

test('search files lie below the base', () => {
  expect(searchFilePath('/', 'a.json')).toBe('/search-data/a.json');
  expect(searchFilePath('/x/', 'a.json')).toBe('/x/search-data/a.json');
});
