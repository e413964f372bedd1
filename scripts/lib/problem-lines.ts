import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import type { ContentFolder } from '../../src/entries/entry-files.ts';
import { lineOfField } from '../../src/entries/field-lines.ts';
import { loadText } from '../../src/entries/text-files.ts';

const lineIn = (path: string, field: string): number | undefined => {
  const text = loadText(path);
  return typeof text === 'string' ? lineOfField(text, field) : undefined;
};

/** Adds the line to problems that name the field of an entry alone, as those of all entries together do. */
export const addLines = (
  problems: readonly Problem[],
  { path, shownAs }: ContentFolder,
): readonly Problem[] =>
  problems.map((problem) => {
    const { file, field, line } = problem;
    if (line !== undefined || field === undefined) return problem;
    if (!file.startsWith(`${shownAs}/`) || !file.endsWith('.md')) return problem;
    const found = lineIn(join(path, file.slice(shownAs.length + 1)), field);
    return found === undefined ? problem : { ...problem, line: found };
  });
