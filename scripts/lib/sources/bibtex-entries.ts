import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { cutBlocks, lostFields, type BibtexBlock } from './bibtex-blocks.ts';
import { judgeLength, readStrings, usedStrings, type Strings } from './bibtex-strings.ts';
import { lineFinder } from './line-finder.ts';

/** An entry of BibTeX: its fields as TeX, by their names in small letters. */
export type BibtexEntry = {
  readonly type: string;
  readonly key: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
};

type Place = { readonly file: string; readonly line: number };

const flaw = (place: Place, found: string, hint: string): Problem => ({
  severity: 'error',
  ...place,
  found,
  wanted: 'an entry such as @article{key, title = {…}, author = {… and …}, year = 2024}',
  hint: `${hint} The other entries are taken.`,
});

const KEY = /^([^,={}"]*),/;

type Parsed = { readonly properties: Readonly<Record<string, string | number>> };

/** The fields of an entry, read by the library, which throws at the first thing that it does not understand. */
const parseFields = (body: string, strings: Strings): BibtexEntry['fields'] => {
  const fields = body.replace(KEY, '');
  const text = `${usedStrings(fields, strings)}@misc{key,${fields}}`;
  const [entry] = plugins.input.data(text, '@bibtex/text') as readonly [Parsed?];
  return new Map(
    Object.entries(entry?.properties ?? {}).map(([name, tex]) => [name, String(tex)] as const),
  );
};

/** Blocks that tell of no paper by themselves. */
const OTHERS: ReadonlySet<string> = new Set(['comment', 'preamble', 'string']);

const UNCLOSED = 'Count its braces and quotation marks.';
const UNREADABLE =
  'Look for a comma, a brace or a quotation mark that is missing, or for endless abbreviations (@string).';

/** Reads one block, or tells what is wrong with it. */
const readBlock = (
  { type, body, isClosed }: BibtexBlock,
  place: Place,
  parse: (body: string) => BibtexEntry['fields'],
): BibtexEntry | Problem => {
  const key = KEY.exec(body)?.[1]?.trim() ?? '';
  const name = quote(`@${type}{${key}`);
  if (!isClosed) return flaw(place, `the entry ${name}, which nothing closes`, UNCLOSED);
  try {
    return { type, key, line: place.line, fields: parse(body) };
  } catch {
    return flaw(place, `the entry ${name}, which cannot be read`, UNREADABLE);
  }
};

/** Reads the entries of a BibTeX file; what cannot be read is one problem each. */
export const readBibtexEntries = (
  text: string,
  file: string,
): { readonly entries: readonly BibtexEntry[]; readonly problems: readonly Problem[] } => {
  const lineOf = lineFinder(text);
  const blocks = [...cutBlocks(text)];
  const strings = readStrings(blocks);
  const isShort = judgeLength(strings);
  const parse = (body: string): BibtexEntry['fields'] => {
    if (!isShort(body)) throw new RangeError('too long');
    return parseFields(body, strings);
  };
  const lost = lostFields(text, blocks).map(({ at, text: field }) =>
    flaw(
      { file, line: lineOf(at) },
      `a field outside of any entry, ${quote(field)}`,
      'Take out the brace too many before it.',
    ),
  );
  const read = blocks
    .filter(({ type }) => !OTHERS.has(type))
    .map((block) => readBlock(block, { file, line: lineOf(block.start) }, parse));
  return {
    entries: read.filter((one) => 'fields' in one),
    problems: [...lost, ...read.filter((one) => 'severity' in one)],
  };
};

const LOOKED_AT = 1_000_000;
const PAPER_TYPE =
  /^(?:article|book|booklet|conference|in(?:book|collection|proceedings)|manual|misc|online|(?:phd|masters)?thesis|(?:tech)?report|unpublished|dataset|software|electronic|www|patent|proceedings)$/;
const FIRST_FIELD = /^[^={}"]*,\s*[\w-]+\s*=/;

/** Whether a text has entries of BibTeX. */
export const hasBibtexEntries = (text: string): boolean => {
  for (const { type, body } of cutBlocks(text.slice(0, LOOKED_AT)))
    if (PAPER_TYPE.test(type) && FIRST_FIELD.test(body)) return true;
  return false;
};
