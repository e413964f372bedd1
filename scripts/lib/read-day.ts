import { daySchema } from '../../src/domain/fields.ts';
import { quote } from '../../src/domain/problem.ts';
import { UsageError } from './cli.ts';

/** A day that somebody typed; `name` is the flag or variable that gave it. */
export const readDay = (text: string, name: string): string => {
  if (daySchema.safeParse(text).success) return text;
  throw new UsageError(
    `Expected ${name} as a day of the calendar, YYYY-MM-DD, not ${quote(text)}.`,
  );
};
