import { z } from 'zod';
import { authorsFileSchema } from '../../src/domain/authors-file.ts';
import { conceptSchema } from '../../src/domain/concept.ts';
import { linksFileSchema } from '../../src/domain/link-report.ts';
import { mapFileSchema } from '../../src/domain/map-file.ts';
import { paperSchema } from '../../src/domain/paper.ts';
import { problemReportSchema } from '../../src/domain/problem-report.ts';
import { siteSettingsSchema } from '../../src/domain/site-settings.ts';
import { topicSchema } from '../../src/domain/topic.ts';

const SCHEMAS = {
  authors: authorsFileSchema,
  check: problemReportSchema,
  concept: conceptSchema,
  links: linksFileSchema,
  map: mapFileSchema,
  paper: paperSchema,
  site: siteSettingsSchema,
  topic: topicSchema,
};

export type SchemaFile = { readonly name: string; readonly text: string };

/** The front matter of each kind of entry, the files that commands keep, and what `check` prints, as a JSON Schema: the draft that editors' YAML servers know best. */
export const jsonSchemaFiles = (): readonly SchemaFile[] =>
  Object.entries(SCHEMAS).map(([kind, schema]) => ({
    name: `${kind}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`,
  }));
