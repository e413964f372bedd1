import { expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { isChatter } from './chatter.ts';

const chatterOf = (text: string) =>
  analyze(text)
    .filter(({ form }) => isChatter(form))
    .map(({ form }) => form.word);

test('what people put around what they look for is chatter, in whatever inflection', () => {
  expect(chatterOf('papers that show me how people use GPUs')).toEqual([
    'papers',
    'show',
    'people',
    'use',
  ]);
  expect(chatterOf("things I'm trying and don't know")).toEqual([
    'things',
    'trying',
    'dont',
    'know',
  ]);
});

test('an acronym is none', () => {
  expect(chatterOf('US')).toEqual([]);
  expect(chatterOf('used')).toEqual(['used']);
});
