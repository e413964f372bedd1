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

/** Files that commands write, as JSON; all others are entries, whose front matter people write as YAML. */
const WRITTEN_BY_COMMANDS: readonly string[] = ['check', 'links', 'map'];

/** To an editor a plain `2001` is a number; entries take it for text where text is wanted. */
const acceptPlainNumbers = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  const { type, format, enum: choices } = jsonSchema;
  if (type === 'string' && format === undefined && choices === undefined)
    jsonSchema.type = ['string', 'number'];
};

/**
 * The front matter of each kind of entry, the files that commands keep, and what `check` prints, as a JSON Schema:
 * the draft that editors' YAML servers know best.
 */
export const jsonSchemaFiles = (): readonly SchemaFile[] =>
  Object.entries(SCHEMAS).map(([kind, schema]) => {
    const override = WRITTEN_BY_COMMANDS.includes(kind) ? () => undefined : acceptPlainNumbers;
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override });
    return { name: `${kind}.schema.json`, text: `${JSON.stringify(json, null, 2)}\n` };
  });
