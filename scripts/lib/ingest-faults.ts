import { dirname } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { shownPath } from './cli.ts';

type SystemFault = Error & { readonly code: string; readonly path?: string };

type Fault = Pick<Problem, 'found' | 'wanted' | 'hint'>;

const AGAIN = 'What is written is whole, and nothing was lost: run this again, and it goes on.';

const FULL: Fault = {
  found: 'a disk without room',
  wanted: 'room for the papers',
  hint: `Make room. ${AGAIN}`,
};

const FORBIDDEN: Fault = {
  found: 'a folder that may not be written',
  wanted: 'a folder of your own',
  hint: `Check whose it is and what may be done there. ${AGAIN}`,
};

const FAULTS: Readonly<Record<string, Fault>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: FORBIDDEN,
};

/** Whether the system refused something, which is no mistake of the program. */
export const isSystemFault = (cause: unknown): cause is SystemFault =>
  cause instanceof Error && 'code' in cause && 'syscall' in cause;

/** Says what the system refused, and that nothing was lost by it. */
export const faultToProblem = (
  { code, path, message }: SystemFault,
  contentDir: string,
): Problem => {
  const fault = FAULTS[code] ?? { found: message, wanted: 'a folder that works', hint: AGAIN };
  return {
    severity: 'error',
    file: shownPath(path === undefined ? contentDir : dirname(path)),
    ...fault,
    found: `${fault.found} (${code})`,
  };
};
