import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildCatalog, type Collection } from '../../src/domain/catalog.ts';
import { checkCollection } from '../../src/domain/check-collection.ts';
import { hasErrors } from '../../src/domain/problem.ts';
import { siteSettingsSchema } from '../../src/domain/site-settings.ts';
import { CONCEPTS, PAPERS, TOPICS, type EntryKind } from '../../src/entries/entry-kinds.ts';
import { formatEntry, readEntry } from '../../src/entries/front-matter.ts';
import { readLedger } from '../../src/entries/ledger.ts';
import { TEST_SITES } from '../setup/test-sites.ts';
import { anyMess, anySpoilt } from './hostile-texts.ts';
import { expectClear, isHarmless, textsIn, unharmed } from './promises.ts';

const { contentDir } = TEST_SITES.fixture;
const read = (path: string): string => readFileSync(join(contentDir, path), 'utf8');
const textsOf = (folder: string): readonly string[] =>
  readdirSync(join(contentDir, folder)).map((name) => read(join(folder, name)));

const TEXTS = {
  papers: textsOf('papers'),
  topics: textsOf('topics'),
  concepts: textsOf('concepts'),
};
const SITE = read('site.md');
const SOURCES = Object.values(TEXTS).flat();

const FRAMES = [
  '---js\nmodule.exports = {title: process.exit(7)}\n---\n',
  '---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n',
  '---\ntitle: !!js/function "function () {}"\n---\n',
  '---\n__proto__: {title: A}\nconstructor: {prototype: {title: B}}\n---\n',
  '---\n<<: {title: A}\n---\n',
];
const anyFrame = fc.tuple(fc.constantFrom(...FRAMES), anyMess).map(([frame, mess]) => frame + mess);
const anyEntry = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...texts).chain((text) => anySpoilt(text, SOURCES)) },
    { weight: 1, arbitrary: anyFrame },
    { weight: 1, arbitrary: anyMess.map((mess) => `---\ntitle: ${mess}\n---\n${mess}`) },
  );

/** An entry's fields, when it is sound; else its problems, which are clear. */
const readSound = <S extends z.ZodObject>(text: string, schema: S) => {
  const { data, body, problems } = unharmed(() => readEntry(text, 'a.md', schema));
  expectClear(problems);
  expect(data === undefined).toBe(hasErrors(problems));
  if (data === undefined) return undefined;
  const harmful = textsIn(data).filter((one) => !isHarmless(one));
  expect(harmful).toEqual([]);
  const written = formatEntry(data as z.input<S>, '', schema);
  expect(readEntry(written, 'a.md', schema).data).toEqual(data);
  return { data, body };
};

const KINDS = [PAPERS, TOPICS, CONCEPTS] as const;

describe('a spoilt entry gives clear problems or sound fields', () => {
  test.each(KINDS)('$folder', ({ folder, schema }) => {
    fc.assert(
      fc.property(anyEntry(TEXTS[folder]), (text) => {
        readSound(text, schema);
      }),
    );
  });

  test('site.md', () => {
    fc.assert(
      fc.property(anyEntry([SITE]), (text) => {
        readSound(text, siteSettingsSchema);
      }),
    );
  });
});

test('a spoilt ledger gives clear problems or its lines', () => {
  const hash = '0123456789abcdef';
  const line = {
    id: 'a',
    source: 'a.txt',
    key: 'title:a',
    fields: { title: hash },
    removed: false,
  };
  const ledger = `${JSON.stringify(line)}\n${JSON.stringify({ ...line, id: 'b', key: 'doi:b' })}\n`;
  fc.assert(
    fc.property(anySpoilt(ledger, SOURCES), (text) => {
      expectClear(unharmed(() => readLedger(text, 'ledger.jsonl')).problems);
    }),
  );
});

const IDS = ['constructor', 'a', 'b-1', 'no-topic-yet', '2'];

const entriesOf = <S extends z.ZodObject, Id extends string, T>(
  { schema, readId, toEntry }: EntryKind<S, Id, T>,
  texts: readonly string[],
): readonly T[] =>
  texts.flatMap((text, at) => {
    const { data, body } = readEntry(text, 'a.md', schema);
    const id = readId(IDS[at] ?? 'x');
    return data === undefined || id === undefined ? [] : [toEntry(id, data, body)];
  });

test('a collection of such entries is checked, and built upon when nothing is wrong with it', () => {
  const some = (texts: readonly string[]) =>
    fc.array(fc.oneof(fc.constantFrom(...texts), anyEntry(texts)), { maxLength: IDS.length });
  const site = {
    ...siteSettingsSchema.parse({ schema: 1, title: 'A', description: 'B' }),
    welcome: '',
  };
  fc.assert(
    fc.property(
      some(TEXTS.papers),
      some(TEXTS.topics),
      some(TEXTS.concepts),
      fc.array(fc.oneof(fc.constantFrom(...IDS), anyMess), { maxLength: 3 }),
      (papers, topics, concepts, ledgerIds) => {
        const collection: Collection = {
          site,
          papers: entriesOf(PAPERS, papers),
          topics: entriesOf(TOPICS, topics),
          concepts: entriesOf(CONCEPTS, concepts),
        };
        const problems = unharmed(() => checkCollection(collection, { shownAs: 'a', ledgerIds }));
        expectClear(problems);
        if (!hasErrors(problems)) unharmed(() => buildCatalog(collection));
      },
    ),
  );
});
