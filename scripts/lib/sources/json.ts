import type { Problem } from '../../../src/domain/problem.ts';
import { readJsonRecords, sampleJson, type JsonObject } from './json-values.ts';
import { FIELD_NAMES, readNamedValues, toNamedValues } from './named-fields.ts';
import {
  withoutTitle,
  type Reading,
  type SourceFormat,
  type SourceRecord,
} from './source-record.ts';

const describe = (value: JsonObject): string =>
  `an object with ${Object.keys(value).slice(0, 8).join(', ') || 'nothing in it'}`;

const readJson = (text: string, file: string): Reading => {
  const { records: objects, problems: flaws } = readJsonRecords(text, file);
  const records: SourceRecord[] = [];
  const problems: Problem[] = [...flaws];
  for (const { value, line } of objects) {
    const { record, problems: misfits } = readNamedValues(toNamedValues(value), { file, line });
    problems.push(...misfits);
    if (record === undefined) problems.push(withoutTitle(file, line, `${describe(value)}, but`));
    else records.push(record);
  }
  return { records, problems };
};

const hasTitle = (value: JsonObject): boolean => {
  const values = toNamedValues(value);
  return FIELD_NAMES.title.some((name) => typeof values.get(name) === 'string');
};

/**
 * JSON: a list of objects, an object with such a list inside, or one object; fields named as in `FIELD_NAMES`.
 * Among them are the data file of a site like this one (`papers.json`) and lists of the submissions to a
 * conference, of which those are not taken whose `status` says that they were rejected or withdrawn.
 */
export const json: SourceFormat = {
  name: 'json',
  label: 'JSON',
  recognizes: (text) => sampleJson(text).some(hasTitle),
  read: readJson,
};
