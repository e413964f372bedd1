import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { isUnpublished, type CslItem, type CslName } from './citation-record.ts';
import { splitMath } from './math-parts.ts';

type Entry = {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
};

// letters stay letters: the library's own way to ASCII drops those that it has no command for
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  useIdAsLabel: true,
  checkLabel: false,
});

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '-': '-{}',
};

// two hyphens would become a dash
const SPECIAL = /[&%$#_{}\\~^<>]|-(?=-)/g;

const escapeTex = (text: string): string =>
  text.replace(SPECIAL, (sign) => COMMANDS[sign] ?? `\\${sign}`);

const escapeAll = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeTex(value) : value,
    ]),
  ) as T;

// the library protects capitals, but not in the first word, which styles set in lower case but for its first letter
const UNPROTECTED = /(^|:\s+)([^\s:]*[^\s:{][A-Z][^\s:]*|[A-Z]{2}[^\s:]*)/g;

const protect = (text: string): string =>
  text.replace(UNPROTECTED, '$1<span class="nocase">$2</span>');

/** Whether every brace has its other: BibTeX finds the end of a field by counting them. */
const isBalanced = (tex: string): boolean => {
  let depth = 0;
  for (const sign of tex) {
    if (sign === '{') depth += 1;
    if (sign === '}' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
};

/** Stands for the first piece of mathematics in a title, the next sign for the second, and so on. */
const FIRST_STAND_IN = 0xe000;

const mathOf = (title: string): readonly string[] =>
  splitMath(title)
    .filter(({ type, source }) => type === 'math' && isBalanced(source))
    .map(({ source }) => source);

/** A title as TeX, but for its mathematics, for which other signs stand: it has capitals of its own. */
const titleToTex = (title: string, math: readonly string[]): string =>
  splitMath(title)
    .map(({ type, source }) => {
      const at = type === 'math' ? math.indexOf(source) : -1;
      return at < 0 ? escapeTex(source) : String.fromCodePoint(FIRST_STAND_IN + at);
    })
    .join('');

const putBack = (title: string, math: readonly string[]): string =>
  math.reduce(
    (text, source, at) => text.replaceAll(String.fromCodePoint(FIRST_STAND_IN + at), () => source),
    title,
  );

const toTexItem = (item: CslItem): object => {
  const { title, author = [], 'container-title': container, publisher } = item;
  return {
    ...item,
    ...(isUnpublished(item) && { type: 'document' }),
    title: protect(titleToTex(title, mathOf(title))),
    author: author.map((name: CslName) => escapeAll(name)),
    ...(container && { 'container-title': escapeTex(container) }),
    ...(publisher && { publisher: escapeTex(publisher) }),
  };
};

/** An arXiv number as BibTeX styles know it. */
const eprintOf = ({ number = '' }: CslItem): Readonly<Record<string, string>> => {
  const [, eprint] = /^arXiv:(.+)$/.exec(number) ?? [];
  return eprint === undefined ? {} : { eprint, archivePrefix: 'arXiv' };
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Dates, which the library runs together: with their delimiters, for months are macros, which have none. */
const dateFields = ({ issued }: CslItem): readonly (readonly [string, string])[] => {
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  return [
    ...(year === undefined ? [] : [['year', `{${year}}`] as const]),
    ...(month === undefined ? [] : [['month', MONTHS[month - 1] ?? ''] as const]),
    ...(day === undefined ? [] : [['day', `{${day}}`] as const]),
  ];
};

/** Fields of the library's that are written otherwise, or are a second copy of the address. */
const REPLACED = new Set(['year', 'month', 'howpublished']);

const undoDoubles = (title: string): string => title.replace(/\{\{([^{}]*)\}\}/g, '{$1}');

const fieldsOf = (item: CslItem, { properties }: Entry) => {
  const { title = '', author = '', ...others } = properties;
  const { language = '' } = item;
  const texts = { title: putBack(undoDoubles(title), mathOf(item.title)), author };
  const inBraces = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).flatMap(([name, text]) =>
      text === '' || REPLACED.has(name) ? [] : [[name, `{${text}}`]],
    );
  return [
    ...inBraces(texts),
    ...dateFields(item),
    ...inBraces({ ...others, language, ...eprintOf(item) }),
  ];
};

const write = (item: CslItem): string => {
  const options = { format: 'object' };
  const [entry] = plugins.output.format('bibtex', [toTexItem(item)], options) as [Entry];
  const lines = fieldsOf(item, entry).map(([name, value]) => `  ${name} = ${value},`);
  return [`@${entry.type}{${item.id},`, ...lines, '}'].join('\n');
};

const entries = new WeakMap<CslItem, string>();

/** A BibTeX entry in UTF-8, its key the id of the item. Written once for each item. */
export const toBibtex = (item: CslItem): string => {
  const entry = entries.get(item) ?? write(item);
  entries.set(item, entry);
  return entry;
};
