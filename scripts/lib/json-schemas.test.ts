import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv as AjvInstance } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaFiles } from './json-schemas.ts';

// a validator that somebody else wrote; it comes along with the linter
const require = createRequire(createRequire(import.meta.url).resolve('eslint'));
const Ajv = require('ajv') as new (options: { allErrors: boolean }) => AjvInstance;

const schemas = new Map(
  jsonSchemaFiles().map(({ name, text }) => [name, JSON.parse(text) as object]),
);
const validate = (kind: string, value: unknown): boolean =>
  new Ajv({ allErrors: true }).validate(schemas.get(`${kind}.schema.json`) ?? false, value);

const PROJECT = join(import.meta.dirname, '../..');
const COLLECTIONS = '{content,tests/fixtures/collection}';

/** What an editor makes of a file: JSON, or YAML between two lines of hyphens, read by YAML's own rules. */
const readAsEditor = (file: string): unknown => {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  if (file.endsWith('.json')) return JSON.parse(text);
  return parse(/^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? '');
};

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

  test.each([
    ['paper', 'papers/*.md', 150],
    ['topic', 'topics/*.md', 20],
    ['concept', 'concepts/*.md', 20],
    ['site', 'site.md', 2],
    ['authors', 'authors.md', 1],
    ['map', 'map.json', 2],
    ['links', 'links.json', 1],
  ])('finds what is written of kind %s valid, as an editor reads it', (kind, pattern, least) => {
    const files = globSync(`${COLLECTIONS}/${pattern}`, { cwd: PROJECT });
    expect(files.length).toBeGreaterThanOrEqual(least);
    expect(files.filter((file) => !validate(kind, readAsEditor(file)))).toEqual([]);
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
    ['links', { version: 1, links: { 'https://a.example/': 5 } }],
    ['paper', { title: 'A', kind: 5 }],
    ['site', { schema: 1, title: 'A', description: 'B', mail: 5 }],
    ['paper', { title: ['A'] }],
    ['site', { schema: 2, title: 'A', description: 'B' }],
  ])('finds a broken %s invalid: %j', (kind, value) => {
    expect(validate(kind, value)).toBe(false);
  });

  test('takes a number for text, as entries do', () => {
    expect(
      validate('paper', { title: 1984, date: 2001, container: { name: 'A', volume: 12 } }),
    ).toBe(true);
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
