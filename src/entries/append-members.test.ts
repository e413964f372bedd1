import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topicSchema } from '../domain/topic.ts';
import { appendMembers } from './append-members.ts';
import { formatEntry, readEntry } from './front-matter.ts';

const matchOf = (text: string) => {
  const { data, problems } = readEntry(text, 'x.md', topicSchema);
  expect(problems).toEqual([]);
  return data?.match;
};

const append = (text: string, ...members: readonly { term: string; weight: number }[]): string =>
  appendMembers(text, 'match', members, topicSchema);

const HEAD = '---\nname: N\nsummary: S\norder: 1\n';
const FLOW = `${HEAD}match:
  # the sure ones
  - { term: FPGA | field programmable gate array,   weight: 7 } # kept as it is
  - { term: "RISC-V, or so", weight: 6, in: title }

  # about to go
extra-comment-follows: x
---

Body - { term: no, weight: 1 }
`.replace('extra-comment-follows: x\n', '');

describe('appendMembers', () => {
  test('adds lines after the last member and changes no other byte', () => {
    const added = '  - { term: systolic array, weight: 7 }\n';
    const text = append(FLOW, { term: 'systolic array', weight: 7 });
    expect(text).toContain(`in: title }\n${added}`);
    expect(text.replace(added, '')).toBe(FLOW);
    expect(matchOf(text)?.at(-1)).toEqual({ term: 'systolic array', weight: 7 });
  });

  test('writes in the style of the member before', () => {
    const text = `${HEAD}match:\n- term: a\n  weight: 1\n  # odd\n---\n`;
    expect(append(text, { term: 'b: c', weight: 2 })).toBe(
      `${HEAD}match:\n- term: a\n  weight: 1\n- term: "b: c"\n  weight: 2\n  # odd\n---\n`,
    );
  });

  test('keeps line endings', () => {
    const text = FLOW.replaceAll('\n', '\r\n');
    const appended = append(text, { term: 'x y', weight: 2 });
    expect(appended).toContain('\r\n  - { term: x y, weight: 2 }\r\n');
    expect(appended.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each([
    [`${HEAD}---\n`, 1],
    [`${HEAD}match: []\n---\n`, 1],
    [`${HEAD}match: [{ term: a, weight: 1 }]\n---\n`, 2],
    // without a line break at its end the list is at the end of the front matter
    [`${HEAD}match:\n  - term: a\n    weight: 1\n---`, 2],
  ])('finds a place in %j', (text, members) => {
    const match = matchOf(append(text, { term: 'b', weight: 2 }));
    expect(match).toHaveLength(members);
    expect(match?.at(-1)).toEqual({ term: 'b', weight: 2 });
  });

  test('what is added is read back as it was, after what was there', () => {
    const anyMember = fc.record({
      term: fc
        .oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('a, b', '{ x }', 'yes', '1', '- a', 'a #b'),
        )
        .filter(
          (term) => topicSchema.shape.match.unwrap().element.shape.term.safeParse(term).success,
        ),
      weight: fc.integer({ min: -20, max: 20 }),
    });
    const anyList = fc.array(anyMember, { maxLength: 4 });
    fc.assert(
      fc.property(anyList, anyList, fc.boolean(), (before, added, isFlow) => {
        const fields = { name: 'N', summary: 'S', order: 1, match: before };
        const text = isFlow ? FLOW : formatEntry(fields, 'Body.', topicSchema);
        const known = matchOf(text) ?? [];
        expect(matchOf(append(text, ...added))).toEqual([...known, ...added]);
      }),
    );
  });
});
