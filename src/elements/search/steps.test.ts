import { expect, test } from 'vitest';
import { EMPTY_STATE, type SearchState } from '../../search/url-state.ts';
import { dropSteps, spellingSteps } from './steps.ts';

const state: SearchState = {
  ...EMPTY_STATE,
  q: 'kv',
  has: ['code'],
  topic: ['edge-ai'],
  sort: 'title',
  page: 3,
};

test('each filter is taken back alone, and all together', () => {
  const nameOf = () => undefined;
  expect(dropSteps(state, nameOf)).toEqual([
    { text: 'Topic: edge-ai', state: { ...state, topic: [], page: 1 }, drops: true },
    { text: 'Has: Code', state: { ...state, has: [], page: 1 }, drops: true },
    { text: 'Clear all', state: { ...EMPTY_STATE, q: 'kv', sort: 'title' } },
  ]);
});

test('one filter alone needs no other way to take it back', () => {
  const steps = dropSteps({ ...EMPTY_STATE, has: ['code'] }, () => 'Code');
  expect(steps.map(({ text }) => text)).toEqual(['Has: Code']);
});

test('a near spelling replaces the words and keeps the filters', () => {
  const spelling = { typed: 'cahce', instead: 'cache', q: 'cache' };
  expect(spellingSteps(state, [spelling])).toEqual([
    { text: 'cache', state: { ...state, q: 'cache', page: 1 } },
  ]);
});
