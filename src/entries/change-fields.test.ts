import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperSchema } from '../domain/paper.ts';
import { topicSchema } from '../domain/topic.ts';
import { changeFields } from './change-fields.ts';
import { readEntry } from './front-matter.ts';

const change = (text: string, changes: Record<string, unknown>) =>
  changeFields(text, changes, paperSchema);

const ENTRY = `---
# an entry by hand
'title':   A study  # as printed

# two topics
topics: # the first is primary
- agents   # clearly
- code
  # perhaps evaluation
# of the PDF
date: 2024-05   # not the preprint
container: {name: "Journal of Light", volume: '3'}
arxiv: "2403.10020"
license: >-
  folded
  text
---

Body --- stays.
`;

describe('changeFields', () => {
  test.each([
    [
      'a value and keeps the comment beside it',
      { date: '2025' },
      'date: 2024-05 ',
      'date: "2025" ',
    ],
    ['a quoted value', { arxiv: '2403.10021' }, '"2403.10020"', '"2403.10021"'],
    ['a value whose name is quoted', { title: 'B: c' }, 'A study ', '"B: c" '],
    [
      'the members of a list below its name and the comments there',
      { topics: ['planning'] },
      '- agents   # clearly\n- code\n',
      '  - planning\n',
    ],
    [
      'a list into none',
      { topics: [] },
      'topics: # the first is primary\n- agents   # clearly\n- code\n',
      'topics: []\n',
    ],
    [
      'fields in braces',
      { container: { volume: '4', name: 'Night' } },
      'container: {name: "Journal of Light", volume: \'3\'}',
      'container:\n  name: Night\n  volume: "4"',
    ],
    ['a folded value', { license: 'MIT' }, 'license: >-\n  folded\n  text', 'license: MIT'],
    [
      'a single value into a list',
      { date: ['a'] },
      'date: 2024-05   # not the preprint',
      'date:\n  - a',
    ],
  ])('changes %s', (_, changes, from, to) => {
    expect(ENTRY).toContain(from);
    expect(change(ENTRY, changes)).toBe(ENTRY.replace(from, to));
  });

  test.each([
    ['date', 'date: 2024-05   # not the preprint\n'],
    [
      'topics',
      'topics: # the first is primary\n- agents   # clearly\n- code\n  # perhaps evaluation\n',
    ],
    ['license', 'license: >-\n  folded\n  text\n'],
    ['container', 'container: {name: "Journal of Light", volume: \'3\'}\n'],
  ])('takes out %s with its lines only', (key, lines) => {
    expect(ENTRY).toContain(lines);
    expect(change(ENTRY, { [key]: undefined })).toBe(ENTRY.replace(lines, ''));
  });

  test.each([
    ['kind', 'survey', '  # perhaps evaluation\n', 'kind: survey\n'],
    ['doi', '10.1000/182', "volume: '3'}\n", 'doi: "10.1000/182"\n'],
    ['added', '2026-01-02', '  folded\n  text\n', 'added: "2026-01-02"\n'],
  ])(
    'puts a new %s behind the field that precedes it in the schema',
    (key, value, before, line) => {
      expect(change(ENTRY, { [key]: value })).toBe(ENTRY.replace(before, before + line));
    },
  );

  test('puts a field that precedes all others first, and an unknown one last', () => {
    expect(change('---\n# why\ndate: 2024\n---\n', { title: 'a', other: 'b' })).toBe(
      '---\ntitle: a\n# why\ndate: 2024\nother: b\n---\n',
    );
    expect(change('---\n---\nBody\n', { title: 'a' })).toBe('---\ntitle: a\n---\nBody\n');
  });

  test('puts several new fields in the order of the schema', () => {
    const changes = { pdf: 'https://example.org/a', kind: 'method', topics: ['a'] };
    expect(change('---\ntitle: a\n---\n', changes)).toBe(
      '---\ntitle: a\ntopics:\n  - a\nkind: method\npdf: https://example.org/a\n---\n',
    );
  });

  test('changes nothing when the value is what stands there, however it is written', () => {
    const same = {
      title: 'A study',
      topics: ['agents', 'code'],
      date: '2024-05',
      container: { volume: '3', name: 'Journal of Light' },
      license: 'folded text',
      kind: undefined,
    };
    expect(change(ENTRY, same)).toBe(ENTRY);
    const topic = '---\nname: a\nsummary: b\norder:   03 # or 3\n---\n';
    expect(changeFields(topic.replace('03', '3'), { order: 3 }, topicSchema)).toContain('  3 #');
  });

  test('keeps carriage returns and a byte order mark', () => {
    const text = '\ufeff---\r\ntitle: a\r\ndate: 2024\r\n---\r\nBody\r\n';
    expect(change(text, { date: undefined, topics: ['b'] })).toBe(
      '\ufeff---\r\ntitle: a\r\ntopics:\r\n  - b\r\n---\r\nBody\r\n',
    );
  });

  test('throws for a text that nobody could read', () => {
    expect(() => change('no entry', { title: 'a' })).toThrow('no front matter');
    expect(() => change('---\ntitle: [\n---\n', { title: 'a' })).toThrow('cannot be read');
  });
});

const anyId = fc.constantFrom('agents', 'code', 'no', '3d-vision', '2024');
const anyLine = fc.constantFrom('Plain text', 'a: b', '# no comment', '1:30', 'yes', "it's", '- x');
const anyName = fc.record(
  { name: anyLine, orcid: fc.constant('0000-0002-1825-0097') },
  { requiredKeys: ['name'], noNullPrototype: true },
);
const anyPaper = fc.record(
  {
    title: anyLine,
    topics: fc.uniqueArray(anyId, { maxLength: 3 }),
    kind: fc.constantFrom('survey', 'method'),
    authors: fc.array(anyName, { maxLength: 2 }),
    date: fc.constantFrom('2024', '2024-05', '2024-05-31'),
    container: fc.record({ name: anyLine }, { noNullPrototype: true }),
    license: anyLine,
  },
  { requiredKeys: ['title'], noNullPrototype: true },
);
type PaperLike = Record<string, unknown>;

/** Ways in which a person could have written a value, comments included. */
const writtenAs = (key: string, value: unknown): readonly string[] => {
  const json = JSON.stringify(value);
  if (!Array.isArray(value))
    return [`${key}: ${json}`, `${key}:   ${json} # ${key}`, `"${key}":\n  ${json}`];
  const members = value.map((one) => JSON.stringify(one));
  return [
    `${key}: ${json}`,
    ...(members.length === 0
      ? []
      : [
          `${key}: # list\n${members.map((one) => `  - ${one}`).join('\n')}`,
          `${key}:\n${members.map((one) => `- ${one} # one`).join('\n')}`,
          `${key}:\n${members.map((one) => `    # before\n    - ${one}`).join('\n')}`,
        ]),
  ];
};

/** A paper and the block of lines of each of its fields, in an order and a style that a person may choose. */
const anyWritten = anyPaper.chain((paper: PaperLike) =>
  fc
    .shuffledSubarray(Object.keys(paper), { minLength: Object.keys(paper).length })
    .chain((keys) =>
      fc.tuple(
        ...keys.map((key) =>
          fc
            .tuple(
              fc.constantFrom('', '# note\n', '\n'),
              fc.constantFrom(...writtenAs(key, paper[key])),
            )
            .map(([above, block]) => ({ key, above, block: `${block}\n` })),
        ),
      ),
    )
    .map((blocks) => ({ paper, blocks })),
);

const toText = (lines: string, eol: string): string =>
  `---\n${lines}# last\n---\n\nBody: stays\n`.replaceAll('\n', eol);

describe('changeFields, whatever the entry looks like,', () => {
  test('sets just the fields it is told to and leaves the lines of all others', () => {
    const property = fc.property(
      anyWritten,
      anyPaper,
      fc.constantFrom('\n', '\r\n'),
      ({ paper, blocks }, other: PaperLike, eol) => {
        const text = toText(blocks.map(({ above, block }) => above + block).join(''), eol);
        const changed = change(text, other);
        const { data, body, problems } = readEntry(changed, 'x.md', paperSchema);
        expect({ data, body, problems }).toEqual({
          data: { ...paper, ...other },
          body: 'Body: stays',
          problems: [],
        });
        const kept = blocks.map(({ key, above, block }) => (key in other ? above : above + block));
        let from = 0;
        for (const lines of [...kept, '# last\n---\n\nBody: stays\n']) {
          const at = changed.indexOf(lines.replaceAll('\n', eol), from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + lines.replaceAll('\n', eol).length;
        }
        expect(change(changed, other)).toBe(changed);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  test('takes out just the lines of a field', () => {
    const property = fc.property(anyWritten, fc.nat(), ({ blocks }, index) => {
      const gone = blocks[index % blocks.length]?.key ?? '';
      const join = (without?: string): string =>
        blocks.map(({ key, above, block }) => (key === without ? above : above + block)).join('');
      const changed = change(toText(join(), '\n'), { [gone]: undefined });
      expect(changed).toBe(toText(join(gone), '\n'));
    });
    fc.assert(property, { numRuns: 200 });
  });
});
