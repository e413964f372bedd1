import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCompareQuery } from '../../src/domain/compare-link.ts';
import { isId } from '../../src/domain/ids.ts';
import { mergeLists } from '../../src/domain/reading-list-edits.ts';
import { readListFragment } from '../../src/domain/reading-list-link.ts';
import { readListText, writeList } from '../../src/domain/reading-list.ts';
import { readSearches, writeSearches } from '../../src/domain/saved-searches.ts';
import { readMapState, writeMapState } from '../../src/elements/map/state.ts';
import { printSyntax, readSyntax } from '../../src/search/query-syntax.ts';
import { createSession } from '../../src/search/search-session.ts';
import { EMPTY_STATE, readState, writeState } from '../../src/search/url-state.ts';
import { anyList } from '../laws/list-arbitraries.ts';
import { anyMess, anyPump, anyScrap, anySpoilt, anySpoiltJson } from './hostile-texts.ts';
import { isHarmless, textsIn, unharmed } from './promises.ts';

const WORDS = ['__proto__', 'constructor', 'kites', '<script>', 'C++', 'x', '"', '漢字', 'a-b'];
const PAPERS = Array.from({ length: 40 }, (_, at) => ({
  id: at === 0 ? 'constructor' : `p${at}`,
  title: `${WORDS[at % WORDS.length]} ${WORDS[(at * 5) % WORDS.length]} ${at}`,
  topics: at % 3 === 0 ? [] : ['constructor'],
  authors: at % 2 === 0 ? ['__proto__'] : ['constructor'],
  venue: at % 4 === 0 ? '__proto__' : 'toString',
  date: '2001',
}));
const session = createSession(
  { papers: PAPERS, texts: PAPERS.map(({ title }) => [`Of ${title}.`]) },
  {
    topics: [{ id: 'constructor', name: 'Constructor' }],
    concepts: [{ name: 'Constructor', aliases: ['valueOf', '__proto__'] }],
  },
);

const LONG = 3000;
const anyTyped = fc.oneof({ weight: 20, arbitrary: anyMess }, anyPump(LONG));

describe('whatever is typed', () => {
  test('is answered with papers and their passages', () => {
    fc.assert(
      fc.property(anyTyped, (q) => {
        unharmed(() => {
          const { hits, total } = session.query({ ...EMPTY_STATE, q });
          expect(hits.length).toBe(Math.min(total, 20));
          session.passages(
            q,
            hits.map(({ id }) => id),
          );
        });
      }),
    );
  });

  test('is a query that can be printed and read again', () => {
    fc.assert(
      fc.property(anyTyped, (q) => {
        const syntax = unharmed(() => readSyntax(q));
        expect(readSyntax(printSyntax(syntax))).toEqual(syntax);
      }),
    );
  });
});

const PARTS = [
  'q=',
  'author=',
  'topic=',
  'year=',
  'view=',
  'region=',
  'p=',
  '&',
  '%',
  '+',
  '#',
  ',',
];
const anyAddress = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PARTS),
      anyMess,
      anyScrap.map((text) => text.slice(0, 3)),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('whatever an address says', () => {
  test('is a state of the search, harmless and the same when written', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const state = unharmed(() => readState(address));
        expect(readState(writeState(state))).toEqual(state);
        expect(textsIn(state).every((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text))).toBe(true);
        unharmed(() => session.query(state));
      }),
    );
  });

  test('is a state of the map, a comparison and a list', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const map = unharmed(() => readMapState(address));
        expect(readMapState(writeMapState(map))).toEqual(map);
        const ids = [
          ...unharmed(() => readListFragment(address)),
          ...unharmed(() => readCompareQuery(new URLSearchParams(address).getAll('p'))),
        ];
        expect(ids.every(isId)).toBe(true);
      }),
    );
  });
});

const SAVED = writeSearches([
  {
    to: 'q=kites',
    name: 'Kites',
    seen: '0000001',
    looked: '2026-01-02',
    counted: { index: 'a', fresh: 1 },
  },
]);
const LIST =
  '{"paperlight":"reading list","version":1,"items":[{"id":"a","title":"A","note":"n","tags":["t"],' +
  '"isRead":true,"added":"2024-02-29"},{"id":"constructor","title":"__proto__","note":"","tags":[]}]}';

describe('whatever a file or the browser holds', () => {
  const anyFile = (text: string) =>
    fc.oneof(anySpoiltJson(text), anySpoilt(text, [SAVED, LIST]), anyMess);

  test('is a reading list, or none, and can be added to another', () => {
    fc.assert(
      fc.property(anyFile(LIST), anyList, (text, own) => {
        const reading = unharmed(() => readListText(text));
        if (reading.type !== 'list') return;
        const united = unharmed(() => mergeLists(reading.list)(own));
        expect(readListText(writeList(united))).toEqual({ type: 'list', list: united, damaged: 0 });
        expect(united.every(({ id }) => isId(id))).toBe(true);
        for (const { title, tags, note } of reading.list) {
          const lines = [title, ...tags, ...note.split('\n')];
          expect(lines.every((line) => !/[\p{Cc}\p{Surrogate}]/u.test(line))).toBe(true);
        }
      }),
    );
  });

  test('is saved searches, or none', () => {
    const toAddress = (query: string): string => writeState(readState(query));
    fc.assert(
      fc.property(anyFile(SAVED), (text) => {
        const reading = unharmed(() => readSearches(text, toAddress));
        if (reading.type !== 'list') return;
        const again = readSearches(writeSearches(reading.list), toAddress);
        expect(again).toEqual({ ...reading, damaged: 0 });
      }),
    );
  });
});

test('a sound text is harmless', () => {
  expect(isHarmless('Straße 😀 שלום\u200f\tx\n')).toBe(true);
});
