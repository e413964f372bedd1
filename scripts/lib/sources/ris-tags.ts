import { quote, type Problem } from '../../../src/domain/problem.ts';

/** A record: its values by tag, in their order. */
export type Tags = { readonly line: number; readonly values: Map<string, string[]> };

// two spaces by the rules, one or three by some who break them
const TAG_LINE = /^([A-Z][A-Z\d]) {1,3}-(?:\s+(.*))?$/s;

/** A line that belongs to the value before it; after an empty one it is a paragraph of its own. */
const goOn = (values: string[] | undefined, text: string, afterBlank: boolean): void => {
  const before = values?.pop();
  if (before !== undefined) values?.push(`${before}${afterBlank ? '\n\n' : ' '}${text}`);
};

const strayField = (file: string, line: number, text: string): Problem => ({
  severity: 'error',
  file,
  line,
  found: `a field outside of any record, ${quote(text)}`,
  wanted: 'records that begin with a line such as `TY  - JOUR`',
  hint: 'Write that line before the first field; the other records are taken.',
});

/** Splits a file into records. A record ends with `ER`, or where the next begins. */
export const readTags = (
  text: string,
  file: string,
): { records: readonly Tags[]; problems: readonly Problem[] } => {
  const records: Tags[] = [];
  const problems: Problem[] = [];
  let current: Tags | undefined;
  let last: string[] | undefined;
  let isStray = false;
  let afterBlank = false;
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((row, index) => {
      const plain = row.trim();
      const [, tag, value = ''] = TAG_LINE.exec(plain) ?? [];
      const line = index + 1;
      if (tag === 'TY') {
        current = { line, values: new Map() };
        records.push(current);
        isStray = false;
      } else if (tag !== undefined && tag !== 'ER' && current === undefined && !isStray) {
        problems.push(strayField(file, line, plain));
        isStray = true;
      }
      if (tag !== undefined) {
        const values = current?.values.get(tag) ?? [];
        values.push(value.trim());
        current?.values.set(tag, values);
        last = values;
      } else if (plain !== '') goOn(last, plain, afterBlank);
      if (tag === 'ER') [current, last] = [undefined, undefined];
      afterBlank = plain === '';
    });
  return { records, problems };
};
