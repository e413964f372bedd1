import { expect, test } from 'vitest';
import { toDigestEntry } from './digest-feed.ts';
import { toDigestItem } from './digest-items.ts';
import { digestLede } from './digest-words.ts';
import type { Digest } from './digest.ts';
import type { TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import type { Topic } from './topic.ts';

const kilns = { id: 'kilns' as TopicId, name: 'Kilns & ovens' } as Topic;
const CONTEXT = { topicById: new Map([[kilns.id, kilns]]) };

const paper = (fields: object): Paper =>
  ({ id: 'a', title: 'A <b>', abstract: '', ...fields }) as Paper;
const textOf = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map(({ text }) => text).join('');

const ABSTRACT =
  'Kilns waste heat. We propose a lid of clay that keeps it in. Experiments show that it saves 40% of the wood.';

test('an item leads with what is new and has the figures, as the page of the paper does', () => {
  const item = toDigestItem(paper({ abstract: ABSTRACT, topics: ['kilns', 'x'] }), CONTEXT);
  expect(item.topic).toBe(kilns);
  expect(textOf(item.lead)).toBe('We propose a lid of clay that keeps it in.');
  expect(item.figures.map(textOf).join()).toContain('40%');
  expect(item.figures.flat().some(({ text, isNumber }) => isNumber && text === '40%')).toBe(true);
});

test('an abstract that says nothing of the kind leads with its beginning, cut at a word', () => {
  const abstract = 'The harbour lies still. '.repeat(40).trim();
  const { lead, figures, topic } = toDigestItem(paper({ abstract, topics: ['gone'] }), CONTEXT);
  expect(textOf(lead)).toMatch(/^The harbour lies still\. .*…$/);
  expect(textOf(lead).length).toBeLessThanOrEqual(240);
  expect([figures, topic]).toEqual([[], undefined]);
  expect(toDigestItem(paper({}), CONTEXT).lead).toEqual([]);
});

const digestOf = (fields: Partial<Digest>): Digest => ({
  date: '2026-11-23',
  isNew: true,
  papers: [paper({})],
  rest: [],
  ...fields,
});

test('a day is an entry whose id is its address, and tells of no more than it has', () => {
  const digest = digestOf({ rest: [paper({ id: 'b' }), paper({ id: 'c' })] });
  const items = digest.papers.map((one) => toDigestItem(one, CONTEXT));
  const entry = toDigestEntry(digest, items, (path) => `https://x.example${path}`);
  expect(entry).toMatchObject({
    id: 'https://x.example/digest/2026-11-23/',
    title: 'Digest of 23 November 2026: 3 new papers',
    updated: '2026-11-23T00:00:00Z',
  });
  expect(entry.html).toContain('<a href="https://x.example/papers/a/">A &lt;b&gt;</a>');
  expect(entry.html).toContain(
    '<a href="https://x.example/digest/2026-11-23/">2 more new papers</a>',
  );
});

test.each([
  [digestOf({}), '1 new paper.'],
  [digestOf({ rest: [paper({})] }), '2 new papers: 1 of them here, the others linked below.'],
  [
    digestOf({ isNew: false }),
    'No new papers on this day. Instead, 1 paper from the collection whose turn it is.',
  ],
])('a day begins with what it brings: %#', (digest, words) => {
  expect(digestLede(digest)).toBe(words);
});
