import { quote, type Problem } from '../../../src/domain/problem.ts';
import { readJsonRecords, sampleJson, type JsonObject } from './json-values.ts';
import type { SourceFormat, SourceRecord } from './source-record.ts';

/** What sets one format of JSON apart from the others. */
type JsonForm = Pick<SourceFormat, 'name' | 'label'> & {
  /** whether an object is one of this format, by fields that no other has */
  readonly isRecord: (value: JsonObject) => boolean;
  /** a record without title is reported; undefined stands for what is meant to be no paper */
  readonly toRecord: (value: JsonObject, line: number) => SourceRecord | undefined;
};

const withoutTitle = (value: JsonObject, file: string, line: number): Problem => ({
  severity: 'error',
  file,
  line,
  found: `an object without title, with the fields ${quote(Object.keys(value).join(', '))}`,
  wanted: 'a paper with a title',
  hint: 'Mend it where the file comes from and fetch it again; the other papers are taken.',
});

/** A format of JSON: its objects in a list, in an object, or one a line. */
export const jsonFormat = ({ name, label, isRecord, toRecord }: JsonForm): SourceFormat => ({
  name,
  label,
  recognizes: (text) => sampleJson(text).some(isRecord),
  read: (text, file) => {
    const read = readJsonRecords(text, file);
    const records: SourceRecord[] = [];
    const problems = [...read.problems];
    for (const { value, line } of read.records) {
      const record = toRecord(value, line);
      if (record?.title === '') problems.push(withoutTitle(value, file, line));
      else if (record !== undefined) records.push(record);
    }
    return { records, problems };
  },
});
