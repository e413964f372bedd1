import { expect, test } from 'vitest';
import { startExamples } from './start-examples.ts';

const of = (...all: readonly string[]) => startExamples(all.map((q) => ({ q }))).map(({ q }) => q);

test('words come first, then the topic and the kind', () => {
  expect(
    of('"large models"', 'large -models', 'title:large', 'kind:survey', 'topic:npu', 'has:code'),
  ).toEqual(['"large models"', 'topic:npu', 'kind:survey']);
});

test('what a collection does not have is not shown', () => {
  expect(of()).toEqual([]);
  expect(of('has:code', 'year:2020..2024')).toEqual(['has:code', 'year:2020..2024']);
});
