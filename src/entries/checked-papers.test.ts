import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCheckedPapers, writeCheckedPapers } from './checked-papers.ts';
import { loadEntries } from './entry-files.ts';
import { PAPERS } from './entry-kinds.ts';

it('hands papers on as their files have them', async () => {
  const path = join(import.meta.dirname, '../../tests/fixtures/collection');
  const { entries } = await loadEntries({ path, shownAs: 'collection' }, PAPERS);
  expect(entries.length).toBeGreaterThan(30);
  const dir = await mkdtemp(join(tmpdir(), 'paperlight-'));
  try {
    const file = join(dir, 'papers.json');
    await writeCheckedPapers(
      file,
      entries.map(({ entry }) => entry),
    );
    expect(await readCheckedPapers(file)).toEqual({ entries, broken: [], problems: [] });
  } finally {
    await rm(dir, { recursive: true });
  }
});
