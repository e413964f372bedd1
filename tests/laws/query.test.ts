import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds.ts';
import type { Names } from '../../src/search/names.ts';
import type { SearchPaper } from '../../src/search/payload.ts';
import { FIELDS } from '../../src/search/query-syntax.ts';
import { createSession } from '../../src/search/search-session.ts';
import { EMPTY_STATE, FACETS, type Facet, type SearchState } from '../../src/search/url-state.ts';
import { lawRuns } from './runs.ts';

const WORDS = [
  'kv',
  'cache',
  'NAS',
  'on-device',
  'pruning',
  'quantization',
  'model',
  'the',
  'café',
];
const TOPICS = ['edge', 'garden', 'edge-ai'];
const AUTHORS = ['Ada Lovelace', 'Bo Lovelace', 'Émile Zola'];

/** Papers that have every combination of what can be filtered by, and some of the words each. */
const PAPERS: readonly SearchPaper[] = Array.from({ length: 60 }, (_, at) => ({
  id: `p${at}`,
  title: [0, 1, 2].map((more) => WORDS[(at * (more + 1) + more) % WORDS.length]).join(' '),
  topics: at % 5 === 0 ? [] : [TOPICS[at % 3] ?? '', TOPICS[(at + 1) % 3] ?? ''],
  ...(at % 4 !== 0 && { kind: KINDS[at % 4] }),
  has: at % 2 === 0 ? ['code'] : [],
  authors: [AUTHORS[at % 3] ?? ''],
  venue: at % 3 === 0 ? 'MLSys' : 'JMLR',
  ...(at % 7 !== 0 && { date: String(2000 + (at % 7)) }),
}));

const NAMES: Names = {
  topics: TOPICS.map((id) => ({ id, name: id })),
  concepts: [
    { name: 'Neural architecture search', aliases: ['NAS', 'search for a model'] },
    { name: 'Pruning', broader: [2] },
    { name: 'Model compression', aliases: ['squeeze a model'] },
  ],
};

const texts = PAPERS.map(({ title }) => [`Of ${title}.`]);
const session = createSession({ papers: PAPERS, texts }, NAMES);
const query = (asked: Partial<SearchState>) => session.query({ ...EMPTY_STATE, ...asked });

const anyWords = fc
  .array(fc.constantFrom(...WORDS, 'cahce', 'squeeze', 'zebra'), { maxLength: 4 })
  .map((words) => words.join(' '));

/** Texts made of what means something, and of anything else. */
const anyQuery = fc
  .array(
    fc.oneof(
      anyWords,
      fc.constantFrom('"', '“', '-', ' ', 'OR', ':', '..', '2001', 'edge', '\\', '\0', '\u202e'),
      fc.constantFrom(...FIELDS).map((field) => ` ${field}:`),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('whatever is typed', () => {
  test('is answered, and what is said of the answer holds', () => {
    fc.assert(
      fc.property(anyQuery, fc.constantFrom<readonly string[]>([], ['edge']), (q, topic) => {
        const state = { ...EMPTY_STATE, q, topic };
        const { total, hits, exact, blame } = session.query(state);
        expect(hits.length).toBe(Math.min(total, 20));
        session.passages(
          q,
          hits.map(({ id }) => id),
        );
        if (total > 0) expect(blame).toEqual([]);
        for (const { without, count } of blame) expect(session.query(without).total).toBe(count);
        if (exact !== undefined) expect(query({ q: exact }).alsoSearching).toEqual([]);
      }),
      { numRuns: lawRuns(300) },
    );
  });

  const HUGE = 100_000;

  test.each([
    '"',
    '-',
    'a-',
    'kv ',
    '"kv cache" ',
    '-cache ',
    'kv OR ',
    'topic:',
    'topic:edge ',
    'title:kv ',
    'NAS ',
    'squeeze a model ',
    'cahce ',
    '(.*)+',
    '🙂',
    'e\u0301',
    'مرحبا ',
    '__proto__ ',
    'constructor:x ',
    '\\u0000 ',
    'author:a year:2001 ',
  ])('%j a hundred thousand characters long is answered, too', (part) => {
    const ask = (size: number) => {
      const q = part.repeat(Math.ceil(size / part.length));
      const { hits } = query({ q });
      return session.passages(
        q,
        hits.map(({ id }) => id),
      );
    };
    expect(ask).toTakeTimeInProportion(HUGE);
  });
});

const valueOf: Readonly<Record<Facet, fc.Arbitrary<string>>> = {
  author: fc.constantFrom(...AUTHORS),
  has: fc.constant('code'),
  kind: fc.constantFrom(...KINDS),
  topic: fc.constantFrom(...TOPICS),
  venue: fc.constantFrom('MLSys', 'JMLR'),
  year: fc.constantFrom('2001', '2002..2004'),
};
const anyTick = fc
  .constantFrom(...FACETS)
  .chain((facet) => valueOf[facet].map((value) => ({ facet, value })));
const anyTicks = fc
  .array(anyTick, { maxLength: 4 })
  .map((ticks) =>
    ticks.reduce<SearchState>(
      (state, { facet, value }) => ({ ...state, [facet]: [...state[facet], value] }),
      EMPTY_STATE,
    ),
  );

describe('a filter', () => {
  test('finds the same papers typed as ticked', () => {
    fc.assert(
      fc.property(anyWords, anyTicks, anyTick, (q, ticks, { facet, value }) => {
        // words that are no others when something follows
        const words = `${q} `;
        const typed = query({ ...ticks, q: `${words}${facet}:"${value}"` });
        const ticked = query({ ...ticks, q: words, [facet]: [...ticks[facet], value] });
        expect(new Set(typed.hits.map(({ id }) => id))).toEqual(
          new Set(ticked.hits.map(({ id }) => id)),
        );
        expect(typed.facets).toEqual(ticked.facets);
      }),
    );
  });

  test('says beforehand how many papers it leaves', () => {
    fc.assert(
      fc.property(anyWords, anyTicks, anyTick, (q, ticks, { facet, value }) => {
        fc.pre(!value.includes('..'));
        const { facets } = query({ ...ticks, q });
        // what else is ticked in the same facet is left aside: any of them will do
        expect(query({ ...ticks, q, [facet]: [value] }).total).toBe(facets[facet][value] ?? 0);
      }),
    );
  });

  test('widens what others of its facet leave, and narrows what others leave', () => {
    fc.assert(
      fc.property(anyWords, anyTicks, anyTick, (q, ticks, { facet, value }) => {
        const before = query({ ...ticks, q }).total;
        const after = query({ ...ticks, q, [facet]: [...ticks[facet], value] }).total;
        if (ticks[facet].length > 0) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});
