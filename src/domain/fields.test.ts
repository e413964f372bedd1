import { describe, expect, test } from 'vitest';
import {
  arxivSchema,
  dateSchema,
  daySchema,
  doiSchema,
  languageSchema,
  lineSchema,
  orcidSchema,
  paperIdSchema,
  webUrlSchema,
} from './fields.ts';

const cases = {
  paperId: [
    paperIdSchema,
    ['a', 'a-1', 'x'.repeat(60)],
    ['', '-a', 'a-', 'a--b', 'A', 'é', 'a/b', 'x'.repeat(61)],
  ],
  line: [
    lineSchema,
    ['a', ' a ', '漢字', '😀', 'a\u200fb'],
    [
      '',
      '  ',
      'a\nb',
      'a\u0000',
      'a\u2028b',
      'a\u009b1m',
      'a\u202eb',
      '\u2066a',
      'a\ud800',
      '\udc00a',
    ],
  ],
  webUrl: [
    webUrlSchema,
    ['https://x.org', 'http://x.org/a?b#c'],
    [
      'javascript:alert(1)',
      'data:text/html,x',
      '//x.org',
      'x.org',
      'ftp://x.org',
      ' javascript:alert(1)',
      'https://x.org/\u0000',
      'https://x.org/\u202e',
      'https://x.org/\ud800',
    ],
  ],
  day: [
    daySchema,
    ['2024-02-29', '1998-12-31'],
    ['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024'],
  ],
  date: [
    dateSchema,
    ['2024', '2024-05', '2024-05-31'],
    ['24', '2024-5', '2024-05-32', '2024/05', 'May 2024'],
  ],
  orcid: [
    orcidSchema,
    ['0000-0002-1825-0097', '0000-0002-1694-233X'],
    ['0000-0002-1825-0098', '0000000218250097', 'https://orcid.org/0000-0002-1825-0097'],
  ],
  doi: [
    doiSchema,
    ['10.1000/182', '10.1145/3292500.3330701'],
    [
      'https://doi.org/10.1000/182',
      '10.1000/',
      'x',
      '10.1000/\u0000',
      '10.1000/\u202e1',
      '10.1000/\ud800',
    ],
  ],
  arxiv: [
    arxivSchema,
    ['2403.10020', '0704.0001', 'cs/0112017', 'math.GT/0309136'],
    ['2403.10020v2', 'arXiv:2403.10020', '24031.0020', '2403.1'],
  ],
  language: [languageSchema, ['en', 'pt-BR', 'zh-Hans-CN'], ['english', 'e', 'en_US', '']],
} as const;

describe.each(Object.entries(cases))('%s', (_, [schema, good, bad]) => {
  test.each(good)('accepts %j and leaves it as it is', (value) => {
    expect(schema.parse(value)).toBe(value);
  });
  test.each(bad)('refuses %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
