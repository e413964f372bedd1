import fc from 'fast-check';
import matter from 'gray-matter';
// @ts-expect-error -- comes with Astro and brings no types
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { paperSchema } from '../domain/paper.ts';
import { topicSchema } from '../domain/topic.ts';
import { changeBody, formatEntry, readEntry, readFrame } from './front-matter.ts';

const FILE = 'content/papers/x.md';

const readPaper = (text: string) => readEntry(text, FILE, paperSchema);
const readLines = (...lines: readonly string[]) => readPaper(`---\n${lines.join('\n')}\n---\n`);
const problemsOf = (...lines: readonly string[]) => readLines(...lines).problems;

describe('readEntry', () => {
  test.each([
    ['title: 1984', { title: '1984' }],
    ['title: 1:30', { title: '1:30' }],
    ['title: 0123', { title: '0123' }],
    ['title: 1e3', { title: '1e3' }],
    ['title: 0x1F', { title: '0x1F' }],
    ['title: yes', { title: 'yes' }],
    ['title: null', { title: 'null' }],
    ['title: true', { title: 'true' }],
    ['title: ~', { title: '~' }],
    ['title: .inf', { title: '.inf' }],
    ['title: <<', { title: '<<' }],
    ['title: "quoted: text" # comment', { title: 'quoted: text' }],
    ["title: 'it''s'", { title: "it's" }],
    ['title: a\ndate: 2024', { title: 'a', date: '2024' }],
    ['title: a\ndate: 2024-05-01', { title: 'a', date: '2024-05-01' }],
    ['title: a\narxiv: 2403.10020', { title: 'a', arxiv: '2403.10020' }],
    ['title: a\ntopics: [b, c]', { title: 'a', topics: ['b', 'c'] }],
  ])('keeps %j as it was written', (lines, data) => {
    expect(readLines(lines)).toEqual({ data, body: '', problems: [] });
  });

  test('reads numbers where the schema wants numbers, and only plain ones', () => {
    const topic = (weight: string) =>
      `---\nname: 1\nsummary: 2\norder: 3\nmatch:\n  - term: 4\n    weight: ${weight}\n---\n`;
    const { data } = readEntry(topic('-2.5e0'), FILE, topicSchema);
    expect(data).toEqual({
      name: '1',
      summary: '2',
      order: 3,
      match: [{ term: '4', weight: -2.5 }],
    });
    const [problem, ...others] = readEntry(topic('"2.5"'), FILE, topicSchema).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      line: 7,
      field: 'match.0.weight',
      found: '"2.5"',
      wanted: 'a number',
      hint: 'Write the number without quotes.',
    });
  });

  test('reads a number into a schema of another kind of value as well', () => {
    const schema = z.strictObject({ a: z.literal(1), b: z.boolean(), c: z.string() });
    const { data } = readEntry('---\na: 1\nb: true\nc: true\n---\n', FILE, schema);
    expect(data).toEqual({ a: 1, b: true, c: 'true' });
  });

  test.each([
    ['line feeds', '---\ntitle: a\ndate: 2024\n---\n\nOne\ntwo\n'],
    ['carriage returns', '---\r\ntitle: a\r\ndate: 2024\r\n---\r\n\r\nOne\r\ntwo\r\n'],
    ['a byte order mark', '\ufeff---\ntitle: a\ndate: 2024\n---\nOne\ntwo'],
    ['spaces after the marks', '---  \ntitle: a\ndate: 2024\n--- \t\n\n \nOne\ntwo \n \n'],
  ])('tolerates %s', (_, text) => {
    expect(readPaper(text)).toEqual({
      data: { title: 'a', date: '2024' },
      body: 'One\ntwo',
      problems: [],
    });
  });

  test('finds thousands of faults and their lines in time', () => {
    const read = (faults: number) => readPaper(`---\ntitle: A\n${'x: *a\n'.repeat(faults)}---\n`);
    expect(read).toTakeTimeInProportion(20_000);
    const { problems } = read(20_000);
    const lines = problems.map(({ line }) => line ?? 0).toSorted((a, b) => a - b);
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([39_999, 3, 20_002]);
  });

  test('leaves marks in the body and the indentation of its first line alone', () => {
    expect(readPaper('---\ntitle: a\n---\n\n    code\n\n---\nmore\n').body).toBe(
      '    code\n\n---\nmore',
    );
  });

  test('reads the same faulty text twice in the same way', () => {
    const text = '---\ntitle: [\n---\n';
    expect(readPaper(text)).toEqual(readPaper(text));
    expect(readPaper(text).problems).toHaveLength(1);
  });

  test.each(['js', 'javascript', 'coffee', 'json', 'toml', 'constructor', '__proto__', 'yaml'])(
    'refuses front matter in %s and runs nothing',
    (language) => {
      const code = 'globalThis.ranFrontMatter = true, { title: "a" }';
      const entry = readPaper(`---${language}\n${code}\n---\n`);
      expect(entry.data).toBeUndefined();
      expect(entry.problems).toHaveLength(1);
      expect(entry.problems[0]).toMatchObject({ file: FILE, line: 1 });
      expect(entry.problems[0]?.found).toContain(`---${language}`);
      expect(globalThis).not.toHaveProperty('ranFrontMatter');
    },
  );

  test('adds nothing to the cache of gray-matter', () => {
    readPaper('---\ntitle: cached\n---\n');
    expect(Object.keys((matter as unknown as { cache: object }).cache)).toEqual([]);
  });

  test.each([
    ['nothing', '', 1],
    ['a body only', 'Abstract.\n', 1],
    ['no closing mark', '---\ntitle: a\n', 1],
    ['a longer mark', '---\ntitle: a\n----\n', 3],
    ['a mark with text', '---\ntitle: a\n---b\n---\n', 3],
    ['a tag', '---\ntitle: !secret a\n---\n', 2],
    ['a known tag', '---\ntitle: a\nlicense: !!binary aGk=\n---\n', 3],
    ['a list for a name', '---\ntitle: a\n? [b]\n: c\n---\n', 3],
    ['the same key twice', '---\ntitle: a\ndate: 2024\ntitle: b\n---\n', 4],
    ['an alias', '---\ntitle: &a b\nlicense: *a\n---\n', 3],
    ['several documents', '---\ntitle: a\n...\ntitle: b\n---\n', 4],
    ['a list', '---\n- a\n---\n', 1],
    ['one value', '---\ntitle\n---\n', 1],
    ['braces', '---\n{title: a}\n---\n', 1],
    ['an open quote', '---\ntitle: "a\n---\n', 2],
    ['an unquoted colon', '---\ndate: 2024\ntitle: a: b\n---\n', 3],
    ['a tab', '---\ntitle: a\ncontainer:\n\tname: b\n---\n', 4],
    ['a directive', '---\n%YAML 1.1\ntitle: a\n---\n', 3],
    ['endless nesting', `---\ntitle: ${'['.repeat(50_000)}\n---\n`, 2],
  ])('refuses %s, with its line', (_, text, line) => {
    const { data, problems } = readPaper(text);
    expect(data).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'error', file: FILE, line });
    // a fault of the front matter, not of a field that was read from it
    expect(problems[0]).not.toHaveProperty('field');
    for (const { found, wanted, hint } of problems) expect([found, wanted, hint]).not.toContain('');
  });

  test('counts the lines of carriage returns and byte order marks alike', () => {
    const text = '\ufeff---\r\ntitle: a\r\n# why\r\nkind: servey\r\n---\r\n';
    expect(readPaper(text).problems).toMatchObject([{ line: 4, field: 'kind' }]);
  });

  test('reports every problem of the fields, each at its line', () => {
    const problems = problemsOf(
      'tite: a',
      'kind: servey',
      'topics: agents',
      'authors:',
      '  - orcid: 0000-0002-1825-0097',
      '  - name: [A]',
      'doi:',
      'links:',
      '  - kind: code',
      '    url: javascript:alert(1)',
    );
    const places = problems.map(({ line, field }) => `${line} ${field}`);
    expect(places.toSorted()).toEqual([
      '1 title',
      '11 links.0.url',
      '2 tite',
      '3 kind',
      '4 topics',
      '6 authors.0.name',
      '7 authors.1.name',
      '8 doi',
    ]);
    const byField = new Map(problems.map((problem) => [problem.field, problem]));
    expect(byField.get('tite')?.hint).toBe('Did you mean `title`?');
    expect(byField.get('kind')).toMatchObject({
      found: '"servey"',
      hint: 'Did you mean `survey`?',
    });
    expect(byField.get('title')).toMatchObject({ found: 'nothing', wanted: 'text' });
    expect(byField.get('topics')).toMatchObject({ found: '"agents"', wanted: 'a list' });
    expect(byField.get('authors.1.name')).toMatchObject({ found: 'a list of 1', wanted: 'text' });
    expect(byField.get('doi')).toMatchObject({ found: 'nothing' });
  });

  test('reports a title for front matter that holds comments only', () => {
    expect(problemsOf('# nothing yet')).toMatchObject([{ field: 'title', line: 1 }]);
  });

  test('takes the names of inherited properties for unknown fields', () => {
    const fields = problemsOf('title: a', '__proto__: b', 'constructor: c').map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['__proto__', 'constructor']);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('a1 :#-\'"[]{},&*!|>%@`\n\t\u0085\u009f\u2028\ufeff\uffff=~.é😀'),
    ),
  }),
  fc.constantFrom('yes', 'No', 'null', '1:30', '0123', '2024-05-01', '1e3', '.5', '---', 'a: b'),
);
/** One entry of free texts at several depths: what may stand in a text is the schema's business. */
const anySchema = z.strictObject({
  title: z.string(),
  tags: z.array(z.string()).optional(),
  people: z.array(z.strictObject({ name: z.string(), id: z.string().optional() })).optional(),
  place: z.strictObject({ name: z.string(), size: z.number().optional() }).optional(),
  order: z.number().optional(),
});
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
const anyFields: fc.Arbitrary<z.infer<typeof anySchema>> = fc.record(
  {
    title: anyText,
    tags: fc.array(anyText, { maxLength: 4 }),
    people: fc.array(fc.record({ name: anyText, id: anyText }, { requiredKeys: ['name'] }), {
      maxLength: 3,
    }),
    place: fc.record({ name: anyText, size: anyNumber }, { requiredKeys: ['name'] }),
    order: anyNumber,
  },
  { requiredKeys: ['title'], noNullPrototype: true },
);

describe('formatEntry', () => {
  test('writes fields in the order of the schema, text in quotes only where it could mislead', () => {
    const text = formatEntry(
      {
        links: [{ url: 'https://example.org/a#b', kind: 'code' }],
        arxiv: '2403.10020',
        date: '2024',
        authors: [{ name: 'Ada Lovelace' }, { orcid: '0000-0002-1825-0097', name: 'No' }],
        topics: ['agents'],
        title: 'Light: a study',
      },
      'The abstract.',
      paperSchema,
    );
    expect(text).toBe(
      [
        '---',
        'title: "Light: a study"',
        'topics:',
        '  - agents',
        'authors:',
        '  - name: Ada Lovelace',
        '  - name: "No"',
        '    orcid: "0000-0002-1825-0097"',
        'date: "2024"',
        'arxiv: "2403.10020"',
        'links:',
        '  - kind: code',
        '    url: https://example.org/a#b',
        '---',
        '',
        'The abstract.',
        '',
      ].join('\n'),
    );
  });

  test.each(['y', 'No', 'ON', 'null', '~', '1:30', '.5', '', ' a', 'a ', 'a: "b"', 'a #b', 'a:'])(
    'puts %j in double quotes',
    (title) => {
      expect(formatEntry({ title }, '', anySchema)).toContain(`title: ${JSON.stringify(title)}\n`);
    },
  );

  test.each(['word '.repeat(300), 'line\n'.repeat(300), `: ${'word '.repeat(300)}`])(
    'never folds a line (%#)',
    (text) => {
      expect(formatEntry({ title: `a${text}b` }, '', anySchema).split('\n')).toHaveLength(4);
    },
  );

  test('leaves no character that nobody sees', () => {
    const text = formatEntry({ title: 'a\u007f\u0085\u200f\u2028\ufeff\uffffb' }, '', anySchema);
    expect(text).toBe('---\ntitle: "a\\u007f\\u0085\\u200f\\u2028\\ufeff\\uffffb"\n---\n');
  });

  test('is undone by readEntry', () => {
    const property = fc.property(anyFields, anyText, (fields, raw) => {
      const body = raw.replaceAll('\r\n', '\n').trim();
      const entry = readEntry(formatEntry(fields, body, anySchema), FILE, anySchema);
      expect(entry).toEqual({ data: fields, body, problems: [] });
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('is read by a reader of YAML that somebody else wrote as the same values', () => {
    const property = fc.property(anyFields, (fields) => {
      const frame = readFrame(formatEntry(fields, '', anySchema));
      expect((load as (source: string) => unknown)('yaml' in frame ? frame.yaml : '')).toEqual(
        fields,
      );
    });
    fc.assert(property, { numRuns: 500 });
  });

  test.each(['1.1', '1.2'] as const)('is read by YAML %s as the same values', (version) => {
    const property = fc.property(anyFields, (fields) => {
      const frame = readFrame(formatEntry(fields, '', anySchema));
      expect(parse('yaml' in frame ? frame.yaml : '', { version })).toEqual(fields);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('is read by gray-matter with its own engine as the same values', () => {
    const property = fc.property(anyFields, (fields) => {
      expect(matter(formatEntry(fields, '', anySchema), {}).data).toEqual(fields);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('changeBody', () => {
  test.each([
    ['---\ntitle: a # b\n---\nOld.\n', 'New.', '---\ntitle: a # b\n---\n\nNew.\n'],
    [
      '---\r\ntitle: a\r\n---\r\n',
      'New.\nLine.',
      '---\r\ntitle: a\r\n---\r\n\r\nNew.\r\nLine.\r\n',
    ],
    ['---\ntitle: a\n---', 'New.', '---\ntitle: a\n---\n\nNew.\n'],
    ['---\ntitle: a\n---\n\nOld.\n', '', '---\ntitle: a\n---\n'],
    ['---\ntitle: a\n---\n\n\nSame.\n\n', 'Same.', '---\ntitle: a\n---\n\n\nSame.\n\n'],
  ])('turns %j with %j into %j', (text, body, expected) => {
    expect(changeBody(text, body)).toBe(expected);
  });
});
