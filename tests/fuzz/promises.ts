import { expect } from 'vitest';
import { formatProblem, type Problem } from '../../src/domain/problem.ts';

/** Longest time of the processor that one input may take: what else the machine does is not counted. */
export const LONGEST_MS = 5000;

const OF_ALL = [Object.prototype, Array.prototype, Function.prototype, String.prototype] as const;

const namesOfAll = (): string =>
  OF_ALL.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join('\n');

const PRISTINE = namesOfAll();

const timed = <T>(work: () => T): { readonly result: T; readonly took: number } => {
  const before = process.threadCpuUsage();
  const result = work();
  return { result, took: process.threadCpuUsage(before).user / 1000 };
};

/** Does something that must neither throw nor take forever, nor change what all objects inherit. */
export const unharmed = <T>(work: () => T): T => {
  const first = timed(work);
  // a machine that was put to sleep meanwhile counts that, too: what takes long does so each time
  const took = first.took > LONGEST_MS ? timed(work).took : first.took;
  if (took > LONGEST_MS) throw new Error(`One input took ${Math.round(took)} ms.`);
  if (namesOfAll() !== PRISTINE) throw new Error('What all objects inherit was changed.');
  return first.result;
};

const HARMFUL =
  // eslint-disable-next-line no-control-regex -- control characters are what it finds
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Nothing that a terminal obeys, that turns the direction of what follows, or that is no character. */
export const isHarmless = (text: string): boolean => !HARMFUL.test(text);

/** A problem says where, what, what else and how, in three short lines that no terminal obeys. */
export const expectClear = (problems: readonly Problem[]): void => {
  for (const problem of problems) {
    const { file, found, wanted, hint, line = 1 } = problem;
    const text = formatProblem(problem);
    const isClear =
      [file, found, wanted, hint].every((part) => part.trim() !== '') &&
      text.split('\n').length === 3 &&
      text.length < 3000 &&
      isHarmless(text);
    if (!isClear) expect.fail(`a problem that says ${JSON.stringify(text)}`);
    expect(Number.isSafeInteger(line) && line > 0).toBe(true);
  }
};

/** All texts in a value, names of fields among them. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
};
