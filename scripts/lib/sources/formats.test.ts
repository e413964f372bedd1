import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatOf, SOURCE_FORMATS } from './formats.ts';

const ROOT = join(import.meta.dirname, '../../..');
const file = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const nameOf = (text: string): string | undefined => formatOf(text)?.name;

const PAPERS =
  'Dataset Quantization\n' +
  'State-of-the-art networks are trained with large amounts of data. We compress data sets into small subsets.\n';

test('formats have names of their own', () => {
  expect(new Set(SOURCE_FORMATS.map(({ name }) => name)).size).toBe(SOURCE_FORMATS.length);
});

test.each([
  ['a copied page', file('tests/fixtures/sources/dump.txt')],
  ['another copy of it', file('tests/fixtures/sources/dump-wrapped.txt')],
  ['one without banner', PAPERS],
  ['a banner and nothing more', 'Get trending papers in your email inbox!\n'],
  ['a banner and one title', 'Get trending papers in your email inbox!\nSubscribeA Title\n'],
])('knows a dump: %s', (_, text) => {
  expect(nameOf(text)).toBe('dump');
});

test.each([
  ['a line', '{"title":"A"}'],
  ['empty lines first', '\n\n  {"title":"A"}\n'],
  ['a byte order mark', '\ufeff{"title":"A"}\r\n'],
  ['a first line that is damaged', '{"title":\n{"title":"A"}\n'],
])('knows JSON Lines: %s', (_, text) => {
  expect(nameOf(text)).toBe('json-lines');
});

test.each([
  ['bibtex', 'a file', file('tests/fixtures/sources/references.bib')],
  ['bibtex', 'an entry', `@article{a,\n  title = {${PAPERS}}\n}\n`],
  ['ris', 'a file', file('tests/fixtures/sources/references.ris')],
  ['ris', 'a record', `\ufeffTY  - JOUR\r\nTI  - ${PAPERS}ER  - \r\n`],
  ['csl-json', 'a file', file('tests/fixtures/sources/references.csl.json')],
  ['csl-json', 'one item', '{"type":"article-journal","title":"A","DOI":"10.1000/1"}'],
  ['json', 'a list', '[{"title":"A"}]'],
  ['json', 'a list in an object', '\ufeff{"count": 1,\n "papers": [{"Title": "A"}]}'],
  ['csv', 'commas', 'id,title,abstract\n1,A Title,"We study things. They are fine."\n'],
  ['csv', 'tabs', `id\ttitle\tabstract\n1\t${PAPERS.replace('\n', '\t')}`],
  ['csv', 'semicolons and capitals', 'Title;Publication Year\r\nA;2024\r\n'],
])('knows %s: %s', (name, _, text) => {
  expect(nameOf(text)).toBe(name);
});

test.each([
  ['nothing', ''],
  ['one line', 'hello world\n'],
  ['notes', 'Just some notes.\nBuy milk and eggs.\nCall the bank about the card.\n'],
  ['a licence', file('LICENSE')],
  ['a JSON file', file('package.json')],
  ['code', file('src/domain/text.ts')],
  ['JSON Lines without titles', '{"id":"1","text":"a"}\n{"id":"2","text":"b"}\n'],
  ['a JSON array of other things', '[{"name":"A"}]'],
  ['a table of other things', 'id,name,size\n1,A,2\n'],
  [
    'code with annotations',
    '@Table(name = "x")\n@Component({ selector: "a", name: "b" })\nclass A {}\n',
  ],
  ['HTML', `<!doctype html>\n${PAPERS}`],
  ['front matter', `---\ntitle: A\n---\n${PAPERS}`],
  ['Markdown', `# Papers\n\n${PAPERS}`],
])('knows nothing of %s', (_, text) => {
  expect(nameOf(text)).toBeUndefined();
});

test.each(['\n', '\r\n', ' ', '{', '<', '@', '-', '---\n', 'TY  - \n'])(
  'a megabyte of %j is judged in time',
  (piece) => {
    const judge = (size: number) => formatOf(piece.repeat(size / piece.length));
    expect(judge).toTakeTimeInProportion(1_000_000);
  },
);
