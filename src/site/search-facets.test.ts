import { expect, test } from 'vitest';
import { buildCatalog } from '../domain/catalog.ts';
import { topicIdSchema, paperIdSchema } from '../domain/fields.ts';
import type { Paper } from '../domain/paper.ts';
import { siteSettingsSchema } from '../domain/site-settings.ts';
import type { Topic } from '../domain/topic.ts';
import { searchFacets } from './search-facets.ts';

const topic = (id: string, order: number): Topic => ({
  id: topicIdSchema.parse(id),
  name: id.toUpperCase(),
  summary: id,
  order,
  introduction: '',
});

const paper = (id: string, fields: Partial<Paper>): Paper => ({
  id: paperIdSchema.parse(id),
  title: id,
  abstract: '',
  ...fields,
});

const [first, second, bare] = [topic('z', 1), topic('a', 2), topic('b', 3)];

const catalog = buildCatalog({
  site: {
    ...siteSettingsSchema.parse({ schema: 1, title: 'Shelf', description: 'A shelf.' }),
    welcome: '',
  },
  topics: [bare, second, first],
  concepts: [],
  papers: [
    paper('one', { topics: [first.id, second.id], kind: 'method' }),
    paper('two', {
      topics: [first.id],
      kind: 'survey',
      links: [{ kind: 'code', url: 'https://code.example/two' }],
    }),
    paper('gone', { topics: [bare.id], kind: 'position', withdrawn: 'By its authors.' }),
  ],
});

test('topics come in their order, kinds in theirs, and what no listed paper has is left out', () => {
  expect(searchFacets(catalog)).toEqual({
    topic: [
      { value: 'z', name: 'Z', count: 2 },
      { value: 'a', name: 'A', count: 1 },
    ],
    kind: [
      { value: 'survey', name: 'Survey', count: 1 },
      { value: 'method', name: 'Method', count: 1 },
    ],
    has: [{ value: 'code', name: 'Code', count: 1 }],
  });
});
