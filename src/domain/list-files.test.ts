import { expect, test } from 'vitest';
import { buildCatalog } from './catalog.ts';
import { paperIdSchema } from './fields.ts';
import { readListEntrance, toListEntrance } from './list-files.ts';
import { siteSettingsSchema } from './site-settings.ts';

const paper = (id: string, fields: object = {}) => ({
  id: paperIdSchema.parse(id),
  title: id,
  abstract: '',
  ...fields,
});

test('tells what became of papers', () => {
  const catalog = buildCatalog({
    site: {
      ...siteSettingsSchema.parse({ schema: 1, title: 'S', description: 'S.' }),
      welcome: '',
    },
    topics: [],
    concepts: [],
    papers: [
      paper('new', { aliases: ['old', 'constructor'] }),
      paper('gone', { withdrawn: 'By its authors.' }),
    ],
  });
  const entrance = toListEntrance(catalog, '/x/terms.json');
  expect(entrance).toEqual({
    terms: '/x/terms.json',
    moved: { old: 'new', constructor: 'new' },
    withdrawn: { gone: 'By its authors.' },
  });
  expect(readListEntrance(JSON.parse(JSON.stringify(entrance)))).toEqual(entrance);
});

test.each([null, [], {}, { terms: 1 }])('is not %j', (value) => {
  expect(() => readListEntrance(value)).toThrow('names no terms');
});

test('leaves out what is no id or no text', () => {
  expect(readListEntrance({ terms: 't', moved: { A: 'b', c: 1, d: 'e' }, withdrawn: 7 })).toEqual({
    terms: 't',
    moved: { d: 'e' },
    withdrawn: {},
  });
});
