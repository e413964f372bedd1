import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '../domain/problem.ts';

/** What is wrong with a file as such. */
export type FileFault = Pick<Problem, 'found' | 'wanted' | 'hint' | 'line'>;

const LARGEST_BYTES = 1_000_000;

/** The system's word for why something failed, such as `ENOENT`. */
export const failureCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

const unreadable = (cause: unknown): FileFault => ({
  found: `something that cannot be read (${failureCode(cause)})`,
  wanted: 'a readable text file',
  hint: 'Check what it is and who may read it.',
});

const tooLarge = (size: number): FileFault => ({
  found: `${size} bytes`,
  wanted: `at most ${LARGEST_BYTES}`,
  hint: 'An entry is a page of text: keep data elsewhere and link to it.',
});

const notUtf8 = (bytes: Uint8Array): FileFault => ({
  // decoding puts the replacement character where the first wrong byte is
  line: new TextDecoder().decode(bytes).split('\ufffd', 1)[0]?.split('\n').length ?? 1,
  found: 'bytes that are not UTF-8',
  wanted: 'text in UTF-8',
  hint: 'Save the file in the encoding UTF-8.',
});

/**
 * The text of a file that a person wrote, or what is wrong with the file. It waits for the disk, for handing
 * small files to the thread pool costs far more: 10,000 entries took 6 s in parallel, 0.2 s one by one.
 */
export const loadText = (path: string): string | FileFault => {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_BYTES) return tooLarge(size);
    const bytes = readFileSync(path);
    return isUtf8(bytes) ? bytes.toString('utf8') : notUtf8(bytes);
  } catch (cause) {
    return unreadable(cause);
  }
};
