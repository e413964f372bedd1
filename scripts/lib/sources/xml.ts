import { parseXml, XmlDocumentType, XmlError, type XmlElement } from '@rgrove/parse-xml';
import type { Problem } from '../../../src/domain/problem.ts';
import { lineFinder } from './line-finder.ts';
import { elementsOf } from './xml-elements.ts';

/** Why a file of XML, or one record of it, cannot be read. */
type XmlFault = Pick<Problem, 'found' | 'hint'> & { readonly line: number };

/** A file of XML, as far as it can be read. */
export type XmlRecords = {
  readonly root: XmlElement | undefined;
  readonly lineOf: (element: XmlElement) => number;
  readonly problems: readonly Problem[];
};

type Parsed = { readonly root: XmlElement } | XmlFault;

// what papers are told in goes three or four deep; a walk by recursion is safe far beyond that
const DEEPEST = 100;

const deepFault: XmlFault = {
  line: 1,
  found: `elements nested deeper than ${DEEPEST}`,
  hint: 'Such nesting tells of no paper; take it out, or fetch the file again.',
};
const doctypeFault: XmlFault = {
  line: 1,
  found: 'a document type declaration (<!DOCTYPE …>)',
  hint: 'Entities that a file defines itself are not read. Take the declaration out.',
};

const isTooDeep = (root: XmlElement): boolean => {
  let level: readonly XmlElement[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= DEEPEST) return true;
    level = level.flatMap(elementsOf);
  }
  return false;
};

const hasDoctype = (text: string): boolean =>
  text.slice(0, text.search(/<\w/)).includes('<!DOCTYPE');

const toFault = (text: string, cause: unknown): XmlFault => {
  // the parser goes down into elements by recursion
  if (cause instanceof RangeError) return deepFault;
  if (!(cause instanceof XmlError)) throw cause;
  if (hasDoctype(text)) return doctypeFault;
  const [message = ''] = cause.message.split(' (line ', 1);
  return {
    line: cause.line,
    found: `XML that cannot be read (${message})`,
    hint: 'Mend the line, or fetch the file again.',
  };
};

/** Parses XML. Entities are never expanded: but for the five of XML itself the parser knows none. */
const parse = (text: string): Parsed => {
  try {
    const { children, root } = parseXml(text, { includeOffsets: true, preserveDocumentType: true });
    if (root === null || children.some((child) => child instanceof XmlDocumentType))
      return doctypeFault;
    return isTooDeep(root) ? deepFault : { root };
  } catch (cause) {
    return toFault(text, cause);
  }
};

type Span = { readonly start: number; readonly end: number };

/** Where records stand that begin and end; a record never holds another. */
const spansOf = (text: string, record: string): readonly Span[] => {
  const opening = new RegExp(`<((?:[\\w.-]+:)?${record})[\\s>]`, 'g');
  const spans: Span[] = [];
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const closing = `</${found[1] ?? record}>`;
    const at = text.indexOf(closing, opening.lastIndex);
    if (at < 0) break;
    spans.push({ start: found.index, end: at + closing.length });
    opening.lastIndex = at + closing.length;
  }
  return spans;
};

const TAG = /<(\/?)([\w:.-]{1,100})(?=[\s/>])([^<>]*)>/g;

/** End tags for all elements that are open where a text ends. */
const closersOf = (text: string): string => {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of text.matchAll(TAG))
    if (slash === '/') open.pop();
    else if (!rest.endsWith('/')) open.push(name);
  return open
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
};

/** Blanks, line by line, what cannot be read. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

type Mended = {
  readonly text: string;
  /** what stands before the last record, without the records */
  readonly around: string;
  readonly faults: readonly XmlFault[];
};

/** Takes the records out that cannot be read by themselves. */
const withoutBroken = (text: string, spans: readonly Span[]): Mended => {
  const lineAt = lineFinder(text);
  const faults: XmlFault[] = [];
  let mended = '';
  let around = '';
  let done = 0;
  for (const { start, end } of spans) {
    const record = text.slice(start, end);
    const parsed = parse(record);
    const isSound = 'root' in parsed;
    if (!isSound) faults.push({ ...parsed, line: parsed.line + lineAt(start) - 1 });
    around += text.slice(done, start);
    mended += text.slice(done, start) + (isSound ? record : blank(record));
    done = end;
  }
  return { text: mended + text.slice(done), around, faults };
};

type Sound = { readonly root: XmlElement | undefined; readonly faults: readonly XmlFault[] };

/** What is left of a file that is broken: its sound records, and what ails the others. */
const salvage = (text: string, record: string, first: XmlFault): Sound => {
  const spans = spansOf(text, record);
  const mended = withoutBroken(text, spans);
  const whole = parse(mended.text);
  if ('root' in whole) return { root: whole.root, faults: mended.faults };
  const end = spans.at(-1)?.end;
  const cut =
    end === undefined ? first : parse(mended.text.slice(0, end) + closersOf(mended.around));
  if ('root' in cut) return { root: cut.root, faults: [...mended.faults, whole] };
  return { root: undefined, faults: [first] };
};

const readSound = (text: string, record: string): Sound => {
  const parsed = parse(text);
  if ('root' in parsed) return { root: parsed.root, faults: [] };
  return parsed === doctypeFault
    ? { root: undefined, faults: [parsed] }
    : salvage(text, record, parsed);
};

/**
 * The same file, easier for the parser: it mends carriage returns one by one, which takes forever where there are
 * many, and a single character beyond the first 65,536 makes it map all others, which takes gigabytes.
 */
const easeParsing = (raw: string): string => {
  const text = raw.replace(/\r\n?/g, '\n');
  // there a reference would not be one
  if (text.includes('<![CDATA[')) return text;
  return text.replace(
    /[\ud800-\udbff][\udc00-\udfff]/g,
    (pair) => `&#${pair.codePointAt(0) ?? 0};`,
  );
};

/**
 * Reads a file of XML that consists of records, elements of one name. When the file is broken, be it in single
 * records or at its end, the others are read all the same.
 */
export const readXml = (raw: string, record: string, file: string): XmlRecords => {
  const text = easeParsing(raw);
  const lineAt = lineFinder(text);
  const lineOf = ({ start }: XmlElement): number => lineAt(start);
  const { root, faults } = readSound(text, record);
  const problems = faults.map((fault): Problem => {
    const wanted = 'well-formed XML, without a document type, nested as papers are';
    return { severity: 'error', file, wanted, ...fault };
  });
  return { root, lineOf, problems };
};
