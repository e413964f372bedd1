import { parseXml, XmlDocumentType, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import type { Problem } from '../../../src/domain/problem.ts';
import { lineFinder } from './line-finder.ts';

/** Why a file of XML, or one record of it, cannot be read. */
export type XmlFault = Pick<Problem, 'found' | 'hint'> & { readonly line: number };

/** A file of XML, as far as it can be read. */
export type XmlRecords = {
  readonly root: XmlElement | undefined;
  readonly lineOf: (element: XmlElement) => number;
  readonly faults: readonly XmlFault[];
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

/** The elements directly within an element. */
export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => child instanceof XmlElement);

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
const closeOpen = (text: string): string => {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of text.matchAll(TAG))
    if (slash === '/') open.pop();
    else if (!rest.endsWith('/')) open.push(name);
  return open.reverse().reduce((closed, name) => `${closed}</${name}>`, text);
};

/** Blanks, line by line, what cannot be read. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Takes the records out that cannot be read by themselves. */
const withoutBroken = (
  text: string,
  spans: readonly Span[],
): { text: string; faults: readonly XmlFault[] } => {
  const lineAt = lineFinder(text);
  const faults: XmlFault[] = [];
  let mended = '';
  let done = 0;
  for (const { start, end } of spans) {
    const record = text.slice(start, end);
    const parsed = parse(record);
    const isSound = 'root' in parsed;
    if (!isSound) faults.push({ ...parsed, line: parsed.line + lineAt(start) - 1 });
    mended += text.slice(done, start) + (isSound ? record : blank(record));
    done = end;
  }
  return { text: mended + text.slice(done), faults };
};

/** What is left of a file that is broken: its sound records, and what ails the others. */
const salvage = (text: string, record: string, first: XmlFault) => {
  const spans = spansOf(text, record);
  const mended = withoutBroken(text, spans);
  const whole = parse(mended.text);
  if ('root' in whole) return { root: whole.root, faults: mended.faults };
  const end = spans.at(-1)?.end;
  const cut = end === undefined ? first : parse(closeOpen(mended.text.slice(0, end)));
  if ('root' in cut) return { root: cut.root, faults: [...mended.faults, whole] };
  return { root: undefined, faults: [first] };
};

/**
 * Reads a file of XML that consists of records, elements of one name. When the file is broken, be it in single
 * records or at its end, the others are read all the same.
 */
export const readXml = (raw: string, record: string): XmlRecords => {
  // the parser mends carriage returns one by one, which takes forever where there are many
  const text = raw.replace(/\r\n?/g, '\n');
  const lineAt = lineFinder(text);
  const lineOf = ({ start }: XmlElement): number => lineAt(start);
  const parsed = parse(text);
  if ('root' in parsed) return { root: parsed.root, lineOf, faults: [] };
  if (parsed === doctypeFault) return { root: undefined, lineOf, faults: [parsed] };
  return { lineOf, ...salvage(text, record, parsed) };
};

const PROLOG: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

/** The name of the outermost element, without its prefix, read off the text; undefined where none begins it. */
export const rootNameOf = (text: string): string | undefined => {
  let at = 0;
  for (;;) {
    at += /^[\ufeff\s\]>]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
    const skipped = PROLOG.find(([start]) => text.startsWith(start, at));
    if (skipped === undefined) break;
    const end = text.indexOf(skipped[1], at);
    if (end < 0) return undefined;
    at = end + skipped[1].length;
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(text.slice(at, at + 200))?.[1];
};

const prefixOf = (name: string): string => /^([^:]*):/.exec(name)?.[1] ?? '';

/** The namespace in which an element stands; a prefix that nobody declared stands for itself. */
const namespaceOf = (element: XmlElement): string => {
  const prefix = prefixOf(element.name);
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let at: unknown = element; at instanceof XmlElement; at = at.parent) {
    const namespace = at.attributes[declaration];
    if (namespace !== undefined) return namespace;
  }
  return prefix;
};

/** A namespace by its names: the addresses that declare it, and the prefix that is usual for it. */
export type Namespace = readonly string[];

/** The children of one name, in one namespace or, when none is given, whatever their prefix. */
export const childrenNamed = (
  element: XmlElement,
  name: string,
  namespace?: Namespace,
): readonly XmlElement[] =>
  elementsOf(element).filter(
    (child) =>
      child.name.replace(/^.*:/, '') === name &&
      (namespace === undefined || namespace.includes(namespaceOf(child))),
  );

/** The words directly in an element and in all elements within; `write` may say otherwise for an element. */
export const textOf = (
  element: XmlElement,
  write: (inner: XmlElement) => string | undefined = () => undefined,
): string =>
  element.children
    .map((child) => {
      if (child instanceof XmlElement) return write(child) ?? textOf(child, write);
      return child instanceof XmlText ? child.text : '';
    })
    .join('');
