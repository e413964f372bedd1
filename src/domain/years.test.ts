import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperIdSchema } from './fields.ts';
import { yearOf, type Paper } from './paper.ts';
import { pagesOf } from './partition.ts';
import { listYears, spanOfYears } from './years.ts';

const paper = (number: number, date?: string): Paper => ({
  id: paperIdSchema.parse(`paper-${number}`),
  title: `Title ${number}`,
  abstract: '',
  ...(date === undefined ? {} : { date }),
});
const anyPapers = fc
  .array(fc.constantFrom(undefined, '0987', '1998', '2024', '2024-05', '2025-01-31'), {
    maxLength: 200,
  })
  .map((dates) => dates.map((date, at) => paper(at, date)));

test('every paper stands in its year once, the newest year first, those without a date last', () => {
  fc.assert(
    fc.property(anyPapers, (papers) => {
      const years = listYears(papers);
      const isKnown = papers.some(({ date }) => date !== undefined);
      const placed = years.flatMap(({ label, whole }) =>
        pagesOf(whole).flatMap(({ items }) => items.map((one) => [label, one] as const)),
      );
      expect(placed).toHaveLength(isKnown ? papers.length : 0);
      for (const [label, one] of placed) expect(label).toBe(String(yearOf(one) ?? 'No date'));
      const numbers = years.map(({ whole }) => yearOf(whole.items[0] ?? paper(0)) ?? -1);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    }),
  );
});

test.each([
  [['2019', '2024-05'], '2019–2024'],
  [['2019', undefined], '2019'],
  [[undefined], ''],
] as const)('the years of %j are %j', (dates, span) => {
  expect(spanOfYears(dates.map((date, at) => paper(at, date)))).toBe(span);
});
