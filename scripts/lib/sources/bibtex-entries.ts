import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { quote, type Problem } from '../../../src/domain/problem.ts';
import { lineFinder } from './line-finder.ts';

/** An entry of BibTeX: its fields as TeX, by their names in small letters. */
export type BibtexEntry = {
  readonly type: string;
  readonly key: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
};

/** What stands between the braces of `@type{…}`, or the beginning of it when nothing closes them. */
type Block = {
  readonly type: string;
  readonly body: string;
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
};

// an address of mail begins no entry, nor does a line that is commented out
const BLOCK_START = /(?<![\w.%])@\s*([A-Za-z]+)\s*([({])/g;
// where an entry begins on a line of its own the one before it has ended, whatever its braces say
const NEXT_ENTRY = /[\n\r][ \t]*@\s*[A-Za-z]+\s*[({]\s*[^\s,{}"=]+\s*,/g;
const SIGN = /\\[\\{}"]|[{}()"]/g;

/** The end of a block: the sign that closes it, where braces and quotes around values allow it. */
const findEnd = (text: string, start: number, opening: string, limit: number): number => {
  const closing = opening === '{' ? '}' : ')';
  let depth = 0;
  let isQuoted = false;
  SIGN.lastIndex = start;
  for (let found = SIGN.exec(text); found !== null; found = SIGN.exec(text)) {
    const [sign] = found;
    if (found.index >= limit) return -1;
    if (sign === closing && depth === 0 && !isQuoted) return found.index;
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '"' && depth === 0) isQuoted = !isQuoted;
  }
  return -1;
};

// comments are short, lines may be millions of characters long
const COMMENT_LENGTH = 300;

const isCommentedOut = (text: string, at: number): boolean =>
  /%[^\n\r]*$/.test(text.slice(Math.max(0, at - COMMENT_LENGTH), at));

/** Cuts a file into its blocks; one that is not closed ends where the next begins. */
function* cutBlocks(text: string): Generator<Block> {
  const starts = [...text.matchAll(NEXT_ENTRY)].map(({ index }) => index);
  // of its own, for a generator may be left and another begun
  const pattern = new RegExp(BLOCK_START);
  let next = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { 0: head, 1: type = '', 2: opening = '{', index: start } = found;
    const from = start + head.length;
    if (isCommentedOut(text, start)) continue;
    while ((starts[next] ?? Infinity) < from) next += 1;
    const limit = starts[next] ?? text.length;
    const close = findEnd(text, from, opening, limit);
    const isClosed = close >= 0;
    const end = isClosed ? close : limit;
    yield { type: type.toLowerCase(), body: text.slice(from, end), start, end, isClosed };
    pattern.lastIndex = end;
  }
}

const flaw = (file: string, line: number, found: string, hint: string): Problem => ({
  severity: 'error',
  file,
  line,
  found,
  wanted: 'an entry such as @article{key, title = {…}, author = {… and …}, year = 2024}',
  hint: `${hint} The other entries are taken.`,
});

const NAMES_USED = /[=#]\s*([A-Za-z_][\w:+-]*)/g;
const DEFINED_NAME = /^\s*([A-Za-z_][\w:+-]*)\s*=/;

/** The definitions of a file, and those that an entry uses, the ones first that others use in turn. */
const usedStrings = (body: string, strings: ReadonlyMap<string, string>): string => {
  const used = new Map<string, string>();
  const add = (text: string, depth: number): void => {
    if (depth > 20) return;
    for (const [, name = ''] of text.matchAll(NAMES_USED)) {
      const folded = name.toLowerCase();
      const definition = strings.get(folded);
      if (definition === undefined || used.has(folded)) continue;
      add(definition, depth + 1);
      used.set(folded, definition);
    }
  };
  if (strings.size > 0) add(body, 0);
  return [...used.values()].map((definition) => `@string{${definition}}\n`).join('');
};

/** How much abbreviations may add to an entry: each may use others several times, and so on. */
const MOST_SPELLED_OUT = 1_000_000;

/** By how much each abbreviation makes a text longer. */
const measureStrings = (strings: ReadonlyMap<string, string>): ((text: string) => number) => {
  const lengths = new Map<string, number>();
  const lengthOf = (name: string): number => {
    const known = lengths.get(name);
    const definition = strings.get(name);
    if (known !== undefined || definition === undefined) return known ?? 0;
    // one that uses itself adds nothing
    lengths.set(name, 0);
    const length = definition.length + measure(definition);
    lengths.set(name, length);
    return length;
  };
  const measure = (text: string): number =>
    [...text.matchAll(NAMES_USED)].reduce(
      (sum, [, name = '']) => sum + lengthOf(name.toLowerCase()),
      0,
    );
  return measure;
};

const KEY = /^([^,={}"]*),/;

type Parsed = { readonly properties: Readonly<Record<string, string | number>> };

/** The fields of an entry, read by the library, which throws at the first thing that it does not understand. */
const parseFields = (body: string, strings: ReadonlyMap<string, string>): BibtexEntry['fields'] => {
  const fields = body.replace(KEY, '');
  const text = `${usedStrings(fields, strings)}@misc{key,${fields}}`;
  const [entry] = plugins.input.data(text, '@bibtex/text') as readonly [Parsed?];
  return new Map(
    Object.entries(entry?.properties ?? {}).map(([name, tex]) => [name, String(tex)] as const),
  );
};

/** Blocks that tell of no paper by themselves. */
const OTHERS: ReadonlySet<string> = new Set(['comment', 'preamble', 'string']);

const readStrings = (blocks: readonly Block[]): ReadonlyMap<string, string> =>
  new Map(
    blocks
      .filter(({ type }) => type === 'string')
      .flatMap(({ body }) => {
        const [, name] = DEFINED_NAME.exec(body) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), body] as const];
      }),
  );

const LOST_FIELD = /^[ \t]*[A-Za-z_-]+[ \t]*=[ \t]*[{"\d].*$/m;

/** Fields behind an entry that a brace too many has closed. */
const lostFields = (
  text: string,
  blocks: readonly Block[],
): readonly { at: number; text: string }[] =>
  blocks.flatMap(({ end, isClosed }, index) => {
    const between = text.slice(end, blocks[index + 1]?.start ?? text.length);
    const lost = isClosed ? LOST_FIELD.exec(between) : null;
    return lost === null ? [] : [{ at: end + lost.index, text: lost[0].trim() }];
  });

/** Reads the entries of a BibTeX file; what cannot be read is one problem each. */
export const readBibtexEntries = (
  text: string,
  file: string,
): { readonly entries: readonly BibtexEntry[]; readonly problems: readonly Problem[] } => {
  const lineOf = lineFinder(text);
  const blocks = [...cutBlocks(text)];
  const strings = readStrings(blocks);
  const addedBy = measureStrings(strings);
  const entries: BibtexEntry[] = [];
  const problems: Problem[] = lostFields(text, blocks).map(({ at, text: lost }) =>
    flaw(
      file,
      lineOf(at),
      `a field outside of any entry, ${quote(lost)}`,
      'Take out the brace too many before it.',
    ),
  );
  for (const { type, body, start, isClosed } of blocks) {
    if (OTHERS.has(type)) continue;
    const line = lineOf(start);
    const key = KEY.exec(body)?.[1]?.trim() ?? '';
    const name = `@${type}{${key}`;
    if (!isClosed) {
      problems.push(
        flaw(
          file,
          line,
          `the entry ${quote(name)}, which nothing closes`,
          'Count its braces and quotation marks.',
        ),
      );
      continue;
    }
    try {
      if (strings.size > 0 && addedBy(body) > MOST_SPELLED_OUT) throw new RangeError('too long');
      entries.push({ type, key, line, fields: parseFields(body, strings) });
    } catch {
      problems.push(
        flaw(
          file,
          line,
          `the entry ${quote(name)}, which cannot be read`,
          'Look for a comma, a brace or a quotation mark that is missing, or for endless abbreviations (@string).',
        ),
      );
    }
  }
  return { entries, problems };
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
