import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../incoming.ts';
import { openReview } from './openreview.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/sources');
const SECOND = readFileSync(join(FOLDER, 'openreview.json'), 'utf8');
const FIRST = readFileSync(join(FOLDER, 'openreview-v1.json'), 'utf8');

const read = (text: string) => openReview.read(text, 'notes.json');
const record = (content: object, note: object = {}) =>
  read(
    JSON.stringify({
      notes: [{ id: 'x', forum: 'x', content: { title: 'A', ...content }, ...note }],
    }),
  ).records[0];

describe('notes of the second version', () => {
  const { records, problems } = read(SECOND);

  test('give a paper with all that it tells', () => {
    expect(records[0]).toEqual({
      title: 'Attention in Quiet Rooms: $k$-Means at Night',
      abstract: 'We listen to 1,204 rooms.\n\nNothing is heard; we explain why.',
      line: 3,
      authors: [{ name: 'Odalys Brennwick' }, { name: 'Perrin van der Quill' }],
      date: '2024-01-16',
      container: { type: 'conference', name: 'ICLR 2024' },
      pdf: 'https://openreview.net/pdf/5e1f3a.pdf',
      links: [
        { kind: 'other', url: 'https://openreview.net/forum?id=rJl-b3RcF7' },
        { kind: 'code', url: 'https://github.com/example/quiet' },
      ],
      sourceId: 'openreview:rJl-b3RcF7',
    });
  });

  test('say which papers did not appear; reviews are none', () => {
    expect(records.map(({ withdrawn }) => withdrawn)).toEqual([
      undefined,
      'withdrawn',
      'desk-rejected',
      'rejected',
      'submitted',
      undefined,
    ]);
    expect(problems).toEqual([]);
  });

  test('give papers that the schema takes, and one warning for the others', () => {
    const { papers, problems: flaws } = readIncoming({ records, problems: [] }, 'a', 'a');
    expect(papers.map(({ fields }) => fields.title)).toEqual([
      'Attention in Quiet Rooms: $k$-Means at Night',
      'On the Rejection of Hypotheses',
    ]);
    expect(flaws).toMatchObject([
      {
        severity: 'warning',
        found:
          '4 records that the source calls desk-rejected (1), rejected (1), submitted (1), withdrawn (1)',
      },
    ]);
  });
});

describe('notes of the first version', () => {
  const { records } = read(FIRST);

  test('give a paper whose fields stand by themselves', () => {
    expect(records[0]).toEqual({
      title: 'Clocks That Learn',
      abstract: 'A clock learns to be late.',
      line: 3,
      authors: [{ name: 'Mirabel Ashquist' }],
      date: '2019-12-21',
      container: { type: 'workshop', name: 'ICLR 2020 Workshop on Tides' },
      pdf: 'https://openreview.net/pdf/1b2c3d.pdf',
      links: [{ kind: 'other', url: 'https://openreview.net/forum?id=H1eCw3EKvH' }],
      sourceId: 'openreview:H1eCw3EKvH',
    });
  });

  test('are withdrawn by their form, and taken when no venue is told', () => {
    expect(records.map(({ withdrawn }) => withdrawn)).toEqual([undefined, 'withdrawn', undefined]);
    expect(records[2]).not.toHaveProperty('authors');
  });
});

test.each([
  [{ venue: 'Submitted to NeurIPS 2023' }, 'submitted'],
  [{ venue: 'ICLR 2022 Submitted' }, 'submitted'],
  [{ venue: 'Under review for TMLR', venueid: 'TMLR/Under_Review' }, 'under review'],
  [{ venue: 'Rejected by TMLR', venueid: 'TMLR/Rejected' }, 'rejected'],
  [{ venue: 'Withdrawn by Authors', venueid: 'TMLR/Withdrawn_by_Authors' }, 'withdrawn'],
  [{ venueid: { value: 'ICLR.cc/2025/Conference/Desk_Rejected_Submission' } }, 'desk-rejected'],
  [{ venue: 'ICLR 2025 Conference Desk Rejected Submission' }, 'desk-rejected'],
  [{ withdrawal: 'Confirmed' }, 'withdrawn'],
  [{ decision: 'Reject' }, 'rejected'],
  [{ decision: 'Accept (Oral)' }, undefined],
  [{ title: 'Rejection Sampling of Withdrawn Submissions' }, undefined],
  [{ venue: 'ICML 2024 Poster', venueid: 'ICML.cc/2024/Conference' }, undefined],
  [{}, undefined],
])('with %j a paper is %j', (content, withdrawn) => {
  expect(record(content)?.withdrawn).toBe(withdrawn);
});

test.each([
  ['ICLR 2024 poster', 'ICLR.cc/2024/Conference', 'ICLR 2024', 'conference'],
  ['ICLR 2023 notable top 5%', 'ICLR.cc/2023/Conference', 'ICLR 2023', 'conference'],
  ['ICML 2024 Oral', 'ICML.cc/2024/Conference', 'ICML 2024', 'conference'],
  [
    'NeurIPS 2023 Datasets and Benchmarks Poster',
    'NeurIPS.cc/2023/Track/Datasets_and_Benchmarks',
    'NeurIPS 2023 Datasets and Benchmarks',
    'conference',
  ],
  ['Tiny Papers @ ICLR 2024', 'ICLR.cc/2024/TinyPapers', 'Tiny Papers @ ICLR 2024', undefined],
  ['Accepted by TMLR', 'TMLR', 'TMLR', 'journal'],
  ['CoRR 2022', 'dblp.org/journals/CORR/2022', 'CoRR 2022', 'preprint'],
  ['EMNLP 2021', 'dblp.org/conf/EMNLP/2021', 'EMNLP 2021', 'conference'],
])('%s appeared in', (venue, venueid, name, type) => {
  expect(record({ venue, venueid })?.container).toEqual({ name, ...(type && { type }) });
});

test.each([
  [{ pdate: 1709251199000 }, '2024-02-29'],
  [{ pdate: 1709251200000 }, '2024-03-01'],
  [{ pdate: null, cdate: 1695105600000 }, '2023-09-19'],
  [{ tcdate: 0 }, '1970-01-01'],
  [{ pdate: 1e300, cdate: '2024' }, undefined],
  [{}, undefined],
])('the day of %j is %j, wherever one reads it', (dates, day) => {
  expect(record({}, dates)?.date).toBe(day);
});

test.each([
  ['/pdf/a.pdf', 'https://openreview.net/pdf/a.pdf'],
  ['//evil.example/a.pdf', 'https://openreview.net//evil.example/a.pdf'],
  ['https://arxiv.org/pdf/2403.10020', 'https://arxiv.org/pdf/2403.10020'],
  ['', undefined],
])('the PDF %j is at %j', (pdf, url) => {
  expect(record({ pdf })?.pdf).toBe(url);
});

test('takes of what DBLP knows the DOI or the arXiv id', () => {
  expect(record({ html: 'https://doi.org/10.1000/182' })?.doi).toBe(
    'https://doi.org/10.1000/182'.slice(16),
  );
  expect(record({ html: 'https://arxiv.org/abs/2403.10020' })?.arxiv).toBe('2403.10020');
});

test('an id of half a character makes an address all the same', () => {
  expect(record({}, { forum: 'a\ud800' })?.links?.[0]?.url).toBe(
    'https://openreview.net/forum?id=a%EF%BF%BD',
  );
});

test('the summary in a sentence is no abstract', () => {
  expect(record({ TLDR: 'Short.', 'TL;DR': 'Short.' })?.abstract).toBe('');
});

test('bears any value in any field', () => {
  const { notes } = JSON.parse(SECOND) as { notes: { content: object }[] };
  const values = [null, 0, true, 'x', [], [null], {}, { value: null }, { value: [[]] }];
  for (const field of [...Object.keys(notes[0]!.content), 'html', 'decision'])
    for (const value of values) expect(() => record({ [field]: value })).not.toThrow();
  for (const field of Object.keys(notes[0]!))
    for (const value of values) expect(() => record({}, { [field]: value })).not.toThrow();
});
