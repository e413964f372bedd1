import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { countYears, describeYears } from './year-counts.ts';

const dated = (...dates: readonly (string | undefined)[]): readonly Paper[] =>
  dates.map((date, at) => ({ id: `p${at}`, title: 'x', abstract: '', date }) as unknown as Paper);

describe('countYears', () => {
  test('counts years, the newest first, those without papers too', () => {
    expect(countYears(dated('2021', '2019-05', '2021-12-31', undefined))).toEqual([
      { from: 2021, to: 2021, count: 2 },
      { from: 2020, to: 2020, count: 0 },
      { from: 2019, to: 2019, count: 1 },
    ]);
  });

  test('takes years together where they are many, from the first to the last', () => {
    expect(countYears(dated('1998', '2004', '2023'))).toEqual([
      { from: 2020, to: 2023, count: 1 },
      { from: 2015, to: 2019, count: 0 },
      { from: 2010, to: 2014, count: 0 },
      { from: 2005, to: 2009, count: 0 },
      { from: 2000, to: 2004, count: 1 },
      { from: 1998, to: 1999, count: 1 },
    ]);
  });

  test.each([[dated()], [dated(undefined, undefined)], [dated('2020', '2020-03')]])(
    'has nothing to show for fewer than two years',
    (papers) => {
      expect(countYears(papers)).toEqual([]);
    },
  );

  test('counts every dated paper once, in at most ten bars that follow one another', () => {
    const year = fc.integer({ min: 1000, max: 2999 }).map(String);
    fc.assert(
      fc.property(fc.array(year, { maxLength: 30 }), (years) => {
        const bars = countYears(dated(...years));
        expect(bars.length).toBeLessThanOrEqual(10);
        for (const [at, { from, to, count }] of bars.entries()) {
          expect(count).toBe(
            years.filter((one) => Number(one) >= from && Number(one) <= to).length,
          );
          expect(to).toBeGreaterThanOrEqual(from);
          const newer = bars[at - 1];
          if (newer !== undefined) expect(newer.from).toBe(to + 1);
        }
        if (bars.length > 0)
          expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(years.length);
      }),
    );
  });
});

test('years are described as a reader would', () => {
  expect(describeYears({ from: 2021, to: 2021 })).toBe('2021');
  expect(describeYears({ from: 2015, to: 2019 })).toBe('2015–2019');
});
