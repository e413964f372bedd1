import { quote, type Problem } from '../../../src/domain/problem.ts';
import { bibtex } from './bibtex.ts';
import { given } from './given.ts';
import { readJsonRecords, sampleJson, textIn, type JsonObject } from './json-values.ts';
import { FIELD_NAMES, toNamedValues } from './field-names.ts';
import { readNamedValues } from './named-fields.ts';
import {
  withoutTitle,
  type Reading,
  type SourceFormat,
  type SourceRecord,
} from './source-record.ts';

const describe = (value: JsonObject): string =>
  Object.keys(value).length === 0
    ? 'an object with nothing in it'
    : `an object with the fields ${quote(Object.keys(value).join(', '))}`;

/** What an entry of BibTeX in one of the fields tells beyond the fields themselves. */
const citedIn = (value: JsonObject): Partial<SourceRecord> => {
  const bibtexText = textIn(value['bibtex']);
  if (bibtexText === '') return {};
  const [cited] = bibtex.read(bibtexText, '').records;
  const { container, date, doi, arxiv } = cited ?? {};
  return given<SourceRecord>({ container, date, doi, arxiv });
};

const readJson = (text: string, file: string): Reading => {
  const { records: objects, problems: flaws } = readJsonRecords(text, file);
  const records: SourceRecord[] = [];
  const problems: Problem[] = [...flaws];
  for (const { value, line } of objects) {
    const { record, problems: misfits } = readNamedValues(toNamedValues(value), { file, line });
    problems.push(...misfits);
    if (record === undefined) problems.push(withoutTitle(file, line, `${describe(value)}, but`));
    else records.push({ ...citedIn(value), ...record });
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
