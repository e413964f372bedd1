import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchPaper } from './payload.ts';
import { toPlainSlug } from './plain-slug.ts';
import { readIndexFile } from './index-file.ts';
import { writeSearchFiles } from './search-files.ts';

const write = async (papers: readonly SearchPaper[]): Promise<string> =>
  (await writeSearchFiles({ papers, texts: papers.map(() => []) })).index.body;

const aTitle = fc.oneof(fc.string(), fc.constantFrom('A KV-Cache, café', '学习', '-', '&'));

/** An id that is the beginning of its title's slug, or has nothing to do with it. */
const aPaper = fc
  .tuple(aTitle, fc.option(fc.nat(12), { nil: undefined }), fc.string())
  .map(([title, length, other]): SearchPaper => {
    const id = length === undefined ? other : toPlainSlug(title).slice(0, length);
    return { id, title, topics: ['t'] };
  });

test('papers are read as they were written, whatever their ids', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aPaper), async (papers) => {
      expect(readIndexFile(JSON.parse(await write(papers))).papers).toEqual(papers);
    }),
  );
});

test('an id that the title tells is not written', async () => {
  const body = await write([
    { id: 'pruning-networks', title: 'Pruning: Networks' },
    { id: 'pruning', title: 'Pruning: Networks' },
    { id: 'other', title: 'Pruning: Networks' },
  ]);
  const { papers } = JSON.parse(body) as { papers: { id: unknown } };
  expect(papers.id).toEqual([null, 7, 'other']);
});
