import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { paperSchema } from './paper.ts';
import { issuesToProblems } from './schema-problems.ts';
import { siteSettingsSchema } from './site-settings.ts';

const problemsOf = (schema: z.ZodObject, value: unknown) =>
  issuesToProblems(schema.safeParse(value).error?.issues ?? [], { value, schema, file: 'a.md' });

const paper = (fields: object) => problemsOf(paperSchema, { title: 'A', ...fields });

describe('issuesToProblems', () => {
  test.each([
    [{ title: '' }, 'title', 'nothing', 'some text'],
    [{ title: 'a\nb' }, 'title', '"a\\nb"', 'one line without control characters'],
    [{ date: '2024-02-30' }, 'date', '"2024-02-30"', 'a date that the calendar has'],
    [{ topics: ['a', 'a'] }, 'topics', 'a list of 2', 'every member once'],
    [{ topics: ['a', 'b', 'c', 'd', 'e'] }, 'topics', 'a list of 5', 'at most 4 members'],
    [{ aliases: ['a'.repeat(61)] }, 'aliases.0', `"${'a'.repeat(61)}"`, 'at most 60 characters'],
    [{ authors: 'A' }, 'authors', '"A"', 'a list'],
    [{ container: 'A' }, 'container', '"A"', 'fields with values'],
    [{ authors: [{}] }, 'authors.0.name', 'nothing', 'text'],
    [{ license: { a: 1, b: 2 } }, 'license', 'the fields "a, b"', 'text'],
    [{ kind: 'x' }, 'kind', '"x"', `one of ${paperSchema.shape.kind.unwrap().options.join(', ')}`],
    [{ pdf: 'file:///a' }, 'pdf', '"file:///a"', 'an absolute http(s) address'],
    [
      { container: { name: 'A', nam: 'B' } },
      'container.nam',
      'the unknown field "nam"',
      'a known field',
    ],
  ])('words %j', (fields, field, found, wanted) => {
    const problems = paper(fields);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'a.md', field, found, wanted });
    expect(problems[0]?.hint).not.toBe('');
    expect(problems[0]).not.toHaveProperty('line');
  });

  test('names every way in which a value could have been right', () => {
    const site = { schema: 2, title: 'A', description: 'B', removal: 'here', mail: 'me' };
    const wanted = problemsOf(siteSettingsSchema, site).map(({ field, wanted }) => [field, wanted]);
    expect(Object.fromEntries(wanted)).toEqual({
      schema: '1',
      mail: 'a mail address',
      removal: 'a mail address or an absolute http(s) address',
    });
  });

  test.each([
    [{ kind: 'analisys' }, 'Did you mean `analysis`?'],
    [{ authrs: [] }, 'Did you mean `authors`?'],
    [{ abstract: 'A' }, 'Remove it or use a known field.'],
    [{ kind: 'x' }, 'What sort of paper it is.'],
    [{ title: undefined }, 'Add `title`. The title as the source prints it.'],
    [{ doi: '' }, 'Write a value or remove the field. The DOI, without https://doi.org/.'],
    [{ topics: 'a' }, 'Write a list: below the field, one line `  - …` for each member.'],
  ])('hints at the way out of %j', (fields, hint) => {
    expect(paper(fields)[0]?.hint).toContain(hint);
  });
});
