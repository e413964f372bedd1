import matter from 'gray-matter';
import type { z } from 'zod';
import { quote, type Problem } from '../domain/problem.ts';
import { inSchemaOrder, type FieldPath } from '../domain/schema-fields.ts';
import { issuesToProblems, valueAt } from '../domain/schema-problems.ts';
import {
  jsonAt,
  lineAt,
  lineOfPath,
  readYaml,
  writeYaml,
  type Fault,
  type Yaml,
} from './plain-yaml.ts';

/** An entry as its file says it: `data` is undefined when a problem is an error. */
export type Entry<Fields> = {
  readonly data: Fields | undefined;
  /** Markdown, line feeds only, without empty lines at its ends */
  readonly body: string;
  readonly problems: readonly Problem[];
};

/** The parts of an entry's text; joined they are the text. */
export type Frame = {
  readonly opening: string;
  /** whole lines */
  readonly yaml: string;
  readonly closing: string;
  readonly body: string;
};

const OPENING = /^\ufeff?---[ \t]*\r?\n/;
const CLOSING = /(?<=\n)---([^\n]*)(?:\n|$)/g;

const frameFault = (offset: number, found: string, hint: string): Fault => ({
  offset,
  found,
  wanted: 'YAML between two lines of `---`',
  hint,
});

const openingFault = (text: string): Fault => {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  return first.startsWith('---')
    ? frameFault(
        0,
        `the first line ${quote(first)}`,
        'Leave only `---` on it; YAML is all there is.',
      )
    : frameFault(0, 'no front matter', 'Begin the file with a line `---`.');
};

/** Takes an entry's text apart, or says why it cannot be. */
export const readFrame = (text: string): Frame | Fault => {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return openingFault(text);
  CLOSING.lastIndex = opening.length;
  const closing = CLOSING.exec(text);
  if (closing === null)
    return frameFault(0, 'front matter without end', 'End it with a line `---`.');
  const [line, rest = ''] = closing;
  if (rest.trim() !== '')
    return frameFault(
      closing.index,
      `the line ${quote(line.trimEnd())}`,
      'Quote a value that begins with `---`, or leave only `---` on the line that ends the front matter.',
    );
  return {
    opening,
    yaml: text.slice(opening.length, closing.index),
    closing: line,
    body: text.slice(closing.index + line.length),
  };
};

const toBody = (raw: string): string =>
  raw
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

const refuse = (): never => {
  throw new Error('Front matter is YAML only.');
};

/** Hands a framed text to gray-matter, whose only engine is ours: never its cache, never its code engines. */
const readMatter = (text: string): { yaml: Yaml; body: string } => {
  let yaml = readYaml('');
  const engine = (source: string): object => {
    // gray-matter leaves the carriage return of the last line
    yaml = readYaml(source.replace(/\r$/, ''));
    return yaml.value;
  };
  const engines = { yaml: engine, json: refuse, javascript: refuse };
  const { content } = matter(text, { language: 'yaml', engines });
  return { yaml, body: toBody(content) };
};

const wantsJson = (issue: z.core.$ZodIssue): boolean =>
  (issue.code === 'invalid_type' && ['number', 'int', 'boolean'].includes(issue.expected)) ||
  (issue.code === 'invalid_value' && issue.values.some((value) => typeof value !== 'string'));

const setAt = (value: unknown, path: FieldPath, replacement: unknown): void => {
  const parent = valueAt(value, path.slice(0, -1)) as Record<PropertyKey, unknown>;
  parent[path.at(-1) ?? ''] = replacement;
};

/** The values of an entry, judged; plain numbers become numbers exactly where the schema wants them. */
const judge = <S extends z.ZodObject>(yaml: Yaml, schema: S) => {
  const first = schema.safeParse(yaml.value);
  const wanting = (first.error?.issues ?? []).filter(
    (issue) => wantsJson(issue) && jsonAt(yaml, issue.path) !== undefined,
  );
  if (wanting.length === 0) return { value: yaml.value, result: first };
  const value = structuredClone(yaml.value);
  for (const { path } of wanting) setAt(value, path, jsonAt(yaml, path));
  return { value, result: schema.safeParse(value) };
};

/** The fields as the file has them (nothing filled in), numbers where the schema wants numbers. */
export const rawValues = (yaml: Yaml, schema: z.ZodObject): Readonly<Record<string, unknown>> =>
  judge(yaml, schema).value;

const faultToProblem = (
  { offset, ...finding }: Fault,
  file: string,
  lineOf: Yaml['lineOf'],
): Problem => ({ severity: 'error', file, line: lineOf(offset), ...finding });

/** Reads an entry: its front matter, judged by a schema, and its body. All problems are reported at once. */
export const readEntry = <S extends z.ZodObject>(
  text: string,
  file: string,
  schema: S,
): Entry<z.output<S>> => {
  const frame = readFrame(text);
  if ('offset' in frame) {
    const problem = faultToProblem(frame, file, (offset) => lineAt(text, offset));
    return { data: undefined, body: '', problems: [problem] };
  }
  const { yaml, body } = readMatter(text);
  const faults = yaml.faults.map((fault) => faultToProblem(fault, file, yaml.lineOf));
  if (faults.length > 0) return { data: undefined, body, problems: faults };
  const { value, result } = judge(yaml, schema);
  if (result.success) return { data: result.data, body, problems: [] };
  const lineOf = (path: FieldPath): number => lineOfPath(yaml, path);
  const problems = issuesToProblems(result.error.issues, { value, schema, file, lineOf });
  return { data: undefined, body, problems };
};

/** Writes a new entry: fields in the order of the schema, an empty line, the body. */
export const formatEntry = <S extends z.ZodObject>(
  fields: z.input<S>,
  body: string,
  schema: S,
): string => {
  const ordered = inSchemaOrder(fields, schema) as Record<string, unknown>;
  return `---\n${writeYaml(ordered)}---\n${body === '' ? '' : `\n${body}\n`}`;
};

/** Replaces the body of an entry that reads without problems; the front matter stays byte for byte. */
export const changeBody = (text: string, body: string): string => {
  const frame = readFrame(text);
  if ('offset' in frame) throw new Error(`Cannot change the body: ${frame.found}.`);
  if (toBody(frame.body) === body) return text;
  const head = frame.opening + frame.yaml + frame.closing.trimEnd();
  const tail = body === '' ? '\n' : `\n\n${body}\n`;
  return head + (frame.opening.endsWith('\r\n') ? tail.replaceAll('\n', '\r\n') : tail);
};
