import { isCollection, isSeq, type ParsedNode } from 'yaml';
import type { z } from 'zod';
import { changeFields, endOf, lineEnd, lineStart } from './change-fields.ts';
import { rawValues, readFrame } from './front-matter.ts';
import { fieldAt, readYaml, writeYaml } from './plain-yaml.ts';

/** What a list of fields holds: texts and numbers by name. */
export type Member = Readonly<Record<string, string | number>>;

/** A text as YAML has it between braces, where commas and brackets mean something. */
const toScalar = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const plain = writeYaml({ k: value }).slice('k: '.length).trimEnd();
  return /[,[\]{}]/.test(plain) && !plain.startsWith('"') ? JSON.stringify(value) : plain;
};

const toFlow = (member: Member): string =>
  `{ ${Object.entries(member)
    .map(([key, value]) => `${key}: ${toScalar(value)}`)
    .join(', ')} }`;

const toBlock = (member: Member, indent: string): string =>
  Object.entries(member)
    .map(([key, value]) => `${key}: ${toScalar(value)}`)
    .join(`\n${indent}  `);

/** Members as lines of a list, in the style of the one that stands before them. */
const toLines = (members: readonly Member[], before: ParsedNode, indent: string): string => {
  const isFlow = isCollection(before) && before.flow === true;
  return members
    .map((member) => `${indent}- ${isFlow ? toFlow(member) : toBlock(member, indent)}\n`)
    .join('');
};

/**
 * Adds members to the end of a list of an entry that reads without problems. Every other byte stays: comments,
 * order and style of the members that are there. A list that is not there, or within brackets, is written anew.
 */
export const appendMembers = (
  text: string,
  field: string,
  members: readonly Member[],
  schema: z.ZodObject,
): string => {
  if (members.length === 0) return text;
  const frame = readFrame(text);
  if ('offset' in frame) throw new Error(`Cannot change fields: ${frame.found}.`);
  const yaml = readYaml(frame.yaml);
  const list = fieldAt(yaml.map, field)?.value;
  const last = isSeq<ParsedNode>(list) && list.flow !== true ? list.items.at(-1) : undefined;
  if (last === undefined) {
    const before = rawValues(yaml, schema)[field];
    const all = [...(Array.isArray(before) ? (before as unknown[]) : []), ...members];
    return changeFields(text, { [field]: all }, schema);
  }
  const at = lineEnd(yaml.source, yaml.source.slice(0, endOf(last)).trimEnd().length);
  const start = lineStart(yaml.source, last.range[0]);
  const indent = /^[ \t]*/.exec(yaml.source.slice(start))?.[0] ?? '';
  const lines = toLines(members, last, indent);
  const eol = frame.opening.endsWith('\r\n') ? '\r\n' : '\n';
  const added = yaml.source.slice(0, at) + lines.replaceAll('\n', eol) + yaml.source.slice(at);
  return frame.opening + added + frame.closing + frame.body;
};
