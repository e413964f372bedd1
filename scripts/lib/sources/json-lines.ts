import { isObject } from '../../../src/domain/is-object.ts';
import { quote } from '../../../src/domain/problem.ts';
import { parseJson } from './json-values.ts';
import { toNamedValues } from './field-names.ts';
import { readNamedValues } from './named-fields.ts';
import type { Reading, SourceFormat } from './source-record.ts';

type Place = { readonly file: string; readonly line: number };

const badLine = (place: Place, found: string): Reading => ({
  records: [],
  problems: [
    {
      severity: 'error',
      ...place,
      found,
      wanted: 'a JSON object with a title',
      hint: 'Mend the line where the file comes from and fetch it again; the other lines are taken.',
    },
  ],
});

const readLine = (text: string, place: Place): Reading => {
  const value = parseJson(text);
  if (value === undefined) return badLine(place, `a line that is not JSON, ${quote(text)}`);
  if (!isObject(value)) return badLine(place, quote(text));
  const { record, problems } = readNamedValues(toNamedValues(value), place);
  if (record === undefined) return badLine(place, `an object without title, ${quote(text)}`);
  return { records: [record], problems };
};

const linesOf = (text: string): readonly string[] =>
  text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);

const readJsonLines = (text: string, file: string): Reading => {
  const readings = linesOf(text).flatMap((line, index) =>
    line.trim() === '' ? [] : [readLine(line.trim(), { file, line: index + 1 })],
  );
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
  };
};

const LINES_TRIED = 20;

const isJsonLines = (text: string): boolean => {
  if (!/^\ufeff?\s*\{/.test(text)) return false;
  const lines = linesOf(text).filter((line) => line.trim() !== '');
  return lines.slice(0, LINES_TRIED).some((line) => {
    const value = parseJson(line);
    return isObject(value) && toNamedValues(value).has('title');
  });
};

/**
 * JSON Lines: one object a line, its fields named as in `FIELD_NAMES`, all but the title optional: those of the
 * data file of a site like this one, and what others call them. `authors` is text with semicolons between the
 * names, or a list. A venue becomes the container's name, its type is not guessed.
 */
export const jsonLines: SourceFormat = {
  name: 'json-lines',
  label: 'JSON Lines',
  recognizes: isJsonLines,
  read: readJsonLines,
};
