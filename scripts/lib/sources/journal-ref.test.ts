import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJournalRef } from './journal-ref.ts';

test.each([
  ['J. Chem. Phys. 115, 1626 (2001)', ['J. Chem. Phys.', '115', undefined, '1626']],
  ['JETP Lett.86:559-561,2008', ['JETP Lett.', '86', undefined, '559-561']],
  ['Phys.Rev.D76:013009,2007', ['Phys.Rev.D', '76', undefined, '013009']],
  ['Phys. Rev. Lett. 98, 030405 (2007)', ['Phys. Rev. Lett.', '98', undefined, '030405']],
  ['Nature 521, 436–444 (2015)', ['Nature', '521', undefined, '436–444']],
  [
    'IEEE Transactions on Signal Processing, vol. 65, no. 5, pp. 1243 - 1257, 2017',
    ['IEEE Transactions on Signal Processing', '65', '5', '1243-1257'],
  ],
  [
    'Journal of Machine Learning Research 21(140):1-67, 2020',
    ['Journal of Machine Learning Research', '21', '140', '1-67'],
  ],
  ['Astron. Astrophys. 432, L1 (2005).', ['Astron. Astrophys.', '432', undefined, 'L1']],
])('takes %j apart', (reference, [name, volume, issue, pages]) => {
  expect(readJournalRef(reference)).toEqual({
    type: 'journal',
    name,
    volume,
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
  });
});

test.each([
  'ICML 2019',
  'Proceedings of the 34th International Conference on Machine Learning, PMLR 70:1126-1135, 2017',
  'In: Proc. of SIGIR (2001), pages 12-19',
  'Nature',
  '2001',
])('leaves %j whole', (reference) => {
  expect(readJournalRef(`${reference.replace(' ', '\n  ')} `)).toEqual({ name: reference });
});

test('reads any reference without losing it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (reference) => {
      const { name } = readJournalRef(reference);
      expect(reference.replace(/\s+/g, ' ').trim().startsWith(name)).toBe(true);
    }),
  );
});

test('reads a long one in time', () => {
  for (const part of ['a', 'a 1', '1,', 'a. 1 (1)', ' , '])
    expect((times: number) => readJournalRef(`A${part.repeat(times)}`)).toTakeTimeInProportion(
      300_000,
    );
});
