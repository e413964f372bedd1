import { describe, expect, test } from 'vitest';
import type { ConceptId, PaperId, TopicId } from './fields.ts';
import { markdownLinks, outgoingLinks } from './outgoing-links.ts';
import type { Paper } from './paper.ts';
import type { SiteSettings } from './site-settings.ts';

const paper = (id: string, fields: Partial<Paper>): Paper => ({
  id: id as PaperId,
  title: id,
  abstract: 'See https://abstract.example/.',
  ...fields,
});

const SITE: SiteSettings = {
  schema: 1,
  title: 'S',
  description: 'D',
  language: 'en',
  cards: 'auto',
  address: 'https://own.example/',
  repository: 'https://forge.example/r',
  removal: 'ask@mail.example',
  welcome: 'Welcome to [us](https://us.example/).',
};

const placesOf = (papers: readonly Paper[]) =>
  new Map(
    outgoingLinks({ papers, topics: [], concepts: [], site: undefined }).map(({ url, places }) => [
      url,
      places.map(({ file, field }) => `${file} ${field}`),
    ]),
  );

describe('outgoingLinks', () => {
  test('finds the links of every field of a paper, each address once', () => {
    const found = placesOf([
      paper('a', {
        doi: '10.1000/1<2',
        arxiv: '2403.10020',
        pdf: 'https://a.example/p.pdf#page=2',
        license: 'MIT',
        links: [{ kind: 'code', url: 'https://a.example/code' }],
        also: [{ doi: '10.1000/3' }, { url: 'https://a.example/code' }, { note: 'lost' }],
        corrections: [
          { date: '2026-01-01', kind: 'erratum', note: 'N', link: 'https://a.example/e' },
        ],
      }),
      paper('b', { pdf: 'https://a.example/p.pdf' }),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      'https://doi.org/10.1000/1%3C2': ['papers/a.md doi'],
      'https://arxiv.org/abs/2403.10020': ['papers/a.md arxiv'],
      'https://a.example/p.pdf': ['papers/a.md pdf', 'papers/b.md pdf'],
      'https://spdx.org/licenses/MIT.html': ['papers/a.md license'],
      'https://a.example/code': ['papers/a.md also.1', 'papers/a.md links.0.url'],
      'https://doi.org/10.1000/3': ['papers/a.md also.0'],
      'https://a.example/e': ['papers/a.md corrections.0.link'],
    });
  });

  test('of a withdrawn paper asks for its notices only', () => {
    const found = placesOf([
      paper('a', {
        withdrawn: 'Forged.',
        pdf: 'https://a.example/p.pdf',
        corrections: [
          { date: '2026-01-01', kind: 'retraction', note: 'N', link: 'https://a.example/e' },
        ],
      }),
    ]);
    expect([...found.keys()]).toEqual(['https://a.example/e']);
  });

  test('finds the links of settings, topics and concepts, and none that is no web address', () => {
    const links = outgoingLinks({
      papers: [],
      topics: [
        {
          id: 't' as TopicId,
          name: 'T',
          summary: 'S',
          order: 1,
          introduction:
            '[a](https://t.example/) [b](javascript:alert) [c](/papers/) `https://no.example`',
        },
      ],
      concepts: [
        {
          id: 'c' as ConceptId,
          name: 'C',
          definition: '<https://c.example/> ![](https://i.example/i)',
        },
      ],
      site: SITE,
    });
    expect(links.map(({ url }) => url)).toEqual([
      'https://c.example/',
      'https://forge.example/r',
      'https://i.example/i',
      'https://t.example/',
      'https://us.example/',
    ]);
  });
});

test('markdownLinks reads links by reference, too', () => {
  expect(markdownLinks('> - [a][x]\n\n[x]: https://x.example/ "T"')).toEqual([
    'https://x.example/',
  ]);
});
