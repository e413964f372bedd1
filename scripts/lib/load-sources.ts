import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { lineSchema } from '../../src/domain/fields.ts';
import { enumerate } from '../../src/domain/labels.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import { failureCode } from '../../src/entries/text-files.ts';
import { chooseName, formatInName, namesIn, nameWithFormat } from './source-names.ts';
import { formatOf, SOURCE_FORMATS } from './sources/formats.ts';
import type { SourceFormat } from './sources/source-record.ts';

/** A file of papers that can be read. */
export type Source = {
  /** its name in `sources/` */
  readonly name: string;
  /** how problems call it */
  readonly file: string;
  readonly text: string;
  readonly format: SourceFormat;
  /** set when it stands elsewhere and has to be copied to `sources/`, exactly as it came */
  readonly bytes?: Buffer;
};

export type LoadedSources = {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
};

type Fault = Pick<Problem, 'found' | 'wanted' | 'hint'>;
type Read = { readonly bytes: Buffer; readonly text: string; readonly format: SourceFormat };

const LARGEST_BYTES = 256 * 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);

const KNOWN = enumerate(SOURCE_FORMATS.map(({ label }) => label)).replace(
  / and ([^,]*)$/,
  ' or $1',
);

const tooLarge: Fault = {
  found: 'more than 256 MB',
  wanted: 'a smaller file',
  hint: 'Split it into several files.',
};
const empty: Fault = {
  found: 'an empty file',
  wanted: `papers as ${KNOWN}`,
  hint: 'Check that the download or the copying was complete.',
};
const binary: Fault = {
  found: 'bytes that are not text in UTF-8',
  wanted: `papers as ${KNOWN}, plain or compressed by gzip`,
  hint: 'Save the file as text in the encoding UTF-8.',
};
const damagedGzip: Fault = {
  found: 'a gzip file that cannot be unpacked',
  wanted: 'a whole one',
  hint: 'Fetch the file again.',
};
const folder: Fault = {
  found: 'a folder',
  wanted: 'a file',
  hint: 'Name the files in it.',
};

// the ledger names it, one line each
const strangeName: Fault = {
  found: 'a file name with a line break or a control character',
  wanted: 'a name that can be seen',
  hint: 'Rename the file.',
};

const unreadable = (cause: unknown): Fault => {
  const code = failureCode(cause);
  const found = code === 'ENOENT' ? 'no such file' : `a file that cannot be read (${code})`;
  return { found, wanted: 'a readable file', hint: 'Check the path and who may read it.' };
};

const unknownFormat = (text: string): Fault => ({
  found: `an unknown format that begins with ${quote(text.trimStart().slice(0, 40))}`,
  wanted: `papers as ${KNOWN}`,
  hint: `If it is one of them, say which: --format ${SOURCE_FORMATS.map(({ name }) => name).join(', ')}.`,
});

// text has none of these but white space, data has many
// eslint-disable-next-line no-control-regex -- control characters are what it counts
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/** Data rather than text: not UTF-8, or so many control characters that they are no accident. */
const isBinary = (bytes: Buffer, text: string): boolean =>
  !isUtf8(bytes) || (text.match(CONTROLS)?.length ?? 0) > text.length / 100;

const unpack = (bytes: Buffer, largest: number): Buffer | Fault => {
  if (!bytes.subarray(0, 2).equals(GZIP)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch (cause) {
    return failureCode(cause) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : damagedGzip;
  }
};

/**
 * Judges the content of a file, which may be packed by gzip, but not to burst. A format that is told is not
 * doubted.
 */
export const readSource = (
  bytes: Buffer,
  told?: SourceFormat,
  largest: number = LARGEST_BYTES,
): Omit<Read, 'bytes'> | Fault => {
  const plain = unpack(bytes, largest);
  if (!Buffer.isBuffer(plain)) return plain;
  const text = plain.toString('utf8');
  if (/^[\ufeff\s]*$/.test(text)) return empty;
  if (isBinary(plain, text)) return binary;
  const format = told ?? formatOf(text);
  return format === undefined ? unknownFormat(text) : { text, format };
};

/** Reads a file in a format that is told, or that its name tells, or that it shows. */
const loadFile = async (path: string, told?: SourceFormat): Promise<Read | Fault> => {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return folder;
    if (!lineSchema.safeParse(basename(path)).success) return strangeName;
    if (stats.size > LARGEST_BYTES) return tooLarge;
    const bytes = await readFile(path);
    const read = readSource(bytes, told ?? formatInName(basename(path)));
    return 'found' in read ? read : { bytes, ...read };
  } catch (cause) {
    return unreadable(cause);
  }
};

const faultToProblem = (file: string, fault: Fault): Problem => ({
  severity: 'error',
  file,
  ...fault,
});

const isInside = (dir: string, path: string): boolean =>
  dirname(relative(dir, path)) === '.' && !relative(dir, path).startsWith('..');

/** Its own name, with the format in it that it is to be read in when that would not show. */
const wantedName = (name: string, text: string, told: SourceFormat | undefined): string => {
  const shown = formatInName(name) ?? formatOf(text);
  return told === undefined || shown === told ? name : nameWithFormat(name, told);
};

const rename = (file: string, name: string): Problem => ({
  severity: 'warning',
  file,
  found: 'a file that is read in this format only when --format says so',
  wanted: `a name that tells it, ${quote(name)}`,
  hint: 'Rename the file, or say --format each time.',
});

/**
 * Reads named files, all in one format when that is told; those that stand outside `sources/` bring their bytes
 * along to be copied. A copy whose format does not show has it in its name, so that it is read again.
 */
export const loadNamedSources = async (
  dir: string,
  paths: readonly { readonly path: string; readonly typed: string }[],
  told?: SourceFormat,
): Promise<LoadedSources> => {
  const sources = new Map<string, Source>();
  const copies = new Map<string, Buffer>();
  const problems: Problem[] = [];
  for (const { path, typed } of paths) {
    const read = await loadFile(path, told);
    if ('found' in read) {
      problems.push(faultToProblem(typed, read));
      continue;
    }
    const { bytes, ...content } = read;
    const isHere = isInside(dir, path);
    const wanted = wantedName(basename(path), content.text, told);
    const { name, isThere } = isHere
      ? { name: basename(path), isThere: true }
      : await chooseName(dir, wanted, bytes, copies);
    if (isHere && name !== wanted) problems.push(rename(typed, wanted));
    if (!isThere) copies.set(name, bytes);
    if (!sources.has(name))
      sources.set(name, { name, file: typed, ...content, ...(isThere ? {} : { bytes }) });
  }
  return { sources: [...sources.values()], problems };
};

/** Reads everything in `sources/`. */
export const loadAllSources = async (dir: string, shownAs: string): Promise<LoadedSources> => {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const name of await namesIn(dir)) {
    const file = `${shownAs}/${name}`;
    const read = await loadFile(join(dir, name));
    if ('found' in read) problems.push(faultToProblem(file, read));
    else sources.push({ name, file, text: read.text, format: read.format });
  }
  return { sources, problems };
};
