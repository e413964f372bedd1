import { expect, test } from 'vitest';
import type { Blame, TypedFilter } from '../../search/protocol.ts';
import { EMPTY_STATE, type SearchState } from '../../search/url-state.ts';
import { blameSteps, dropSteps, spellingSteps } from './steps.ts';

const state: SearchState = {
  ...EMPTY_STATE,
  q: 'kv',
  has: ['code'],
  topic: ['edge-ai'],
  sort: 'title',
  page: 3,
};

const noName = () => undefined;

const npu: TypedFilter = {
  facet: 'topic',
  typed: ['npu'],
  values: ['npus'],
  meant: 1,
  clause: 'topic:npu',
};

test('each filter is taken back alone, and all together', () => {
  expect(dropSteps(state, [], noName)).toEqual([
    {
      key: 'topic=edge-ai',
      text: 'Topic: edge-ai',
      state: { ...state, topic: [], page: 1 },
      drops: true,
    },
    { key: 'has=code', text: 'Has: Code', state: { ...state, has: [], page: 1 }, drops: true },
    { key: '', text: 'Clear all', state: { ...EMPTY_STATE, q: 'kv', sort: 'title' } },
  ]);
});

test('a typed filter is taken back by taking it out of the words', () => {
  const typed = { ...EMPTY_STATE, q: 'kv topic:npu cache' };
  const steps = dropSteps(typed, [npu], () => 'NPUs');
  expect(steps).toMatchObject([{ text: 'Topic: NPUs', state: { q: 'kv cache' }, drops: true }]);
  const both = dropSteps({ ...typed, has: ['code'] }, [npu], noName);
  expect(both.map(({ text }) => text)).toEqual(['Topic: npus', 'Has: Code', 'Clear all']);
  expect(both.at(-1)?.state).toEqual({ ...EMPTY_STATE, q: 'kv cache' });
});

test('one filter alone needs no other way to take it back', () => {
  const steps = dropSteps({ ...EMPTY_STATE, has: ['code'] }, [], () => 'Code');
  expect(steps.map(({ text }) => text)).toEqual(['Has: Code']);
});

test('a near spelling replaces the words and keeps the filters', () => {
  const spelling = { typed: 'cahce', instead: 'cache', q: 'kv cache' };
  expect(spellingSteps(state, [spelling])).toEqual([
    { key: 'kv cache', text: 'cache', state: { ...state, q: 'kv cache', page: 1 } },
  ]);
});

test('of several misspelt words each near spelling says which it is for', () => {
  const spellings = [
    { typed: 'cahce', instead: 'cache', q: 'kw cache' },
    { typed: 'kw', instead: 'kv', q: 'kv cahce' },
  ];
  const notes = spellingSteps(state, spellings).map(({ note }) => note);
  expect(notes).toEqual(['instead of “cahce”', 'instead of “kw”']);
});

test('what is to blame is left out by one step, which says how much that finds', () => {
  const blame: Blame = { kind: 'word', label: 'kv', without: { ...state, q: '' }, count: 1200 };
  expect(blameSteps([blame], noName)).toMatchObject([
    { text: 'without “kv”', note: '1,200 papers', state: { ...state, q: '' } },
  ]);
});
