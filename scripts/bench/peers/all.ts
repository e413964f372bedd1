import type { Engine } from './engine.ts';
import { flexSearch } from './flexsearch.ts';
import { fuse, fuseTokens } from './fuse.ts';
import { lunrEngine } from './lunr.ts';
import { miniSearchPlain, miniSearchUsual } from './minisearch.ts';
import { orama } from './orama.ts';
import { ours } from './ours.ts';
import { pagefind } from './pagefind.ts';
import { sqlite } from './sqlite.ts';

/** Ours first, then the others; what is slow comes last. */
export const ENGINES: readonly Engine[] = [
  ours,
  lunrEngine,
  sqlite,
  miniSearchPlain,
  miniSearchUsual,
  flexSearch,
  orama,
  pagefind,
  fuse,
  fuseTokens,
];
