import { expect, test } from 'vitest';
import { paperIdSchema, type PaperId } from './fields.ts';
import { toRedirectLines } from './redirect-lines.ts';

const id = (text: string): PaperId => paperIdSchema.parse(text);

test('sends every former address to the present one, page and Markdown, in one order', () => {
  const redirects = new Map([
    [id('older'), id('new')],
    [id('old'), id('new')],
  ]);
  expect(toRedirectLines({ redirects, paperById: new Map() }, '/x/')).toBe(
    '/x/papers/old/ /x/papers/new/ 301\n' +
      '/x/papers/old.md /x/papers/new.md 301\n' +
      '/x/papers/older/ /x/papers/new/ 301\n' +
      '/x/papers/older.md /x/papers/new.md 301\n',
  );
});

test('says nothing when nothing moved', () => {
  expect(toRedirectLines({ redirects: new Map(), paperById: new Map() }, '/')).toBe('');
});

test('leads to no Markdown of a paper that was withdrawn', () => {
  const paper = { id: id('gone'), title: 'Gone', abstract: '', withdrawn: 'By mistake.' };
  const redirects = new Map([[id('old'), paper.id]]);
  const paperById = new Map([[paper.id, paper]]);
  expect(toRedirectLines({ redirects, paperById }, '/')).toBe('/papers/old/ /papers/gone/ 301\n');
});
