import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDocs, loadTestCollection, readJudgements } from './search-collection.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bench-'));
  const docs = '{"id": 1, "title": "A", "abstract": "a"}\n{"id": "2", "title": "B"}\n';
  await writeFile(join(dir, 'docs.jsonl'), docs);
  await writeFile(join(dir, 'docs.jsonl.gz'), gzipSync(docs));
  await writeFile(
    join(dir, 'queries.jsonl'),
    '{"id": "q", "text": "one"}\n{"id": 7, "text": "two"}\n{"id": 8, "text": "unjudged"}\nbroken\n',
  );
  await writeFile(join(dir, 'qrels.tsv'), 'q\t1\t1\n7\t2\t3\r\n7\t1\t0\n8\t1\t0\n');
});
afterAll(() => rm(dir, { recursive: true }));

test('a test collection has its papers, the questions somebody judged, and what is wrong', async () => {
  const { docs, questions, problems } = await loadTestCollection(dir);
  expect(docs).toEqual([
    { id: '1', title: 'A', abstract: 'a' },
    { id: '2', title: 'B', abstract: '' },
  ]);
  expect(questions).toEqual([
    { id: 'q', text: 'one', relevant: new Set(['1']) },
    { id: '7', text: 'two', relevant: new Set(['2']) },
  ]);
  expect(problems.map(({ line }) => line)).toEqual([4]);
});

test('a packed file has the same papers', async () => {
  const packed = await loadDocs(join(dir, 'docs.jsonl.gz'));
  expect(packed).toEqual(await loadDocs(join(dir, 'docs.jsonl')));
});

test('a file that is not there is wrong usage', async () => {
  await expect(loadDocs(join(dir, 'none.jsonl'))).rejects.toThrow(
    /none\.jsonl cannot be read \(ENOENT\)/,
  );
});

test.each(['q 1 1', 'q\t1', 'q\t1\tyes', 'q\t1\t1\t1'])('%j is no judgement', (line) => {
  const { relevant, problems } = readJudgements(`${line}\n\nq\t2\t1`, 'qrels.tsv');
  expect(problems).toMatchObject([{ file: 'qrels.tsv', line: 1 }]);
  expect([...(relevant.get('q') ?? [])]).toEqual(['2']);
});
