import { compileProposals } from '../../src/domain/classify.ts';
import type { Paper } from '../../src/domain/paper.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { loadEntries } from '../../src/entries/entry-files.ts';
import { PAPERS, TOPICS } from '../../src/entries/entry-kinds.ts';
import { loadLedger, type Ledger } from '../../src/entries/ledger.ts';
import type { IngestChoices } from './ingest-plan.ts';

/** A collection as ingest needs to know it. */
export type CollectionState = {
  readonly ledger: Ledger['lines'];
  readonly papers: readonly Paper[];
  readonly propose: IngestChoices['propose'];
  /** a collection may do without, and then its papers lack none */
  readonly hasTopics: boolean;
};

/** What the collection says today; undefined when something in it is broken, for then nothing is safe to write. */
export const loadState = async (
  contentDir: string,
  shownAs: string,
): Promise<{ state?: CollectionState; problems: readonly Problem[] }> => {
  const content = { path: contentDir, shownAs };
  const ledger = await loadLedger(contentDir, shownAs);
  const papers = await loadEntries(content, PAPERS);
  const topics = await loadEntries(content, TOPICS);
  const errors = [...ledger.problems, ...papers.problems, ...topics.problems].filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return { problems: errors };
  const propose = compileProposals(topics.entries.map(({ entry }) => entry));
  const state = {
    ledger: ledger.lines,
    papers: papers.entries.map(({ entry }) => entry),
    propose,
    hasTopics: topics.entries.length > 0,
  };
  return { state, problems: [] };
};
