import { expect, test } from 'vitest';
import type { Blame, TypedFilter } from '../../search/protocol.ts';
import { EMPTY_STATE, type Facet } from '../../search/url-state.ts';
import {
  blameToText,
  boundText,
  filterToText,
  moreText,
  nowhereText,
  resultsHeading,
  resultsStatus,
  typedToText,
  unknownText,
  valueToText,
} from './words.ts';

test.each([
  [0, '', 'No papers'],
  [0, 'nas', 'No papers for “nas”'],
  [1, 'nas', '1 paper for “nas”'],
  [1200, '', '1,200 papers'],
])('the heading of %i results for "%s" is "%s"', (total, q, heading) => {
  expect(resultsHeading(total, q)).toBe(heading);
});

test.each([
  [0, false, 'No papers found.'],
  [0, true, 'No papers found.'],
  [1, false, '1 paper found.'],
  [7, true, '7 papers found, near matches.'],
])('the status of %i results, loosened: %s, is "%s"', (total, loosened, status) => {
  expect(resultsStatus(total, loosened)).toBe(status);
});

test('while only titles are searched, nothing found is not final, and the status says so', () => {
  expect(resultsHeading(0, 'nas', true)).toBe('No papers for “nas” so far');
  expect(resultsHeading(2, 'nas', true)).toBe('2 papers for “nas”');
  expect(resultsStatus(2, false, true)).toBe('2 papers found, titles only so far.');
});

test.each([
  [20, 119, 'Show 20 more'],
  [100, 119, 'Show 19 more'],
  [20, 21, 'Show 1 more'],
])('with %i of %i shown the button says "%s"', (shown, total, text) => {
  expect(moreText(shown, total)).toBe(text);
});

test('a list that goes no further says so', () => {
  expect(boundText(500, 10_000)).toBe(
    'These are the first 500 of 10,000 papers: more words or filters find the others.',
  );
});

test('a filter is called by its name, or by its value when the page has no name for it', () => {
  expect(filterToText({ facet: 'topic', value: 'edge-ai' }, 'Edge AI')).toBe('Topic: Edge AI');
  expect(filterToText({ facet: 'topic', value: 'gone' })).toBe('Topic: gone');
  expect(filterToText({ facet: 'year', value: '2020..2024' })).toBe('Year: 2020 to 2024');
});

test.each<[facet: Facet, value: string, text: string]>([
  ['kind', 'benchmark-dataset', 'Benchmark or dataset'],
  ['has', 'project', 'Project page'],
  ['kind', 'toString', 'toString'],
  ['year', '2024', '2024'],
  ['year', '2020..', 'since 2020'],
  ['year', '..2024', 'until 2024'],
  ['venue', 'A..B', 'A..B'],
])('the %s "%s" is called "%s"', (facet, value, text) => {
  expect(valueToText(facet, value)).toBe(text);
});

const nameOf = ({ value }: { value: string }) => (value === 'edge-ai' ? 'Edge AI' : undefined);

test.each<[typed: Partial<TypedFilter>, text: string]>([
  [{ values: ['edge-ai'], meant: 1 }, 'Topic: Edge AI'],
  [{ values: [], meant: 0 }, 'Topic: edge'],
  [{ values: ['edge-ai', 'edge-tpu'], meant: 2 }, 'Topic: edge'],
  [{ typed: ['edge', 'npu'], values: ['edge-ai', 'npu'], meant: 2 }, 'Topic: edge or npu'],
  [{ facet: 'year', typed: ['2020..'], values: ['2020..'], meant: 1 }, 'Year: since 2020'],
])('a typed filter %j is called “%s”', (typed, text) => {
  const filter = { facet: 'topic', typed: ['edge'], clause: 'topic:edge', values: [], meant: 0 };
  expect(typedToText({ ...filter, ...typed } as TypedFilter, nameOf)).toBe(text);
});

test.each<[blame: Partial<Blame>, text: string]>([
  [{ kind: 'word', label: 'zebra' }, 'without “zebra”'],
  [{ kind: 'exclusion', label: '-zebra' }, 'without “-zebra”'],
  [{ kind: 'phrase', label: '"kv cache"' }, 'without "kv cache"'],
  [{ kind: 'filter', label: 'topic:npu' }, 'without topic:npu'],
  [{ filter: { facet: 'topic', value: 'edge-ai' }, label: 'edge-ai' }, 'without Topic: Edge AI'],
  [{ kind: 'filter', label: '' }, 'without any filter'],
  [{ kind: 'operator', label: '' }, 'by its plain words alone'],
])('what is to blame, %j, is called “%s”', (blame, text) => {
  const base = { kind: 'filter', without: EMPTY_STATE, count: 1 } as const;
  expect(blameToText({ ...base, label: '', ...blame }, nameOf)).toBe(text);
});

test('unknown fields are told apart from text', () => {
  expect(unknownText([])).toBe('');
  expect(unknownText(['colour'])).toBe('There is no field “colour”: it was searched as text.');
  expect(unknownText(['colour', 'size'])).toBe(
    'There are no fields “colour” and “size”: they were searched as text.',
  );
});

test('values that no paper has are told', () => {
  const filter = { facet: 'topic', typed: ['npu'], values: [], meant: 0, clause: '' } as const;
  expect(nowhereText([])).toBe('');
  expect(nowhereText([{ ...filter, meant: 1 }])).toBe('');
  expect(nowhereText([filter, { ...filter, facet: 'has', typed: ['tea', 'milk'] }])).toBe(
    'No paper here has the topic “npu”. No paper here has “tea” or “milk”.',
  );
});
