import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateSchema } from '../../../src/domain/fields.ts';
import { joinDate, toDate, toMonth } from './source-dates.ts';

test.each([
  ['2024', '2024'],
  ['2024-5', '2024-05'],
  ['2024/05/31', '2024-05-31'],
  ['2024/05//', '2024-05'],
  ['2024-05-31T10:20:30Z', '2024-05-31'],
  ['2024-05-31 10:20:30+02:00', '2024-05-31'],
  ['31 May 2024', '2024-05-31'],
  ['31. Mai 2024', '31. Mai 2024'],
  ['May 31st, 2024', '2024-05-31'],
  ['May 31, 2024', '2024-05-31'],
  ['Sept. 2024', '2024-09'],
  ['2024 May 3', '2024-05-03'],
  ['2024-May', '2024-05'],
  ['05/06/2024', '2024'],
  ['2023-2024', '2023'],
  ['2024 Spring', '2024'],
  ['Mare 2024', 'Mare 2024'],
  ['2024-02-31', '2024-02-31'],
  ['n.d.', 'n.d.'],
  ['', ''],
])('%j is %j', (text, date) => {
  expect(toDate(text)).toBe(date);
});

test.each([
  ['Sept.', 9],
  ['march', 3],
  ['12', 12],
  ['13', undefined],
  ['ma', undefined],
  ['mayor', undefined],
])('the month %j is %j', (text, month) => {
  expect(toMonth(text)).toBe(month);
});

test('a date of an entry stays as it is', () => {
  const part = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.option(part(12)),
      fc.option(part(28)),
      (year, month, day) => {
        const date = joinDate(year, month ?? undefined, day ?? undefined);
        expect(dateSchema.safeParse(date).success).toBe(true);
        expect(toDate(date)).toBe(date);
      },
    ),
  );
});

test('spaces in a date, however many, cost no time', () => {
  for (const end of ['2024', 'x'])
    expect((spaces: number) => toDate(`May 5${' '.repeat(spaces)}${end}`)).toTakeTimeInProportion(
      100_000,
    );
  expect(toDate(`May 5${' '.repeat(100_000)}2024`)).toBe('2024-05-05');
  expect(toDate(`May 5${' '.repeat(100_000)}x`)).toBe('May 5 x');
});
