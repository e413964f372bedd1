import { LINKS_FILE, type LinkRecords } from '../../../src/domain/link-report.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { ContentFolder } from '../../../src/entries/entry-files.ts';
import { writeLinksFile } from '../../../src/entries/links-file.ts';
import { failureCode } from '../../../src/entries/text-files.ts';

/** Writes the report while a run goes on, so that a killed run loses a few seconds at most. */
export type Keeper = {
  /** tells that there is something new to be kept */
  readonly changed: () => void;
  /** writes all of it; says what stood in the way */
  readonly save: () => Promise<readonly Problem[]>;
};

const SAVE_EVERY_MS = 5000;

export const keepRecords = (
  { path, shownAs }: ContentFolder,
  records: LinkRecords,
  everyMs = SAVE_EVERY_MS,
): Keeper => {
  let writing: Promise<unknown> = Promise.resolve();
  let last = performance.now();
  // what cannot be written now may be written at the end, and that tells
  const write = () => (writing = writing.then(() => writeLinksFile(path, records)));
  return {
    changed: () => {
      if (performance.now() - last < everyMs) return;
      last = performance.now();
      writing = write().catch(() => undefined);
    },
    save: async () => {
      try {
        await write();
        return [];
      } catch (cause) {
        return [
          {
            severity: 'error',
            file: `${shownAs}/${LINKS_FILE}`,
            found: `a file that cannot be written (${failureCode(cause)})`,
            wanted: 'a place for the report',
            hint: 'Make room, or give leave to write there; what it said before is as it was.',
          },
        ];
      }
    },
  };
};
