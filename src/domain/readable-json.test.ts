import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toReadableJson } from './readable-json.ts';

describe('JSON for people', () => {
  it('has on one line what fits', () => {
    const title = 'A title of a paper that is long enough to fill almost all of a line';
    const author = [
      { given: 'Ada', family: 'Author' },
      { given: 'Bartholomew', family: 'Writer-Longname of the Hills' },
    ];
    expect(toReadableJson([{ title, author, issued: { 'date-parts': [[2025]] }, no: undefined }]))
      .toBe(`[
  {
    "title": "${title}",
    "author": [
      { "given": "Ada", "family": "Author" },
      { "given": "Bartholomew", "family": "Writer-Longname of the Hills" }
    ],
    "issued": { "date-parts": [[2025]] }
  }
]`);
    expect(toReadableJson([{}, [], null])).toBe('[{}, [], null]');
  });

  it('says what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(toReadableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
