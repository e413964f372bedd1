import { expect, test } from 'vitest';
import { conceptRow, paperRow, searchUrl, topicRow } from './rows.ts';

const HIT = {
  id: 'a-paper',
  title: 'A Paper',
  titleMarks: [[0, 1]],
  topics: ['t'],
  hasCode: false,
  score: 1,
} as const;

test('addresses lie below the base', () => {
  expect(searchUrl('/x/', '')).toBe('/x/search/');
  expect(searchUrl('/x/', 'kv cache & <b>')).toBe('/x/search/?q=kv+cache+%26+%3Cb%3E');
  expect(paperRow('/x/', HIT, '').url).toBe('/x/papers/a-paper/');
  expect(topicRow('/', { entry: { id: 't', name: 'T' } }).url).toBe('/topics/t/');
});

test('a paper shows who wrote it, or else its topic', () => {
  expect(paperRow('/', HIT, 'Topic').about).toBe('Topic');
  expect(paperRow('/', { ...HIT, byline: 'Ada, 2024' }, 'Topic').about).toBe('Ada, 2024');
});

test('a concept leads to its page and shows the alias that was typed', () => {
  const entry = { name: 'Retrieval-augmented generation', aliases: ['RAG'] };
  expect(conceptRow('/x/', { entry, alias: 'RAG' })).toMatchObject({
    url: '/x/concepts/retrieval-augmented-generation/',
    about: 'RAG',
  });
  expect(conceptRow('/', { entry: { ...entry, id: 'rag' } }).url).toBe('/concepts/rag/');
  expect(conceptRow('/', { entry }).about).toBe('');
});
