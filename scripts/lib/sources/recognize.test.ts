import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatOf, SOURCE_FORMATS } from './formats.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/sources');
const fixture = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** Formats of one service each: no two of them may know the same file, in whatever order they are asked. */
const FIXTURES = [
  ['acl.xml', 'acl'],
  ['arxiv-atom.xml', 'arxiv'],
  ['hf-daily-papers.json', 'hugging-face'],
  ['openalex.json', 'openalex'],
  ['openreview-v1.json', 'openreview'],
  ['openreview.json', 'openreview'],
  ['pmlr-unquoted.md', 'pmlr'],
  ['pmlr.md', 'pmlr'],
] as const;

const NAMES = new Set<string>(FIXTURES.map(([, name]) => name));
const SERVICES = SOURCE_FORMATS.filter(({ name }) => NAMES.has(name));

const knowing = (text: string): readonly string[] =>
  SERVICES.filter(({ recognizes }) => recognizes(text)).map(({ name }) => name);

test('every format of a service has a file', () => {
  expect(SERVICES).toHaveLength(NAMES.size);
});

describe.each(FIXTURES)('%s', (file, name) => {
  const text = fixture(file);

  test(`is ${name}, and no other format of a service knows it`, () => {
    expect(formatOf(text)?.name).toBe(name);
    expect(knowing(text)).toEqual([name]);
  });

  test.each([
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${text}`],
    ['that breaks off', text.slice(0, text.length * 0.75)],
    ['with empty lines above', file.endsWith('.json') ? `\n\n${text}` : text],
  ])(`is ${name} %s`, (_, changed) => {
    expect(formatOf(changed)?.name).toBe(name);
  });
});

test.each(readdirSync(FOLDER).filter((file) => !FIXTURES.some(([known]) => known === file)))(
  '%s is of no service',
  (file) => {
    expect(knowing(fixture(file))).toEqual([]);
  },
);

test.each([
  ['papers as JSON', '[{"title":"A","abstract":"B","authors":["C"],"year":2024}]'],
  ['CSL-JSON', '[{"id":"a","type":"article-journal","title":"A","author":[{"family":"B"}]}]'],
  ['JSON Lines', '{"id":"1","title":"A","abstract":"B","authors":"C","venue":"D"}'],
  [
    'lists of papers',
    '[{"title":"A","author":"B;C","status":"Poster","site":"https://openreview.net/forum?id=x"}]',
  ],
  ['XML', '<?xml version="1.0"?><papers><paper>A</paper></papers>'],
])('knows nothing of %s', (_, text) => {
  expect(knowing(text)).toEqual([]);
});
