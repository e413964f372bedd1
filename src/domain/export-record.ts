import { z } from 'zod';
import { paperIdSchema, webUrlSchema } from './fields.ts';
import { paperSchema, type Paper } from './paper.ts';

/** A paper as the data files have it: what its entry says, its id, and where its page is. */
export const exportRecordSchema = paperSchema.extend({
  id: paperIdSchema.describe('The permanent id, which is also the last part of the address.'),
  url: webUrlSchema.optional().describe('Its page, when the site has an address.'),
  abstract: z
    .string()
    .describe('Plain text, an empty line between paragraphs; empty when there is none.'),
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;

/** @param url address of its page, when the site has one */
export const toExportRecord = (paper: Paper, url?: string): ExportRecord => {
  const { id, abstract, ...fields } = paper;
  return { id, ...(url !== undefined && { url }), ...fields, abstract };
};

/** One array, a record a line, so that two versions of the file can be compared. */
export const toJsonArray = (records: readonly ExportRecord[]): string =>
  records.length === 0
    ? '[]\n'
    : `[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;

/** One record a line. */
export const toJsonLines = (records: readonly ExportRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** What the array holds, as a JSON Schema; a line of the other file is one of its items. */
export const exportJsonSchema = (): string => {
  const schema = z
    .array(exportRecordSchema)
    .describe('All papers that readers may find, by title.');
  return `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
};
