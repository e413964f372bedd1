import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv as AjvInstance } from 'ajv';
import { describe, expect, test } from 'vitest';
import { paperSchema } from '../../src/domain/paper.ts';
import { readEntry } from '../../src/entries/front-matter.ts';
import { jsonSchemaFiles } from './json-schemas.ts';

// a validator that somebody else wrote; it comes along with the linter
const require = createRequire(createRequire(import.meta.url).resolve('eslint'));
const Ajv = require('ajv') as new (options: { allErrors: boolean }) => AjvInstance;

const schemas = new Map(
  jsonSchemaFiles().map(({ name, text }) => [name, JSON.parse(text) as object]),
);
const validate = (kind: string, value: unknown): boolean =>
  new Ajv({ allErrors: true }).validate(schemas.get(`${kind}.schema.json`) ?? false, value);

const COLLECTION = join(import.meta.dirname, '../../tests/fixtures/collection');
const papers = globSync('papers/*.md', { cwd: COLLECTION }).map((file) =>
  readEntry(readFileSync(join(COLLECTION, file), 'utf8'), file, paperSchema),
);

describe('jsonSchemaFiles', () => {
  test('gives one schema for each kind of file, always the same', () => {
    expect([...schemas.keys()]).toEqual([
      'authors.schema.json',
      'check.schema.json',
      'concept.schema.json',
      'links.schema.json',
      'map.schema.json',
      'paper.schema.json',
      'site.schema.json',
      'topic.schema.json',
    ]);
    expect(jsonSchemaFiles()).toEqual(jsonSchemaFiles());
  });

  test('finds real papers valid', () => {
    expect(papers.length).toBeGreaterThan(10);
    for (const { data } of papers) expect(validate('paper', data)).toBe(true);
  });

  test.each([
    ['paper', {}],
    ['paper', { title: 'A', tite: 'B' }],
    ['paper', { title: 'A', kind: 'novel' }],
    ['paper', { title: 'A', topics: ['a', 'b', 'c', 'd', 'e'] }],
    ['paper', { title: 'A', authors: [{ orcid: '0000-0002-1825-0097' }] }],
    ['topic', { name: 'A', summary: 'B', order: 1.5 }],
    ['concept', { aliases: ['A'] }],
    ['map', { version: 1, places: { a: [1] } }],
    ['map', { version: 1, places: { 'A B': [1, 2] } }],
    ['links', { version: 1, links: { 'https://a.example/': { state: 'gone' } } }],
    ['site', { schema: 2, title: 'A', description: 'B' }],
  ])('finds a broken %s invalid: %j', (kind, value) => {
    expect(validate(kind, value)).toBe(false);
  });

  test('lets defaults be left out', () => {
    expect(validate('site', { schema: 1, title: 'A', description: 'B' })).toBe(true);
  });

  test('describes every field', () => {
    const undescribed = [...schemas].flatMap(([name, schema]) =>
      Object.entries(
        (schema as { properties: Record<string, { description?: string }> }).properties,
      )
        .filter(([, { description }]) => description === undefined)
        .map(([field]) => `${name} ${field}`),
    );
    expect(undescribed).toEqual([]);
  });
});
