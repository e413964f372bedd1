import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperSchema } from '../domain/paper.ts';
import { lineOfField } from './field-lines.ts';
import { formatEntry } from './front-matter.ts';

const ENTRY = [
  '---',
  '# about topics: nothing',
  'title: "A: topics: none"',
  '"topics":',
  '  - light',
  '  # kept',
  '  - night',
  'also:',
  '  - note: A',
  '    doi: 10.1000/1',
  '---',
  'pdf: in the body',
].join('\n');

describe('lineOfField', () => {
  test.each([
    ['title', 3],
    ['topics', 4],
    ['topics.0', 5],
    ['topics.1', 7],
    ['also.0.doi', 10],
    // members that are not there stand where their list does
    ['topics.7', 4],
    ['also.0.url', 9],
    // fields that are not there belong to the front matter
    ['pdf', 1],
    ['', 1],
    ['a(b[', 1],
  ])('finds %s on line %i', (field, line) => {
    expect(lineOfField(ENTRY, field)).toBe(line);
    expect(lineOfField(ENTRY.replaceAll('\n', '\r\n'), field)).toBe(line);
  });

  test.each([
    '',
    'no front matter',
    '---\ntitle: A',
    '---\ntitle: [A\n---\n',
    '---\na: 1\na: 2\n---\n',
  ])('knows no line of %j', (text) => {
    expect(lineOfField(text, text.includes('a:') ? 'a' : 'title')).toBeUndefined();
  });

  test('names the line on which a member of a written list stands, whatever it says', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(line, fc.array(line, { minLength: 1, maxLength: 5 }), (title, awards) => {
        const text = formatEntry({ title, awards }, '', paperSchema);
        const at = awards.length - 1;
        const found = lineOfField(text, `awards.${at}`) ?? 0;
        // two dashes, the title, the name of the list
        expect(found).toBe(4 + at);
        expect(text.split('\n')[found - 1]).toMatch(/^ {2}- /);
      }),
    );
  });
});
