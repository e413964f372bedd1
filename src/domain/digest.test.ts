import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOf } from './days.ts';
import { digestOf, MAX_SHOWN, planDigests, QUIET_SHARE, WINDOW_DAYS } from './digest.ts';
import type { Paper } from './paper.ts';

const FIRST = dayNumber('2026-01-01');

const paper = (id: string, added?: string): Paper =>
  ({ id, title: id, abstract: '', ...(added !== undefined && { added }) }) as Paper;

/** Papers of one day. */
const papersOf = (count: number, added: string, prefix = 'p'): readonly Paper[] =>
  Array.from({ length: count }, (_, at) => paper(`${prefix}${at}`, added));

const idsOf = (papers: readonly Paper[]): readonly string[] => papers.map(({ id }) => id);

/** Papers on some of the first eighty days, by title. */
const anyPapers = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), fc.nat({ max: 80 })), {
    selector: ([id]) => id,
    minLength: 1,
    maxLength: 40,
  })
  .map((pairs) => pairs.map(([id, day]) => paper(id, dayOf(FIRST + day))))
  .map((papers) => papers.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

const firstDay = (papers: readonly Paper[]): number =>
  Math.min(...papers.map(({ added = '' }) => dayNumber(added)));

/** What each day brings, day by day, as if every day were asked for alone. */
const dayByDay = (papers: readonly Paper[], days: number) =>
  Array.from({ length: days }, (_, at) => digestOf(papers, dayOf(firstDay(papers) + at)));

describe('which days have a digest', () => {
  test('every day with papers and each of the last sixty days, in order', () => {
    fc.assert(
      fc.property(anyPapers, fc.nat({ max: 200 }), (papers, after) => {
        const until = firstDay(papers) + after;
        const days = Array.from({ length: after + 1 }, (_, at) => firstDay(papers) + at)
          .filter(
            (day) => day > until - WINDOW_DAYS || papers.some(({ added }) => added === dayOf(day)),
          )
          .map(dayOf);
        expect(planDigests(papers, dayOf(until)).map(({ date }) => date)).toEqual(days);
      }),
    );
  });

  test('up to the newest paper when nobody says until when', () => {
    const papers = [paper('a', '2026-01-01'), paper('b', '2026-01-03')];
    expect(planDigests(papers).map(({ date, isNew }) => [date, isNew])).toEqual([
      ['2026-01-01', true],
      ['2026-01-02', false],
      ['2026-01-03', true],
    ]);
  });

  test('none without papers, without days, or before the first', () => {
    expect(planDigests([])).toEqual([]);
    expect(planDigests([], '2026-01-01')).toEqual([]);
    expect(planDigests([paper('a')], '2026-01-01')).toEqual([]);
    expect(planDigests([paper('a', '2026-01-02')], '2026-01-01')).toEqual([]);
  });

  test('to the end of the calendar', () => {
    const digests = planDigests([paper('a', '0001-01-01'), paper('b', '9999-12-31')]);
    expect(digests.length).toBe(WINDOW_DAYS + 1);
    expect(digests.at(-1)?.date).toBe('9999-12-31');
  });
});

describe('a day with new papers', () => {
  test('brings them and no others, at most twenty in full, all in the order given', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), (more) => {
        const papers = papersOf(more + 1, '2026-01-02');
        const digest = digestOf([paper('old', '2026-01-01'), ...papers], '2026-01-02')!;
        expect(digest.isNew).toBe(true);
        expect(digest.papers.length).toBe(Math.min(MAX_SHOWN, papers.length));
        const both = [...digest.papers, ...digest.rest];
        expect(papers.filter((one) => both.includes(one))).toEqual(papers);
        expect(both.length).toBe(papers.length);
        for (const part of [digest.papers, digest.rest])
          expect(papers.filter((one) => part.includes(one))).toEqual(part);
      }),
    );
  });

  test('shows those that it showed before when another comes, but for one at most', () => {
    const papers = papersOf(40, '2026-01-01');
    const before = idsOf(digestOf(papers, '2026-01-01')!.papers);
    const after = idsOf(digestOf([...papers, paper('x', '2026-01-01')], '2026-01-01')!.papers);
    expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
  });
});

describe('a day without new papers', () => {
  test('brings five, or all that there are', () => {
    fc.assert(
      fc.property(anyPapers, fc.nat({ max: 120 }), (papers, after) => {
        const date = dayOf(firstDay(papers) + after);
        const digest = digestOf(papers, date)!;
        const there = papers.filter(({ added = '' }) => added <= date);
        if (digest.isNew) return;
        expect(new Set(digest.papers).size).toBe(Math.min(QUIET_SHARE, there.length));
        expect(digest.papers.every((one) => there.includes(one))).toBe(true);
        expect(digest.rest).toEqual([]);
      }),
    );
  });

  test('every window of a fifth of the collection has each paper exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 300 }), (fifth, start) => {
        const papers = papersOf(fifth * QUIET_SHARE, '2026-01-01');
        const window = Array.from({ length: fifth }, (_, at) =>
          digestOf(papers, dayOf(FIRST + 1 + start + at)),
        );
        const shown = idsOf(window.flatMap((digest) => digest?.papers ?? []));
        expect(shown.toSorted()).toEqual(idsOf(papers).toSorted());
      }),
    );
  });

  test('no paper comes again before all others that are there had a turn', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const lastShown = new Map<string, number>();
        let turn = 0;
        for (const digest of dayByDay(papers, 140)) {
          const shown = idsOf(digest?.papers ?? []);
          const others = [...lastShown].filter(([id]) => !shown.includes(id));
          if (digest?.isNew === false)
            for (const id of shown)
              for (const [other, last] of others)
                expect(last, `${other} before ${id}`).toBeGreaterThanOrEqual(lastShown.get(id)!);
          turn += 1;
          for (const id of [...shown, ...idsOf(digest?.rest ?? [])]) lastShown.set(id, turn);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('begins with what the day of an import only named', () => {
    const papers = papersOf(MAX_SHOWN + 7, '2026-01-01');
    const { rest } = digestOf(papers, '2026-01-01')!;
    const quiet = [1, 2].flatMap((day) => digestOf(papers, dayOf(FIRST + day))!.papers);
    expect(idsOf(quiet.slice(0, rest.length)).toSorted()).toEqual(idsOf(rest).toSorted());
  });
});

test('the digests of a time are those of its days, each asked for alone', () => {
  fc.assert(
    fc.property(anyPapers, fc.nat({ max: 150 }), (papers, after) => {
      const until = dayOf(firstDay(papers) + after);
      for (const digest of planDigests(papers, until))
        expect(digest).toEqual(digestOf(papers, digest.date));
    }),
    { numRuns: 30 },
  );
});

test('a paper changes nothing before the day on which it is added', () => {
  fc.assert(
    fc.property(anyPapers, fc.nat({ max: 120 }), (papers, after) => {
      const day = firstDay(papers) + after;
      const more = [...papers, paper('zzzz', dayOf(day))];
      const before = (all: readonly Paper[]) => planDigests(all, dayOf(day - 1));
      expect(before(more)).toEqual(before(papers));
    }),
  );
});

test('the order in which papers are read changes nothing but the order of new ones', () => {
  fc.assert(
    fc.property(anyPapers, (papers) => {
      const sorted = (all: readonly Paper[]) =>
        planDigests(all, '2026-12-31').map(({ isNew, papers: shown }) =>
          isNew ? idsOf(shown).toSorted() : idsOf(shown),
        );
      expect(sorted(papers.toReversed())).toEqual(sorted(papers));
    }),
  );
});

test('ten thousand papers on as many days take a moment', () => {
  const papers = Array.from({ length: 10_000 }, (_, at) => paper(`p${at}`, dayOf(FIRST - at)));
  const plan = (days: number) => planDigests(papers.slice(0, days));
  expect(plan).toTakeTimeInProportion(10_000);
  expect(plan(10_000).length).toBe(10_000);
});
