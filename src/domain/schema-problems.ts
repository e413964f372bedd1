import type { z } from 'zod';
import { nearestWord } from './nearest-word.ts';
import { quote, type Problem } from './problem.ts';
import { describeSchema, fieldsOf, schemaAt, type FieldPath } from './schema-fields.ts';

type Issue = z.core.$ZodIssue;

/** What was judged: the value, its schema and where it stands. */
export type Judged = {
  readonly value: unknown;
  readonly schema: z.ZodType;
  readonly file: string;
  /** the line on which the value of a path stands, or else what should contain it */
  readonly lineOf?: (path: FieldPath) => number | undefined;
};

type Finding = Pick<Problem, 'found' | 'wanted' | 'hint'>;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
};

const LIMIT_UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' members' };

/** The value that a path leads to. */
export const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );

const describeFound = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return `the fields ${quote(Object.keys(value).join(', '))}`;
  return typeof value === 'string' ? quote(value) : JSON.stringify(value);
};

/** Our own messages say `Expected ….`; a problem only needs what comes after. */
const wantedByMessage = ({ message }: Issue): string =>
  message.replace(/^Expected /, '').replace(/\.$/, '');

const limit = (words: string, bound: number | bigint, origin: string): string =>
  `${words} ${bound}${LIMIT_UNITS[origin] ?? ''}`;

const describeWanted = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return limit('at most', issue.maximum, issue.origin);
    case 'too_small':
      return limit('at least', issue.minimum, issue.origin);
    case 'invalid_union':
      return issue.errors
        .flatMap(([first]) => (first === undefined ? [] : [describeWanted(first)]))
        .join(' or ');
    case 'invalid_format':
      return issue.format === 'email' ? 'a mail address' : wantedByMessage(issue);
    default:
      return wantedByMessage(issue);
  }
};

const hintByType = (expected: string, value: unknown): string | undefined => {
  if (expected === 'array' && typeof value === 'string')
    return 'Write a list: below the field, one line `  - …` for each member.';
  const isNumber = typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
  if (expected === 'number' && isNumber) return 'Write the number without quotes.';
  if (expected === 'string' && typeof value === 'object')
    return 'Write one value; put it in quotes when it holds a colon or begins with a bracket.';
  return undefined;
};

/** What the schema says about a value, or else about the field of which it is a part. */
const describePlace = (schema: z.ZodType, path: FieldPath): string => {
  const described = schemaAt(schema, path);
  const own = described === undefined ? undefined : describeSchema(described);
  return own ?? (path.length === 0 ? 'See the schema.' : describePlace(schema, path.slice(0, -1)));
};

const describeHint = (issue: Issue, { value, schema }: Judged): string => {
  const at = valueAt(value, issue.path);
  const description = describePlace(schema, issue.path);
  if (at === undefined) return `Add \`${String(issue.path.at(-1))}\`. ${description}`;
  if (at === '') return `Write a value or remove the field. ${description}`;
  if (issue.code === 'invalid_type') return hintByType(issue.expected, at) ?? description;
  if (issue.code !== 'invalid_value' || typeof at !== 'string') return description;
  const meant = nearestWord(at, issue.values.map(String));
  return meant === undefined ? description : `Did you mean \`${meant}\`?`;
};

const unknownField = (key: string, parent: z.ZodType | undefined): Finding => {
  const known = parent === undefined ? [] : Object.keys(fieldsOf(parent));
  const meant = nearestWord(key, known);
  return {
    found: `the unknown field ${quote(key)}`,
    wanted: meant === undefined ? `one of ${known.join(', ')}` : `a known field`,
    hint: meant === undefined ? 'Remove it or use a known field.' : `Did you mean \`${meant}\`?`,
  };
};

type Placed = { readonly path: FieldPath; readonly finding: Finding };

const issueToFindings = (issue: Issue, judged: Judged): readonly Placed[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      finding: unknownField(key, schemaAt(judged.schema, issue.path)),
    }));
  const found = describeFound(valueAt(judged.value, issue.path));
  const finding = { found, wanted: describeWanted(issue), hint: describeHint(issue, judged) };
  return [{ path: issue.path, finding }];
};

const isSamePlace = (a: Issue, b: Issue): boolean =>
  a.path.length === b.path.length && a.path.every((step, index) => step === b.path[index]);

/** Of a value that is of the wrong type, its length and members say nothing. */
const withoutEchoes = (issues: readonly Issue[]): readonly Issue[] => {
  const mistyped = issues.filter(({ code }) => code === 'invalid_type');
  return issues.filter(
    (issue) =>
      issue.code === 'invalid_type' || !mistyped.some((other) => isSamePlace(issue, other)),
  );
};

/** Words zod's issues as problems: one for each thing that is wrong, at its line, with a way out. */
export const issuesToProblems = (issues: readonly Issue[], judged: Judged): readonly Problem[] =>
  withoutEchoes(issues)
    .flatMap((issue) => issueToFindings(issue, judged))
    .map(({ path, finding }) => {
      const line = judged.lineOf?.(path);
      return {
        severity: 'error',
        file: judged.file,
        ...(line === undefined ? {} : { line }),
        ...(path.length === 0 ? {} : { field: path.map(String).join('.') }),
        ...finding,
      };
    });
