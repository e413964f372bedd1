import { isDeepStrictEqual } from 'node:util';
import { isCollection, isPair, type ParsedNode } from 'yaml';
import type { z } from 'zod';
import { fieldsOf, inSchemaOrder } from '../domain/schema-fields.ts';
import { rawValues, readFrame } from './front-matter.ts';
import { fieldAt, readYaml, writeYaml, type Yaml, type YamlField } from './plain-yaml.ts';

/** Fields to be set; `undefined` takes a field out. */
export type Changes = Readonly<Record<string, unknown>>;

type Change = { readonly key: string; readonly value: unknown; readonly eol: string };
type Range = { readonly start: number; readonly end: number };

const splice = (text: string, { start, end }: Range, insert: string): string =>
  text.slice(0, start) + insert + text.slice(end);

export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf('\n', offset - 1) + 1;

export const lineEnd = (text: string, offset: number): number => {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
};

/** Where a value ends; a list's or a map's own range may take in comments that follow it. */
export const endOf = (node: ParsedNode): number => {
  if (!isCollection(node) || node.flow === true) return node.range[1];
  const last = node.items.at(-1);
  if (isPair<ParsedNode, ParsedNode | null>(last)) return endOf(last.value ?? last.key);
  return last === undefined ? node.range[1] : endOf(last);
};

/** Where a field's last value ends, white space left aside. */
const contentEnd = (source: string, { key, value }: YamlField): number =>
  source.slice(0, Math.max(key.range[1], value === null ? 0 : endOf(value))).trimEnd().length;

/** The lines from a field's name to its value's end. */
const linesOf = (source: string, field: YamlField): Range => ({
  start: lineStart(source, field.key.range[0]),
  end: lineEnd(source, contentEnd(source, field)),
});

const INDENTED_COMMENTS = /(?:[ \t]+#[^\n]*(?:\n|$))*/y;

/** The end of a field's lines and of the comments below them that are indented, and so belong to it. */
const endWithComments = (source: string, field: YamlField): number => {
  INDENTED_COMMENTS.lastIndex = linesOf(source, field).end;
  return INDENTED_COMMENTS.lastIndex + (INDENTED_COMMENTS.exec(source)?.[0].length ?? 0);
};

const toLines = ({ key, value, eol }: Change): string =>
  writeYaml({ [key]: value }).replaceAll('\n', eol);

const isOneValue = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The value's own place, when it is a single value on the line of its name: then a comment there stays. */
const inlineValue = (source: string, { key, value }: YamlField): Range | undefined => {
  if (value === null || isCollection(value) || value.range[0] === value.range[1]) return undefined;
  const [start, end] = value.range;
  return source.slice(key.range[0], end).includes('\n') ? undefined : { start, end };
};

const replaceField = (source: string, field: YamlField, change: Change): string => {
  const inline = inlineValue(source, field);
  const lines = toLines(change);
  if (inline !== undefined && isOneValue(change.value))
    return splice(source, inline, lines.slice(change.key.length + 2).trimEnd());
  const { start, end } = linesOf(source, field);
  const head = lineEnd(source, start);
  const keepsHead = isCollection(field.value) && field.value.range[0] >= head;
  return keepsHead && !lines.trimEnd().endsWith(']')
    ? splice(source, { start: head, end }, lines.slice(lineEnd(lines, 0)))
    : splice(source, { start, end }, lines);
};

/** After the nearest field that precedes it in the schema, else first; unknown fields go to the end. */
const insertField = ({ source, map }: Yaml, schema: z.ZodObject, change: Change): string => {
  const order = Object.keys(fieldsOf(schema));
  const place = order.indexOf(change.key);
  const before = place === -1 ? order : order.slice(0, place);
  const neighbour = before.findLast((key) => fieldAt(map, key) !== undefined);
  const field = neighbour === undefined ? undefined : fieldAt(map, neighbour);
  const at = field === undefined ? 0 : endWithComments(source, field);
  return splice(source, { start: at, end: at }, toLines(change));
};

const changeField = (source: string, schema: z.ZodObject, change: Change): string => {
  const yaml = readYaml(source);
  if (yaml.faults.length > 0) throw new Error(`Cannot change fields: ${yaml.faults[0]?.found}.`);
  const field = fieldAt(yaml.map, change.key);
  if (isDeepStrictEqual(rawValues(yaml, schema)[change.key], change.value)) return source;
  if (field === undefined) return insertField(yaml, schema, change);
  if (change.value !== undefined) return replaceField(source, field, change);
  const start = linesOf(source, field).start;
  return splice(source, { start, end: endWithComments(source, field) }, '');
};

/**
 * Sets or removes fields of an entry that reads without problems. Only the lines of those fields change: the
 * comments, order, quoting and line endings of all others stay byte for byte. A new field goes to its place in
 * the order of the schema.
 */
export const changeFields = (text: string, changes: Changes, schema: z.ZodObject): string => {
  const frame = readFrame(text);
  if ('offset' in frame) throw new Error(`Cannot change fields: ${frame.found}.`);
  const eol = frame.opening.endsWith('\r\n') ? '\r\n' : '\n';
  const ordered = Object.entries(inSchemaOrder(changes, schema) as Changes);
  const yaml = ordered.reduce(
    (source, [key, value]) => changeField(source, schema, { key, value, eol }),
    frame.yaml,
  );
  return frame.opening + yaml + frame.closing + frame.body;
};
