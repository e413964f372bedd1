import { z } from 'zod';

/** What leads from an entry to one of its values: field names and places in lists. */
export type FieldPath = readonly PropertyKey[];

/** The schema inside `optional` and `default`. */
const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;

/** The fields that a schema knows, in its order; none when it is no object. */
export const fieldsOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> => {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? inner.shape : {};
};

const childOf = (schema: z.ZodType, step: PropertyKey): z.ZodType | undefined => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  const fields = fieldsOf(inner);
  return Object.hasOwn(fields, step) ? fields[String(step)] : undefined;
};

/** The schema of the value that a path leads to. */
export const schemaAt = (schema: z.ZodType, path: FieldPath): z.ZodType | undefined =>
  path.reduce<z.ZodType | undefined>((at, step) => at && childOf(at, step), schema);

/** What a schema says about its value to the person who writes it. */
export const describeSchema = (schema: z.ZodType): string | undefined =>
  schema.description ?? unwrap(schema).description;

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same value with the fields of every object in the order of the schema, unknown ones last. */
export const inSchemaOrder = (value: unknown, schema: z.ZodType | undefined): unknown => {
  if (schema === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => inSchemaOrder(one, childOf(schema, 0)));
  if (!isFields(value)) return value;
  const known = Object.keys(fieldsOf(schema)).filter((key) => Object.hasOwn(value, key));
  const keys = new Set([...known, ...Object.keys(value)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, inSchemaOrder(value[key], childOf(schema, key))]),
  );
};
