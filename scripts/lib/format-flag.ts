import { UsageError } from './cli.ts';
import { formatNamed, SOURCE_FORMATS } from './sources/formats.ts';
import type { SourceFormat } from './sources/source-record.ts';

const NAMES = SOURCE_FORMATS.map(({ name }) => name).toSorted();
const LINE_LENGTH = 95;

/** What `--format` may be, in lines for a usage text. */
export const listFormats = (indent: string): string =>
  NAMES.reduce<readonly string[]>((lines, name) => {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? name : `${line}, ${name}`;
    return longer.length > LINE_LENGTH
      ? [...lines.slice(0, -1), `${line},`, name]
      : [...lines.slice(0, -1), longer];
  }, [])
    .map((line) => indent + line)
    .join('\n');

/** The format that `--format` tells; it holds for files that are named, never for all that are kept. */
export const readFormat = (
  name: string | undefined,
  files: readonly string[],
): SourceFormat | undefined => {
  if (name === undefined) return undefined;
  if (files.length === 0)
    throw new UsageError('--format: name the files that are in this format as well.');
  const format = formatNamed(name);
  if (format !== undefined) return format;
  throw new UsageError(
    `--format: expected one of ${NAMES.join(', ')}, found ${JSON.stringify(name)}.`,
  );
};
