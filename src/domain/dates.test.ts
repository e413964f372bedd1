import { expect, test } from 'vitest';
import { dateToText } from './dates.ts';

test.each([
  ['2024-05-31', '31 May 2024'],
  ['2024-12-01', '1 December 2024'],
  ['2024-01', 'January 2024'],
  ['1987', '1987'],
])('writes %s as %j', (date, text) => expect(dateToText(date)).toBe(text));
