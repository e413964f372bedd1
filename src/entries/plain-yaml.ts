import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import type { FieldPath } from '../domain/schema-fields.ts';
import { quote, type Problem } from '../domain/problem.ts';

/**
 * YAML as entries use it, both directions. Reading knows text, lists and fields only: a plain `1:30`, `0123`,
 * `2024-05-01`, `yes` or `2403.10020` stays what was written, and the entry's schema says where a number is
 * wanted. Writing quotes whatever a reader of YAML 1.1 or 1.2 could take for something else than text.
 */

/** A fault in the YAML itself. */
export type Fault = Pick<Problem, 'found' | 'wanted' | 'hint'> & { readonly offset: number };

export type YamlField = Pair<ParsedNode, ParsedNode | null>;

export type Yaml = {
  readonly source: string;
  /** the fields with their places in the source; undefined when there are none */
  readonly map: YAMLMap.Parsed | undefined;
  readonly value: Record<string, unknown>;
  readonly faults: readonly Fault[];
  /** 1-based line of an offset, found without counting from the top: faults may be many thousands */
  readonly lineOf: (offset: number) => number;
};

const SYNTAX_HINT =
  'Put values that hold a colon, a hash or brackets in double quotes, and indent with spaces.';

const faultsOfShape = (contents: unknown): readonly Fault[] => {
  if (contents === null || (isMap(contents) && contents.flow !== true)) return [];
  const found = isMap(contents) ? 'fields within braces' : 'something else than fields';
  return [{ offset: 0, found, wanted: 'fields', hint: 'Write one `name: value` a line.' }];
};

const offsetOf = (node: { readonly range?: readonly number[] | null | undefined }): number =>
  node.range?.[0] ?? 0;

// aliases could repeat a value without end, and a changed field would change others
const aliasFault = (alias: Alias): Fault => ({
  offset: offsetOf(alias),
  found: `the alias ${quote(`*${alias.source}`)}`,
  wanted: 'a value',
  hint: 'Write the value again instead of pointing at it.',
});

/** Fields that a map has twice. The library compares all pairs, which takes minutes for a long map. */
const repeatedIn = (map: YAMLMap): readonly Fault[] => {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key) || !seen.has(key.value)) {
      if (isScalar(key)) seen.add(key.value);
      return [];
    }
    const found = `the field ${quote(key.value)} again`;
    const hint = 'Leave one of them, or join their values in a list.';
    return [{ offset: offsetOf(key), found, wanted: 'every field once', hint }];
  });
};

const faultsOfNodes = (document: Document.Parsed): readonly Fault[] => {
  const faults: Fault[] = [];
  visit(document, {
    Alias: (_, alias) => void faults.push(aliasFault(alias)),
    Map: (_, map) => void faults.push(...repeatedIn(map)),
  });
  return faults;
};

const faultsOf = (document: Document.Parsed): readonly Fault[] => {
  const errors = document.errors.map(({ pos, message }) => ({
    offset: pos[0],
    found: `YAML that cannot be read (${message})`,
    wanted: 'plain YAML',
    hint: SYNTAX_HINT,
  }));
  const tags = document.warnings.map(({ pos, message }) => ({
    offset: pos[0],
    found: `a tag (${message})`,
    wanted: 'plain YAML',
    hint: 'Remove the word with the exclamation mark.',
  }));
  return [...errors, ...tags, ...faultsOfShape(document.contents), ...faultsOfNodes(document)];
};

const parseSource = (source: string, lineCounter: LineCounter): Document.Parsed =>
  parseDocument(source, {
    lineCounter,
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });

/** Reads YAML; when there are faults there are no values. */
export const readYaml = (source: string): Yaml => {
  const lines = new LineCounter();
  const document = parseSource(source, lines);
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const faults = faultsOf(document);
  if (faults.length > 0) return { source, map: undefined, value: {}, faults, lineOf };
  const map = document.contents as YAMLMap.Parsed | null;
  return {
    source,
    map: map ?? undefined,
    value: map === null ? {} : (document.toJS() as Record<string, unknown>),
    faults,
    lineOf,
  };
};

const hasKey = (pair: unknown, key: string): pair is YamlField =>
  isPair(pair) && isScalar(pair.key) && pair.key.value === key;

/** One field of a map, with its places. */
export const fieldAt = (map: unknown, key: string): YamlField | undefined =>
  isMap(map) ? map.items.find((pair): pair is YamlField => hasKey(pair, key)) : undefined;

type Place = { readonly node: unknown; readonly offset: number };

const stepInto = ({ node, offset }: Place, step: PropertyKey): Place => {
  const field = fieldAt(node, String(step));
  if (field !== undefined) return { node: field.value, offset: field.key.range[0] };
  const member = isSeq<ParsedNode>(node) ? node.items[Number(step)] : undefined;
  return { node: member, offset: member?.range[0] ?? offset };
};

const placeOf = ({ map }: Yaml, path: FieldPath): Place =>
  path.reduce<Place>(stepInto, { node: map, offset: 0 });

/** 1-based line of an offset. */
export const lineAt = (source: string, offset: number): number =>
  source.slice(0, offset).split('\n').length;

/** The line of the field or member that a path leads to, or else of what should contain it. */
export const lineOfPath = (yaml: Yaml, path: FieldPath): number =>
  yaml.lineOf(placeOf(yaml, path).offset);

const JSON_WORD = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;

/** What a plain (unquoted) value means in JSON when it is a number, `true`, `false` or `null`. */
export const jsonAt = (yaml: Yaml, path: FieldPath): unknown => {
  const { node } = placeOf(yaml, path);
  if (!isScalar<string>(node) || node.type !== 'PLAIN') return undefined;
  return JSON_WORD.test(node.value) ? (JSON.parse(node.value) as unknown) : undefined;
};

// letters first: no number, date, time or indicator begins with one
const PLAIN_TEXT = /^\p{L}(?:[\p{L}\p{M}\p{N}\p{P}\p{S} ]*[\p{L}\p{M}\p{N}\p{P}\p{S}])?$/u;
const WORDS_WITH_MEANING = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Whether every reader of YAML takes the text for itself when it stands without quotes. */
const isPlainText = (text: string): boolean =>
  PLAIN_TEXT.test(text) && !/: | #|:$/.test(text) && !WORDS_WITH_MEANING.test(text);

// what YAML 1.1 calls a line break or not printable, and marks that nobody sees
const UNSEEN = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

const toEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Writes fields in block style, every value on one line, text in double quotes where it could mislead. */
export const writeYaml = (fields: Readonly<Record<string, unknown>>): string => {
  const document = new Document(fields, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value !== 'string') return;
      node.type = isPlainText(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
  });
  const wide = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };
  return document.toString(wide).replace(UNSEEN, toEscape);
};
