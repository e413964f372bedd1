import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toChangeEntries, MAX_TOLD } from './changes-feed.ts';
import {
  changesOf,
  dayToText,
  groupByDay,
  latestDays,
  MAX_WITHDRAWN,
  partOfDay,
  type Change,
} from './changes.ts';
import type { PaperId } from './fields.ts';
import type { Correction, Paper } from './paper.ts';
import { MAX_TITLES, pagesOf, partsBelow, type Part } from './partition.ts';

const notice = (date: string, note = 'x'): Correction => ({ date, kind: 'erratum', note });

const paper = (id: string, fields: Partial<Paper> = {}): Paper => ({
  id: id as PaperId,
  title: id,
  abstract: '',
  ...fields,
});

/** A catalog holds withdrawn papers apart. */
const read = (...all: readonly Paper[]) =>
  changesOf({
    papers: all.filter(({ withdrawn }) => withdrawn === undefined),
    withdrawn: all.filter(({ withdrawn }) => withdrawn !== undefined),
  });

const toLine = ({ day, paper: { id }, notice: one }: Change): string =>
  `${day} ${id}${one === undefined ? '' : ` ${one.note}`}`;
const linesOf = (...all: readonly Paper[]) => read(...all).whole.items.map(toLine);

const anyDay = fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-02', '2026-02-01');
const anyFields = fc.record(
  {
    title: fc.constantFrom('Kilns', 'kilns', 'On Kilns', '?', 'の'),
    added: anyDay,
    corrections: fc.array(
      fc.record({
        date: anyDay,
        kind: fc.constantFrom('erratum' as const, 'retraction' as const),
        note: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 2 },
    ),
    withdrawn: fc.constant('gone'),
  },
  { requiredKeys: ['title'] },
);
const anyPapers = (maxLength: number) =>
  fc
    .array(anyFields, { maxLength, size: 'max' })
    .map((all) => all.map((fields, at) => paper(`p-${at}`, fields)));

describe('the changes', () => {
  test('stand by day, the newest first, notices before papers, each by title', () => {
    expect(
      linesOf(
        paper('b', { added: '2026-01-01' }),
        paper('a', { added: '2026-01-01', corrections: [notice('2026-03-01', 'wrong')] }),
        paper('c', { added: '2026-03-01' }),
      ),
    ).toEqual(['2026-03-01 a wrong', '2026-03-01 c', '2026-01-01 a', '2026-01-01 b']);
  });

  test('a notice older than its paper here came with the paper, and keeps its own date', () => {
    const [first] = read(paper('a', { added: '2026-01-01', corrections: [notice('2010-11-02')] }))
      .whole.items;
    expect(first).toMatchObject({ day: '2026-01-01', notice: { date: '2010-11-02' } });
  });

  test('a paper without a day has none, but its notices have', () => {
    const changes = read(paper('a', { corrections: [notice('2026-01-01', 'late')] }), paper('b'));
    expect(changes.whole.items.map(toLine)).toEqual(['2026-01-01 a late']);
    expect(changes.undated).toBe(2);
  });

  test('a withdrawn paper was not added, for lists do not have it; its notices stay', () => {
    const gone = { added: '2026-01-01', withdrawn: 'gone', corrections: [notice('2026-02-01')] };
    const { whole, withdrawn, undated } = read(paper('a', gone));
    expect(whole.items.map(toLine)).toEqual(['2026-02-01 a x']);
    expect(withdrawn.items.map(({ id }) => id)).toEqual(['a']);
    expect(undated).toBe(0);
  });

  test('are the same in whatever order papers come', () => {
    fc.assert(
      fc.property(
        anyPapers(30).chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(linesOf(...shuffled)).toEqual(linesOf(...all));
        },
      ),
    );
  });

  test('miss no added paper and no notice, and tell none twice', () => {
    fc.assert(
      fc.property(anyPapers(30), (all) => {
        const told = read(...all).whole.items;
        const listed = all.filter(({ withdrawn }) => withdrawn === undefined);
        const added = told.filter((change) => change.notice === undefined).map((c) => c.paper);
        expect(new Set(added)).toEqual(new Set(listed.filter((one) => one.added !== undefined)));
        const notices = all.flatMap(({ corrections = [] }) => corrections);
        expect(told.length).toBe(added.length + notices.length);
        expect(new Set(told.flatMap((change) => change.notice ?? []))).toEqual(new Set(notices));
        expect(told.map(({ day }) => day)).toEqual(
          told
            .map(({ day }) => day)
            .toSorted()
            .toReversed(),
        );
      }),
    );
  });
});

const many = (count: number, fieldsOf: (at: number) => Partial<Paper>): readonly Paper[] =>
  Array.from({ length: count }, (_, at) => paper(`p-${at}`, fieldsOf(at)));

const namesOf = (parts: readonly Part<unknown>[]) => parts.map(({ name }) => name);

describe('a long list of changes', () => {
  const dayOf = (at: number) =>
    `20${20 + (at % 7)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;

  test('falls apart by year and month, the newest first', () => {
    const { whole } = read(...many(1000, (at) => ({ added: dayOf(at) })));
    expect(namesOf(whole.parts)).toEqual('2026 2025 2024 2023 2022 2021 2020'.split(' '));
    expect(whole.parts[0]?.parts.map(({ label }) => label).slice(0, 2)).toEqual([
      'December 2026',
      'November 2026',
    ]);
  });

  test('and a day of ten thousand papers by title', () => {
    const title = (at: number) => `${String.fromCodePoint(97 + (at % 26))} ${at}`;
    const { whole } = read(
      ...many(10_000, (at) => ({ title: title(at), added: '2026-11-23' })),
      paper('old', { added: '2020-02-02' }),
    );
    const pages = pagesOf(whole);
    expect(Math.max(...pages.map(({ items }) => items.length))).toBeLessThanOrEqual(MAX_TITLES);
    expect(pages[0]?.label).toMatch(/^23 November 2026, A/);
    expect(pages.at(-1)?.name).toBe('2020');
    expect(partOfDay(whole, '2026-11-23').name).toBe('2026-11-23');
    expect(partOfDay(whole, '2020-02-02').name).toBe('2020');
  });

  test('shows every change on one page, on pages of names of their own that an address takes', () => {
    fc.assert(
      fc.property(anyPapers(700), (all) => {
        const { whole } = read(...all);
        const pages = pagesOf(whole);
        expect(
          pages
            .flatMap(({ items }) => items)
            .map(toLine)
            .toSorted(),
        ).toEqual(whole.items.map(toLine).toSorted());
        for (const { items } of pages) expect(items.length).toBeLessThanOrEqual(MAX_TITLES);
        const names = namesOf(partsBelow(whole));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9_~-]+$/);
      }),
      { numRuns: 30 },
    );
  });

  test('keeps the name of a page while others come', () => {
    const before = many(300, (at) => ({ added: dayOf(at) }));
    const names = namesOf(partsBelow(read(...before).whole));
    const after = read(...before, paper('new', { added: '2027-01-01' })).whole;
    expect(namesOf(partsBelow(after))).toEqual(expect.arrayContaining([...names]));
  });
});

test('many withdrawn papers fall apart by title', () => {
  const { withdrawn } = read(...many(MAX_WITHDRAWN + 1, () => ({ withdrawn: 'gone' })));
  expect(withdrawn.parts.length).toBeGreaterThan(0);
});

describe('the latest days', () => {
  const all = [
    ...many(6, (at) => ({ added: at < 2 ? '2026-03-01' : '2026-02-01' })),
    paper('old', { added: '2026-01-01' }),
  ];

  test('are shown until there is enough, the last one cut short', () => {
    const days = latestDays(read(...all).whole, 4);
    expect(
      days.map(({ shown, whole }) => [shown.day, shown.added.length, whole.added.length]),
    ).toEqual([
      ['2026-03-01', 2, 2],
      ['2026-02-01', 2, 4],
    ]);
  });

  test('are none where there are none', () => {
    expect(latestDays(read().whole, 4)).toEqual([]);
  });
});

test.each([
  [1, 0, '1 paper added'],
  [1200, 1, '1,200 papers added, 1 notice'],
  [0, 2, '2 notices'],
])('a day with %i papers and %i notices is told in a line', (papers, notices, text) => {
  const all = [
    ...many(papers, () => ({ added: '2026-01-01' })),
    ...many(notices, () => ({ corrections: [notice('2026-01-01')] })),
  ];
  const [day] = groupByDay(read(...all).whole.items);
  expect(day && dayToText(day)).toBe(text);
});

describe('the feed of the changes', () => {
  const entriesOf = (...all: readonly Paper[]) =>
    toChangeEntries(read(...all).whole, (path) => `https://x.example${path}`);

  test('has an entry a day, which tells what is known of papers as text', () => {
    const [entry] = entriesOf(
      paper('a', {
        title: '<b> & Bees',
        added: '2026-01-01',
        corrections: [notice('2010-01-01', '1 < 2')],
      }),
    );
    expect(entry).toMatchObject({
      id: 'https://x.example/changes/#2026-01-01',
      link: 'https://x.example/changes/#2026-01-01',
      title: '1 January 2026: 1 paper added, 1 notice',
      updated: '2026-01-01T00:00:00Z',
    });
    const link = '<a href="https://x.example/papers/a/">&lt;b&gt; &amp; Bees</a>';
    expect(entry?.html).toBe(`<ul><li>Erratum: ${link}. 1 &lt; 2</li><li>${link}</li></ul>`);
  });

  test('keeps the id of a day when another page shows it, and leads there', () => {
    const before = many(MAX_TITLES, () => ({ added: '2025-01-01' }));
    const [, day] = entriesOf(...before, paper('new', { added: '2026-01-01' }));
    expect(day).toMatchObject({
      id: 'https://x.example/changes/#2025-01-01',
      link: 'https://x.example/changes/2025/#2025-01-01',
    });
    expect(entriesOf(...before)[0]?.id).toBe(day?.id);
  });

  test('tells the number of what is too much for an entry', () => {
    const [entry] = entriesOf(...many(MAX_TOLD + 5, () => ({ added: '2026-01-01' })));
    expect(entry?.html.match(/<li>/g)?.length).toBe(MAX_TOLD + 1);
    expect(entry?.html).toContain('<li>and 5 more</li>');
  });
});
