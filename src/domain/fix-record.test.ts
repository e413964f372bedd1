import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PaperId } from './fields.ts';
import { fixWays } from './fix-record.ts';
import { fileUrl, FORGES, forgeOf, issueUrl } from './forges.ts';
import type { Paper } from './paper.ts';

const KILNS: Paper = { id: 'kilns' as PaperId, title: 'Kilns & Co', abstract: 'They are hot.' };
const ADDRESS = 'https://x.example/papers/kilns/';
const GITHUB = { repository: 'https://github.com/keeper/shelf' };
const GITLAB = { repository: 'https://gitlab.com/group/sub/shelf' };
const FORGEJO = { repository: 'https://codeberg.org/keeper/shelf' };

describe('the address of a file', () => {
  test.each([
    ['https://github.com/k/shelf', 'https://github.com/k/shelf/edit/main/content/papers/a.md'],
    [
      'https://www.GitHub.com/k/shelf.git',
      'https://www.GitHub.com/k/shelf/edit/main/content/papers/a.md',
    ],
    [
      'https://github.com/k/shelf/tree/x?a#b',
      'https://github.com/k/shelf/edit/main/content/papers/a.md',
    ],
    [
      'https://github.uni.example/k/s',
      'https://github.uni.example/k/s/edit/main/content/papers/a.md',
    ],
    ['https://gitlab.com/g/s/p/', 'https://gitlab.com/g/s/p/-/edit/main/content/papers/a.md'],
    [
      'https://gitlab.uni.example/g/p/-/tree/x',
      'https://gitlab.uni.example/g/p/-/edit/main/content/papers/a.md',
    ],
    ['https://codeberg.org/k/s', 'https://codeberg.org/k/s/_edit/main/content/papers/a.md'],
    [
      'https://forgejo.uni.example:3000/k/s',
      'https://forgejo.uni.example:3000/k/s/_edit/main/content/papers/a.md',
    ],
    ['https://bitbucket.org/k/s', 'https://bitbucket.org/k/s/src/main/content/papers/a.md'],
    ['https://git.sr.ht/~k/s', 'https://git.sr.ht/~k/s/tree/main/item/content/papers/a.md'],
  ])('in %s is %s', (repository, url) => {
    expect(fileUrl({ repository }, 'papers/a.md')).toBe(url);
  });

  test.each([
    'https://code.example/k/s',
    'https://github.com/k',
    'https://github.com',
    'https://my-github.example/k/s',
    'https://evil.example/github.com/k/s',
    'https://my-github.example/k/s',
    'https://notgithub.com/k/s',
  ])('is none where nobody can know it: %s', (repository) => {
    expect(fileUrl({ repository }, 'papers/a.md')).toBeUndefined();
    expect(issueUrl({ repository })).toBeUndefined();
  });

  test('is where the settings say', () => {
    const repository = 'https://code.example/k/s';
    expect(
      fileUrl(
        { repository, forge: 'forgejo', branch: 'next/one two', folder: './shelf/' },
        'site.md',
      ),
    ).toBe(`${repository}/_edit/next/one%20two/shelf/site.md`);
    expect(fileUrl({ repository, forge: 'gitlab', folder: '.' }, 'site.md')).toBe(
      `${repository}/-/edit/main/site.md`,
    );
  });

  test('takes any name, and stays in the repository', () => {
    const anyName = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((name) => !/[/]|^\.$/.test(name));
    fc.assert(
      fc.property(anyName, fc.constantFrom(...FORGES), (name, forge) => {
        const repository = 'https://code.example/k/s';
        const url = new URL(fileUrl({ repository, forge }, `papers/${name}.md`) ?? '');
        expect(url.search + url.hash).toBe('');
        expect(url.pathname.startsWith('/k/s/')).toBe(true);
        const last = url.pathname.split('/').at(-1) ?? '';
        expect(decodeURIComponent(last)).toBe(`${name.toWellFormed()}.md`);
      }),
    );
  });
});

const filled = (paper: Paper, whom: Parameters<typeof fixWays>[2]) =>
  fixWays(paper, ADDRESS, whom).reports.map(({ field, url }) => ({
    field,
    url: new URL(url),
    params: Object.fromEntries(new URL(url).searchParams),
  }));

describe('a report', () => {
  test('offers each field that the record has, and anything else', () => {
    const paper: Paper = {
      ...KILNS,
      authors: [{ name: 'Ada Ash' }, { name: 'Bo Birch' }],
      date: '2024-05',
      container: { name: 'Journal of Clay', volume: '3' },
      kind: 'method',
      topics: ['kilns' as never, 'clay' as never],
    };
    expect(filled(paper, GITHUB).map(({ field, params }) => [field, params['old']])).toEqual([
      ['Title', 'Kilns & Co'],
      ['Abstract', 'They are hot.'],
      ['Authors', 'Ada Ash; Bo Birch'],
      ['Publication', 'Journal of Clay, volume 3, May 2024'],
      ['Topics and kind', 'kilns, clay, Method'],
      ['Something else', ''],
    ]);
  });

  test('fills the fields that the form of the repository has', () => {
    const form = parse(readFileSync('.github/ISSUE_TEMPLATE/fix-record.yml', 'utf8')) as {
      readonly body: readonly { readonly id: string }[];
    };
    const [report] = filled(KILNS, GITHUB);
    expect(report?.url.pathname).toBe('/keeper/shelf/issues/new');
    const { template, title, ...fields } = report?.params ?? {};
    expect([template, title]).toEqual(['fix-record.yml', 'Fix: Kilns & Co']);
    expect(fields).toEqual({ paper: ADDRESS, field: 'Title', old: 'Kilns & Co' });
    const ids = form.body.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...Object.keys(fields), 'new']));
  });

  test.each([
    [GITLAB, '/group/sub/shelf/-/issues/new', 'issue[title]', 'issue[description]'],
    [FORGEJO, '/keeper/shelf/issues/new', 'title', 'body'],
  ])('is a text where forms take no fields: %o', (whom, path, title, body) => {
    const [report] = filled(KILNS, whom);
    expect(report?.url.pathname).toBe(path);
    expect(report?.params[title]).toBe('Fix: Kilns & Co');
    expect(report?.params[body]).toMatch(
      /^Paper: https:.*\/papers\/kilns\/\n\nField: Title\n\nAs it is now: Kilns & Co\n\nAs it should be: /,
    );
  });

  test('takes half a character for one that cannot be shown', () => {
    const [report] = filled({ ...KILNS, title: 'Kilns \ud83d' }, GITHUB);
    expect(report?.params['old']).toBe('Kilns \ufffd');
  });

  test('has an address that is short enough, whatever the record says, and tells its beginning', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 800, size: 'max' }),
      fc.string({ unit: 'grapheme', maxLength: 800, size: 'max' }),
    );
    fc.assert(
      fc.property(anyText, anyText, (title, abstract) => {
        const paper = { ...KILNS, title, abstract };
        for (const { field, url, params } of filled(paper, GITHUB)) {
          expect(url.href.length).toBeLessThanOrEqual(1500);
          const value = { Title: title, Abstract: abstract }[field] ?? '';
          const old = params['old'] ?? '';
          if (old === value.toWellFormed()) continue;
          expect(old.endsWith('…')).toBe(true);
          expect(value.toWellFormed().startsWith(old.slice(0, -1))).toBe(true);
        }
      }),
    );
  });
});

describe('who is asked', () => {
  const mail = 'keeper+shelf@x.example';

  test('is the repository when there is one', () => {
    const ways = fixWays(KILNS, ADDRESS, { ...GITHUB, mail });
    expect(ways.entry).toBe('https://github.com/keeper/shelf/edit/main/content/papers/kilns.md');
    expect(ways.mail).toBeUndefined();
  });

  test('is the mail address where nobody knows how to ask the repository', () => {
    for (const whom of [{ mail }, { repository: 'https://code.example/k/s', mail }]) {
      const ways = fixWays(KILNS, ADDRESS, whom);
      expect([ways.entry, ways.reports]).toEqual([undefined, []]);
      const url = new URL(ways.mail ?? '');
      expect(decodeURIComponent(url.pathname)).toBe(mail);
      // a plus in a mail link is a plus
      expect(url.search).not.toContain('+');
      expect(url.searchParams.get('subject')).toBe('Fix: Kilns & Co');
      expect(url.searchParams.get('body')).toContain(`Paper: ${ADDRESS}\r\n\r\n`);
    }
  });

  test('is both where the repository shows the entry and takes no reports', () => {
    const ways = fixWays(KILNS, ADDRESS, { repository: 'https://bitbucket.org/k/s', mail });
    expect(ways.entry).toBe('https://bitbucket.org/k/s/src/main/content/papers/kilns.md');
    expect(ways.mail).toBeDefined();
  });

  test('is nobody when the site names nobody', () => {
    expect(fixWays(KILNS, ADDRESS, {})).toEqual({ entry: undefined, reports: [] });
  });
});

test('a setting says more than the name of a host', () => {
  expect(forgeOf({ ...GITHUB, forge: 'gitlab' })).toBe('gitlab');
  expect(forgeOf(GITHUB)).toBe('github');
});
