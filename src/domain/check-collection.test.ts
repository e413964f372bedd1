import { describe, expect, test } from 'vitest';
import { checkCollection, type Surroundings } from './check-collection.ts';
import type { CheckedCollection } from './collection-judge.ts';
import { conceptSchema, type Concept } from './concept.ts';
import { conceptIdSchema, paperIdSchema, topicIdSchema } from './fields.ts';
import { paperSchema, type Paper } from './paper.ts';
import type { Topic } from './topic.ts';

const paper = (id: string, fields: object = {}): Paper => ({
  ...paperSchema.parse({ title: `Title of ${id}`, topics: ['light'], ...fields }),
  id: paperIdSchema.parse(id),
  abstract: '',
});
const topic = (id: string): Topic => ({
  id: topicIdSchema.parse(id),
  name: id,
  summary: id,
  order: 1,
  introduction: '',
});
const concept = (id: string, fields: object = {}): Concept => ({
  ...conceptSchema.parse({ name: `Name of ${id}`, ...fields }),
  id: conceptIdSchema.parse(id),
  definition: '',
});

const problemsOf = (parts: Partial<CheckedCollection>, around: Partial<Surroundings> = {}) =>
  checkCollection(
    { papers: [], topics: [topic('light')], concepts: [], ...parts },
    { shownAs: 'content', ...around },
  );

/** `error papers/a topics.0`, enough to tell problems apart. */
const briefly = (...args: Parameters<typeof problemsOf>): readonly string[] =>
  problemsOf(...args).map(({ severity, file, field = '' }) =>
    `${severity} ${file.replace(/^content\/|\.md$/g, '')} ${field}`.trim(),
  );

const site = { schema: 1, title: 'S', description: 'D', language: 'en', cards: 'auto' } as const;

describe('checkCollection', () => {
  test('finds nothing wrong with a sound collection', () => {
    const problems = briefly(
      {
        site: { ...site, welcome: '', address: 'https://example.org' },
        papers: [paper('a', { aliases: ['old'] }), paper('b', { doi: '10.1000/1' })],
        concepts: [
          concept('ray', { aliases: ['RAY'], topics: ['light'], related: ['beam'] }),
          concept('beam', { broader: ['ray'] }),
        ],
      },
      { ledgerIds: ['a', 'b', 'old'] },
    );
    expect(problems).toEqual([]);
  });

  test('names topics that nobody wrote, and the nearest that somebody did', () => {
    const [problem, ...others] = problemsOf({
      papers: [paper('a', { topics: ['light', 'ligth'] })],
    });
    expect(others).toEqual([]);
    expect(problem).toEqual({
      severity: 'error',
      file: 'content/papers/a.md',
      field: 'topics.1',
      found: 'the unknown id "ligth"',
      wanted: 'an id of topics',
      hint: 'Did you mean `light`?',
    });
  });

  test('does not blame an entry for one that could not be read', () => {
    const broken = { papers: ['p'], topics: ['dark'], concepts: ['ray'] };
    const parts = {
      papers: [paper('a', { topics: ['dark'] })],
      concepts: [concept('beam', { broader: ['ray'], topics: ['dark'] })],
    };
    expect(briefly(parts, { broken, ledgerIds: ['p'] })).toEqual([]);
    expect(briefly(parts)).toHaveLength(3);
  });

  test('finds what concepts refer to in vain', () => {
    const fields = { topics: ['x'], broader: ['beam', 'y'], related: ['z', 'ray'] };
    expect(briefly({ concepts: [concept('ray', fields), concept('beam')] })).toEqual([
      'error concepts/ray topics.0',
      'error concepts/ray broader.1',
      'error concepts/ray related.0',
      'error concepts/ray related',
    ]);
  });

  test('refuses the ids of pages of its own', () => {
    expect(briefly({ topics: [topic('no-topic-yet')] })).toEqual(['error topics/no-topic-yet']);
  });

  test('refuses aliases that are ids or that two papers claim', () => {
    const papers = [
      paper('a', { aliases: ['b', 'old'] }),
      paper('b', { aliases: ['old', 'b'] }),
      paper('c', { aliases: ['old'] }),
    ];
    expect(briefly({ papers }).toSorted()).toEqual([
      'error papers/a aliases.0',
      'error papers/b aliases',
      'error papers/b aliases',
      'error papers/b aliases.1',
      'error papers/c aliases',
    ]);
  });

  test.each([
    ['doi', { doi: '10.1000/AB' }, { doi: '10.1000/ab' }],
    ['arxiv', { arxiv: '2403.10020' }, { arxiv: '2403.10020' }],
    ['title', { title: 'Été: a Study' }, { title: 'ete a study!' }],
  ])('warns of the same %s twice', (field, one, other) => {
    const papers = [paper('a', one), paper('b', other), paper('c')];
    expect(briefly({ papers })).toEqual([`warning papers/b ${field}`]);
  });

  test('does not compare titles without a letter', () => {
    expect(briefly({ papers: [paper('a', { title: '?' }), paper('b', { title: '!' })] })).toEqual(
      [],
    );
  });

  test('refuses a word that two concepts claim', () => {
    const concepts = [
      concept('retrieval', { name: 'Retrieval', aliases: ['RAG'] }),
      concept('rag', { name: 'Rag' }),
      concept('cloth', { name: 'Cloth', aliases: ['fabric', 'retrieval', 'CLOTH'] }),
    ];
    expect(briefly({ concepts })).toEqual([
      'error concepts/cloth aliases',
      'error concepts/rag name',
    ]);
  });

  test('refuses a word that two concepts claim in different spellings', () => {
    const concepts = [
      concept('kv-cache', {
        name: 'KV cache',
        aliases: ['C++', 'café', 'neural architecture search'],
      }),
      concept('store', { aliases: ['kv-caches', 'KVCache', 'C'] }),
      concept('tea', { name: 'Cafe' }),
      concept('nas', { name: 'Neural-Architecture Search' }),
    ];
    expect(briefly({ concepts })).toEqual([
      'error concepts/store aliases',
      'error concepts/tea name',
      'error concepts/nas name',
    ]);
  });

  test('lists papers without a topic, notices aside', () => {
    const papers = [
      paper('a', { topics: undefined }),
      paper('b', { topics: [] }),
      paper('c', { topics: [], withdrawn: 'Why.' }),
    ];
    expect(briefly({ papers })).toEqual(['warning papers/a topics', 'warning papers/b topics']);
    expect(briefly({ papers, topics: [] })).toEqual([]);
  });

  test('wants something at every address that was ever published', () => {
    const papers = [paper('a', { aliases: ['old'] }), paper('notice', { withdrawn: 'Why.' })];
    const ledgerIds = ['a', 'gone', 'notice', 'old', 'gone'];
    expect(briefly({ papers }, { ledgerIds })).toEqual(['error papers/gone']);
  });

  test('warns of a site without an address', () => {
    expect(briefly({ site: { ...site, welcome: '' } })).toEqual(['warning site address']);
  });
});
