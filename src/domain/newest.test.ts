import { expect, test } from 'vitest';
import { paperIdSchema } from './fields.ts';
import { newestPapers } from './newest.ts';

const papersOf = (days: readonly (string | undefined)[]) =>
  days.map((added, at) => ({
    id: paperIdSchema.parse(`paper-${at}`),
    title: `Title ${at}`,
    abstract: '',
    ...(added && { added }),
  }));
const placesOf = (days: readonly (string | undefined)[], count = 9) =>
  newestPapers(papersOf(days), count).map(({ id }) => Number(id.slice(6)));

test.each([
  [
    'the newest first, a day in the order of the list',
    ['2026-01-01', '2026-02-01', undefined, '2026-02-01'],
    [1, 3, 0],
  ],
  ['none while all were added on one day', ['2026-01-01', '2026-01-01', undefined], []],
  ['none when nobody knows', [undefined], []],
])('shows %s', (_, days, places) => expect(placesOf(days)).toEqual(places));

test('shows as many as asked for', () =>
  expect(placesOf(['2026-01-01', '2026-02-01', '2026-03-01'], 2)).toEqual([2, 1]));
