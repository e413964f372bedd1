import { expect, test } from 'vitest';
import { MAX_ENTRIES, toFeedEntries, updatedOf } from './feed-entries.ts';
import type { TopicId } from './fields.ts';
import type { Paper } from './paper.ts';
import type { Topic } from './topic.ts';

const bees = { id: 'bees' as TopicId, name: 'Bees' } as Topic;
const CONTEXT = {
  addressOf: ({ id }: Paper) => `https://x.example/papers/${id}/`,
  topicById: new Map([[bees.id, bees]]),
};

const paper = (id: string, fields: object): Paper =>
  ({ id, title: id, abstract: '', ...fields }) as Paper;

const entriesOf = (...papers: readonly Paper[]) => toFeedEntries(papers, CONTEXT);

test('the newest papers come first, those of one day as they were, those without a day not at all', () => {
  const entries = entriesOf(
    paper('a', { added: '2026-01-01' }),
    paper('b', { added: '2026-02-01' }),
    paper('c', {}),
    paper('d', { added: '2026-02-01' }),
  );
  expect(entries.map(({ title }) => title)).toEqual(['b', 'd', 'a']);
  expect(entries[0]?.id).toBe('https://x.example/papers/b/');
});

test('a hundred papers are enough', () => {
  const papers = Array.from({ length: MAX_ENTRIES + 1 }, (_, at) =>
    paper(`p${at}`, { added: '2026-01-01' }),
  );
  expect(entriesOf(...papers).length).toBe(MAX_ENTRIES);
});

test('a notice updates an entry and its feed, but publishes neither anew', () => {
  const corrections = [{ date: '2026-03-01', kind: 'erratum', note: 'x' }];
  const entries = entriesOf(paper('a', { added: '2026-01-01', corrections }));
  expect(entries[0]).toMatchObject({
    published: '2026-01-01T00:00:00Z',
    updated: '2026-03-01T00:00:00Z',
  });
  expect(updatedOf(entries)).toBe('2026-03-01T00:00:00Z');
  expect(updatedOf([])).toBe('1970-01-01T00:00:00Z');
});

test('an abstract is text, whatever stands in it, and free of what XML cannot say', () => {
  const abstract = 'a < b & ]]>\n\n<p>\u0000\ufffe two';
  const [entry] = entriesOf(
    paper('a', { added: '2026-01-01', abstract, topics: ['bees', 'none'] }),
  );
  expect(entry?.html).toBe('<p>a &lt; b &amp; ]]&gt;</p>\n<p>&lt;p&gt; two</p>');
  expect(entry?.topics).toEqual([bees]);
});
