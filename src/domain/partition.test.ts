import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperIdSchema } from './fields.ts';
import type { Paper } from './paper.ts';
import {
  firstFork,
  letterOf,
  MAX_LIST_LENGTH,
  MAX_TITLES,
  pagesOf,
  partsBelow,
  splitByTitle,
  splitByYear,
  type Part,
} from './partition.ts';

const paper = (number: number, title: string, date?: string): Paper => ({
  id: paperIdSchema.parse(`paper-${number}`),
  title,
  abstract: '',
  ...(date === undefined ? {} : { date }),
});

// few beginnings, so that many papers share one, and titles of every script
const anyTitle = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'a',
        'an',
        'A study of',
        'Deep reinforcement learning for',
        'глубокое',
        '深層学習',
        'の',
        '?',
      ),
      fc.constantFrom('', ' things', ' Thing', '!', ' 3D', ' études'),
    )
    .map(([start, end]) => start + end),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
const anyDate = fc.option(fc.constantFrom('2023', '2024-05', '2024-06-01', '2025'), {
  nil: undefined,
  freq: 30,
});

/** Papers enough to be split, in many ways. */
const anyPapers = fc
  .array(fc.tuple(anyTitle, anyDate), { minLength: 1, maxLength: 12 })
  .chain((kinds) =>
    fc.array(fc.nat(kinds.length - 1), { maxLength: 900, size: 'max' }).map((picks) =>
      picks.map((pick, at) => {
        const [title = '', date] = kinds[pick] ?? [];
        return paper(at, title, date);
      }),
    ),
  );

const splitTitles = (papers: readonly Paper[]) => splitByTitle(papers);
const anySplit = fc.constantFrom(splitTitles, splitByYear);
const mostOf = (split: typeof splitByYear) =>
  split === splitTitles ? MAX_TITLES : MAX_LIST_LENGTH;
const idsOf = (part: Part<Paper>) => part.items.map(({ id }) => id);

describe('a split list', () => {
  test('has every paper on exactly one page, in the order of the list, and no page over the limit', () => {
    fc.assert(
      fc.property(anyPapers, anySplit, (papers, split) => {
        const pages = pagesOf(split(papers));
        const placed = pages.flatMap(idsOf);
        expect(placed.toSorted()).toEqual(papers.map(({ id }) => id).toSorted());
        for (const page of pages) {
          expect(page.items.length).toBeLessThanOrEqual(mostOf(split));
          const held = new Set(idsOf(page));
          expect(idsOf(page)).toEqual(papers.map(({ id }) => id).filter((id) => held.has(id)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('names its parts apart, fit for addresses and file systems', () => {
    fc.assert(
      fc.property(anyPapers, anySplit, (papers, split) => {
        const names = partsBelow(split(papers)).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9~_-]{1,250}$/);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of the papers', () => {
    const placesOf = (whole: Part<Paper>) =>
      pagesOf(whole).map((part) => [part.name, idsOf(part).toSorted()]);
    fc.assert(
      fc.property(anyPapers, anySplit, (papers, split) => {
        expect(placesOf(split(papers.toReversed()))).toEqual(placesOf(split(papers)));
      }),
      { numRuns: 30 },
    );
  });

  test('keeps the name of every part, and the pages of other papers, when papers are added', () => {
    fc.assert(
      fc.property(
        anyPapers,
        fc.array(anyTitle, { maxLength: 250, size: 'max' }),
        (papers, titles) => {
          const before = splitByTitle(papers);
          const added = titles.map((title, at) => paper(10_000 + at, title));
          const after = new Map(
            partsBelow(splitByTitle([...papers, ...added])).map((part) => [part.name, part]),
          );
          for (const part of partsBelow(before)) {
            const kept = after.get(part.name);
            expect(kept?.label).toBe(part.label);
            expect(idsOf(kept ?? before)).toEqual(expect.arrayContaining(idsOf(part)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('splitByTitle', () => {
  test('leaves a list that fits in one piece', () =>
    expect(splitByTitle([paper(1, 'A'), paper(2, 'B')]).parts).toEqual([]));

  test('splits three hundred papers of one title', () => {
    const papers = Array.from({ length: 300 }, (_, at) => paper(at, 'A Study'));
    const pages = pagesOf(splitByTitle(papers));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.label).toMatch(/^A study \([0-9a-f]\)$/);
    expect(pages[0]?.name).toMatch(/^a-study~[0-9a-f]$/);
  });

  test('splits a crowded letter further and leaves the others', () => {
    const crowd = Array.from({ length: 201 }, (_, at) =>
      paper(at, at % 2 === 0 ? 'Learning' : 'Light'),
    );
    const whole = splitByTitle([...crowd, paper(900, 'Zoo'), paper(901, 'Дом'), paper(902, '?!')]);
    expect(pagesOf(whole).map(({ name, label }) => [name, label])).toEqual([
      ['le', 'Le…'],
      ['li', 'Li…'],
      ['z', 'Z'],
      ['~', 'Signs only'],
      ['_434_', 'Д'],
    ]);
    expect(whole.parts.find(({ name }) => name === 'l')?.items).toHaveLength(201);
  });
});

describe('splitByYear', () => {
  const crowd = (length: number, date: string | undefined, from = 0) =>
    Array.from({ length }, (_, at) => paper(from + at, `Title ${at}`, date));

  test('splits by year, the newest first, with a place for papers without one', () => {
    const papers = [
      ...crowd(80, '2023'),
      ...crowd(80, '2024-05', 200),
      ...crowd(9, undefined, 400),
    ];
    expect(pagesOf(splitByYear(papers)).map(({ name, label }) => [name, label])).toEqual([
      ['2024', '2024'],
      ['2023', '2023'],
      ['undated', 'No date'],
    ]);
  });

  test('splits a crowded year by ranges of letters, and a crowded range by title', () => {
    const others = [
      paper(900, 'Zoo', '2024'),
      paper(901, '深層学習', '2024'),
      paper(902, 'Ω', '2024'),
    ];
    const pages = pagesOf(splitByYear([...crowd(201, '2024'), ...others]));
    expect(pages[0]).toMatchObject({ name: '2024-0', label: '2024, others' });
    expect(pages[1]).toMatchObject({ name: '2024-t-v-title-0', label: '2024, Title 0…' });
    expect(pages.at(-1)).toMatchObject({ name: '2024-w-z', label: '2024, W–Z' });
  });

  test('splits by title when many papers have no year', () => {
    const papers = [...crowd(150, '2024'), ...crowd(150, undefined, 200)];
    expect(splitByYear(papers)).toEqual(splitByTitle(papers, MAX_LIST_LENGTH));
  });
});

test.each([
  ['“The” end', 'T'],
  ['3D vision', '0–9'],
  ['Éclair', 'E'],
  ['Дом', 'Д'],
  ['深層', '深'],
  ['?!', 'Signs'],
])('files %j under %s', (title, letter) => expect(letterOf(title)).toBe(letter));

test('a list forks where readers have something to choose', () => {
  const leaf = (name: string): Part<never> => ({ name, label: name, items: [], parts: [] });
  const part = (name: string, ...parts: readonly Part<never>[]) => ({ ...leaf(name), parts });
  const day = part('day', leaf('a'), leaf('b'));
  expect(firstFork(part('', part('year', part('month', day)))).name).toBe('day');
  expect(firstFork(part('', part('year', leaf('month')))).name).toBe('year');
  expect(firstFork(part('', leaf('year'))).name).toBe('');
  expect(firstFork(leaf('')).name).toBe('');
});
