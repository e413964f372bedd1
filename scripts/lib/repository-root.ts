import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder, the given one or above it, that Git keeps; none when there is none. */
export const repositoryRoot = (dir: string): string | undefined => {
  // a file in a worktree, else a folder
  if (existsSync(join(dir, '.git'))) return dir;
  const above = dirname(dir);
  return above === dir ? undefined : repositoryRoot(above);
};
