import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadEntries } from '../../src/entries/entry-files.ts';
import { PAPERS } from '../../src/entries/entry-kinds.ts';
import { buildEngine, loadEngine, saveEngine, type EngineDoc } from '../../src/search/engine.ts';
import { toPayload, type SearchPaper, type SearchPayload } from '../../src/search/payload.ts';
import { readIndexFile } from '../../src/search/index-file.ts';
import { readTextsFile, unpackRest, writeSearchFiles } from '../../src/search/search-files.ts';
import { finish } from '../../src/search/steps.ts';
import { resolvePath, runCommand } from '../lib/cli.ts';
import { docsToPayload, readDocLines } from '../lib/search-input.ts';

const USAGE = `
Usage: npm run bench:search-files -- [FILE] [--content DIR]

Compares two ways to bring the search to a browser: the texts, indexed on arrival, and an index that was saved.
Passages and marks need the texts in both. FILE: JSON Lines {id, title, abstract}, also .gz, instead of
the collection.
`;

const RUNS = 3;

const loadFile = async (file: string): Promise<Required<SearchPayload>> => {
  const bytes = await readFile(resolvePath(file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { records } = readDocLines(text, file);
  return docsToPayload(records);
};

const loadContent = async (contentDir: string): Promise<Required<SearchPayload>> => {
  const { entries } = await loadEntries({ path: contentDir, shownAs: contentDir }, PAPERS);
  return toPayload(entries.map(({ entry }) => entry));
};

const toDocs = ({ papers, texts = [] }: SearchPayload): readonly EngineDoc[] =>
  papers.map(({ id, title }, at) => ({ id, title, paragraphs: texts[at] ?? [] }));

const NO_NAMES = { topics: [], concepts: [] };

const readBody = (body: string | Uint8Array, papers: readonly SearchPaper[]): unknown =>
  typeof body === 'string' ? JSON.parse(body) : finish(unpackRest(body, papers));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

type Measured = { readonly milliseconds: number; readonly megabytes: number };

/** The shortest of some runs, and what the outcome holds on to. */
const measure = (run: () => unknown): Measured => {
  const milliseconds: number[] = [];
  const megabytes: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const kept = [run()];
    milliseconds.push(performance.now() - start);
    collectGarbage();
    megabytes.push((process.memoryUsage().heapUsed - before) / 1e6);
    kept.length = 0;
  }
  // what the first run leaves behind (stems, compiled code) is part of what the way costs
  return { milliseconds: Math.min(...milliseconds), megabytes: Math.max(...megabytes) };
};

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const describe = (name: string, body: string | Uint8Array, cost?: Measured): string =>
  [
    name.padEnd(34),
    `${kilobytes(Buffer.byteLength(body)).padStart(9)} kB`,
    typeof body === 'string'
      ? `${kilobytes(gzipSync(body, { level: 9 }).length).padStart(8)} kB gzip`
      : 'packed'.padStart(16),
    cost === undefined
      ? ''
      : `${cost.milliseconds.toFixed(0).padStart(7)} ms ${cost.megabytes.toFixed(1).padStart(7)} MB`,
  ]
    .join(' ')
    .trimEnd();

await runCommand(
  { usage: USAGE, options: {}, positionals: 1 },
  async ({ positionals: [file], contentDir }) => {
    const payload = file === undefined ? await loadContent(contentDir) : await loadFile(file);
    const { index, texts } = await writeSearchFiles(payload, NO_NAMES);
    const saved = saveEngine(buildEngine(toDocs(payload)));
    const ofSaved = measure(() => loadEngine(saved));
    const ofTexts = measure(() => {
      const { papers } = readIndexFile(JSON.parse(index.body));
      return buildEngine(
        toDocs({ papers, ...readTextsFile(readBody(texts.body, papers), papers) }),
      );
    });
    console.log(`${payload.papers.length} papers`);
    console.log(describe('titles and filters', index.body));
    console.log(describe('texts, indexed on arrival', texts.body, ofTexts));
    console.log(describe('saved index, loaded', saved, ofSaved));
    return [];
  },
);
