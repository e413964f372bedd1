import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCompareQuery, writeCompareQuery } from './compare-link.ts';
import { compareSets } from './compare-sets.ts';

test('two papers share some and have some for themselves', () => {
  expect(
    compareSets([
      ['a', 'b', 'c'],
      ['c', 'd', 'b'],
    ]),
  ).toEqual({
    inAll: ['b', 'c'],
    inSome: [],
    only: [['a'], ['d']],
  });
});

test('of three, two may share what the third lacks', () => {
  expect(
    compareSets([
      ['a', 'b'],
      ['b', 'c'],
      ['b', 'a'],
    ]),
  ).toEqual({
    inAll: ['b'],
    inSome: [{ member: 'a', papers: [0, 2] }],
    only: [[], ['c'], []],
  });
});

test('every member has one place, which says who has it', () => {
  const anySets = fc.array(fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd', '__proto__')), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(anySets, (sets) => {
      const { inAll, inSome, only } = compareSets(sets);
      const told = [
        ...inAll.map((member) => ({ member, papers: sets.map((_, at) => at) })),
        ...inSome,
        ...only.flatMap((members, at) => members.map((member) => ({ member, papers: [at] }))),
      ];
      const members = new Set(sets.flat());
      expect(told.map(({ member }) => member).toSorted()).toEqual([...members].toSorted());
      for (const { member, papers } of told)
        expect(papers).toEqual(sets.flatMap((set, at) => (set.includes(member) ? [at] : [])));
    }),
  );
});

test('the papers of a comparison are read from its address as they were written, at most four', () => {
  const read = (query: string) => readCompareQuery(new URLSearchParams(query).getAll('p'));
  expect(read(writeCompareQuery(['a', 'b-2']))).toEqual(['a', 'b-2']);
  expect(read('?p=a,b&p=a&p=NO&p=../x&p= c')).toEqual(['a', 'b', 'c']);
  expect(read('?p=a&p=b&p=c&p=d&p=e')).toEqual(['a', 'b', 'c', 'd']);
  expect(read('?q=a')).toEqual([]);
});
