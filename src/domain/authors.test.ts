import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexAuthors, coauthorsOf, otherNames, type AuthorIndex } from './author-index.ts';
import { knownAuthorSchema, type KnownAuthor } from './authors-file.ts';
import { collectPeople } from './authors.ts';
import { authorIdSchema, paperIdSchema } from './fields.ts';
import { nameKey } from './name-key.ts';
import { hasPage, pathsOfNames, splitNames } from './named-index.ts';
import type { Author, Paper } from './paper.ts';
import { pagesOf } from './partition.ts';

const ORCIDS = ['0000-0000-0000-001X', '0000-0000-0000-0124', '0000-0000-0000-0239'] as const;
const NAMES = [
  'John Smith',
  'J. Smith',
  'john  smith',
  'Jöhn Smith',
  'Wei Liu',
  '灯台 守',
] as const;

const paper = (number: number, authors: readonly Author[], date?: string): Paper => ({
  id: paperIdSchema.parse(`paper-${number}`),
  title: `Title ${number}`,
  abstract: '',
  authors: [...authors],
  ...(date === undefined ? {} : { date }),
});

// few names and ORCIDs, so that they meet in every way
const anyAuthor: fc.Arbitrary<Author> = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.option(fc.constantFrom(...ORCIDS), { nil: undefined, freq: 2 }),
  )
  .map(([name, orcid]) => (orcid === undefined ? { name } : { name, orcid }));
const anyBylines = fc.array(fc.array(anyAuthor, { maxLength: 4 }), { maxLength: 14 });
const toPapers = (bylines: readonly (readonly Author[])[], from = 0): readonly Paper[] =>
  bylines.map((authors, at) => paper(from + at, authors));

const known = (id: string, name: string, more: Partial<KnownAuthor> = {}): KnownAuthor =>
  knownAuthorSchema.parse({ id: authorIdSchema.parse(id), name, ...more });
const anyKnown = fc.constantFrom<readonly KnownAuthor[]>(
  [],
  [known('smith', 'John Smith', { variants: ['J. Smith'] })],
  [known('smith', 'John Smith', { orcid: ORCIDS[0], variants: ['Jöhn Smith'] })],
  [
    known('wei-one', 'Wei Liu', { papers: [paperIdSchema.parse('paper-1')] }),
    known('smith', 'J. Smith'),
  ],
);

type Mention = { readonly author: Author; readonly at: string };

const mentionsOf = (papers: readonly Paper[]): readonly Mention[] =>
  papers.flatMap(({ id, authors = [] }) =>
    authors.map((author, at) => ({ author, at: `${id} ${at}` })),
  );

/** Whom each mention means, by the id of the person. */
const judge = ({ authorsOf }: AuthorIndex): ReadonlyMap<string, string> =>
  new Map(
    [...authorsOf].flatMap(([id, people]) =>
      people.map((person, at) => [`${id} ${at}`, person.id] as const),
    ),
  );

/** The rule, said once more: an ORCID is a person; a name is the only ORCID that has it, or itself. */
const ruleOf = (papers: readonly Paper[]): ((author: Author) => string) => {
  const all = mentionsOf(papers).map(({ author }) => author);
  return ({ name, orcid }) => {
    if (orcid !== undefined) return orcid;
    const orcids = all.flatMap((one) =>
      nameKey(one.name) === nameKey(name) ? (one.orcid ?? []) : [],
    );
    const [only, ...others] = new Set(orcids);
    return only === undefined || others.length > 0 ? nameKey(name) : only;
  };
};

const addressesOf = ({ people, oldAddresses }: AuthorIndex): readonly string[] => [
  ...people.filter(hasPage).map(({ id }) => id),
  ...oldAddresses.map(({ id }) => id),
];

describe('the people of a collection', () => {
  test('are told apart by ORCID and by name, and by nothing else', () => {
    fc.assert(
      fc.property(anyBylines, (bylines) => {
        const papers = toPapers(bylines);
        const meant = judge(indexAuthors(papers));
        const rule = ruleOf(papers);
        for (const a of mentionsOf(papers))
          for (const b of mentionsOf(papers))
            expect(meant.get(a.at) === meant.get(b.at)).toBe(rule(a.author) === rule(b.author));
      }),
    );
  });

  test('stand on each paper in its order, and in the index exactly once', () => {
    fc.assert(
      fc.property(anyBylines, anyKnown, (bylines, list) => {
        const papers = toPapers(bylines);
        const index = indexAuthors(papers, list);
        for (const { id, authors = [] } of papers) {
          const people = index.authorsOf.get(id) ?? [];
          expect(people).toHaveLength(authors.length);
          people.forEach(({ forms }, at) => expect(forms).toContain(authors[at]?.name));
        }
        const listed = pagesOf(index.whole).flatMap(({ items }) => items);
        const standing = new Set([...index.authorsOf.values()].flat());
        expect(listed).toHaveLength(standing.size);
        expect(new Set(listed)).toEqual(standing);
        for (const person of listed)
          expect(person.papers.map(({ id }) => id).toSorted()).toEqual(
            papers
              .flatMap(({ id }) => (index.authorsOf.get(id)?.includes(person) ? [id] : []))
              .toSorted(),
          );
      }),
    );
  });

  test('have addresses of their own, that lead somewhere', () => {
    fc.assert(
      fc.property(anyBylines, anyKnown, (bylines, list) => {
        const index = indexAuthors(toPapers(bylines), list);
        const ids = index.people.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const addresses = addressesOf(index);
        expect(new Set(addresses).size).toBe(addresses.length);
        expect([...index.paths.keys()].toSorted()).toEqual(ids.toSorted());
        for (const { people } of index.oldAddresses) expect(people.length).toBeGreaterThan(0);
      }),
    );
  });

  test('do not depend on the order of the papers', () => {
    fc.assert(
      fc.property(anyBylines, anyKnown, (bylines, list) => {
        const papers = toPapers(bylines);
        const forwards = judge(indexAuthors(papers, list));
        const backwards = judge(indexAuthors(papers.toReversed(), list));
        expect([...backwards].toSorted()).toEqual([...forwards].toSorted());
      }),
    );
  });

  test('keep their addresses when papers are added', () => {
    fc.assert(
      fc.property(anyBylines, anyBylines, anyKnown, (bylines, more, list) => {
        const papers = toPapers(bylines);
        const before = indexAuthors(papers, list);
        const after = indexAuthors([...papers, ...toPapers(more, 100)], list);
        expect(addressesOf(after)).toEqual(expect.arrayContaining([...addressesOf(before)]));
      }),
      { numRuns: 400 },
    );
  });

  test('keep id and papers when papers are added, as far as an ORCID or a name alone tells who they are', () => {
    fc.assert(
      fc.property(anyBylines, anyBylines, (bylines, more) => {
        const papers = toPapers(bylines);
        const before = indexAuthors(papers);
        const after = indexAuthors([...papers, ...toPapers(more, 100)]);
        const later = new Map(after.people.map((person) => [person.id, person]));
        for (const { id, author } of papers.flatMap(({ id, authors = [] }) =>
          authors.map((author) => ({ id, author })),
        )) {
          const own = author.orcid?.toLowerCase();
          if (own === undefined) continue;
          expect(before.people.map((person) => person.id)).toContain(own);
          expect(later.get(own)?.papers.map((paper) => paper.id)).toContain(id);
        }
        const orcids = new Set([...bylines, ...more].flat().flatMap(({ orcid }) => orcid ?? []));
        if (orcids.size > 0) return;
        for (const { id, papers: own } of before.people)
          expect(later.get(id)?.papers).toEqual(expect.arrayContaining([...own]));
      }),
      { numRuns: 200 },
    );
  });
});

describe('authors.md', () => {
  const papers = toPapers([
    [{ name: 'J. Smith' }],
    [{ name: 'John Smith' }, { name: 'Wei Liu' }],
    [{ name: 'JOHN SMITH' }],
    [{ name: 'Wei Liu' }, { name: 'J. Smith' }],
  ]);

  test('joins names that it gives to one person', () => {
    const index = indexAuthors(papers, [
      known('smith', 'John B. Smith', {
        variants: ['J. Smith', 'John Smith'],
        page: 'https://smith.example/',
      }),
    ]);
    const smith = index.people.find(({ id }) => id === 'smith');
    expect(smith?.papers).toHaveLength(4);
    expect(smith).toMatchObject({
      name: 'John B. Smith',
      forms: ['J. Smith', 'JOHN SMITH', 'John Smith'],
      page: 'https://smith.example/',
    });
    expect(smith && otherNames(smith)).toEqual(['J. Smith', 'JOHN SMITH']);
    expect(index.people).toHaveLength(2);
  });

  test('leaves all names apart when it is not there', () => {
    expect(collectPeople(papers).people.map(({ id, name }) => [id, name])).toEqual([
      ['wei-liu', 'Wei Liu'],
      ['j-smith', 'J. Smith'],
      ['john-smith', 'JOHN SMITH'],
    ]);
  });

  test('tells persons of one name apart by their papers', () => {
    const { authorsOf } = collectPeople(papers, [
      known('wei-liu-of-kites', 'Wei Liu', { papers: [paperIdSchema.parse('paper-3')] }),
    ]);
    expect(authorsOf.get(paperIdSchema.parse('paper-1'))?.[1]?.id).toBe('wei-liu');
    expect(authorsOf.get(paperIdSchema.parse('paper-3'))?.[0]?.id).toBe('wei-liu-of-kites');
  });

  test('gives a person the only ORCID that stands beside the name, and none of two', () => {
    const smith = known('smith', 'John Smith');
    const one = [[{ name: 'John Smith', orcid: ORCIDS[0] }], [{ name: 'John Smith' }]];
    const two = [...one, [{ name: 'John Smith', orcid: ORCIDS[1] }]];
    expect(collectPeople(toPapers(one), [smith]).people.map(({ id }) => id)).toEqual(['smith']);
    expect(collectPeople(toPapers(two), [smith]).people.map(({ id }) => id)).toEqual([
      '0000-0000-0000-001x',
      '0000-0000-0000-0124',
      'smith',
    ]);
  });
});

describe('an address that a name has by itself', () => {
  const three = (author: Author, from: number) => toPapers([[author], [author], [author]], from);

  test('leads to the person whose ORCID became known', () => {
    const papers = [
      ...three({ name: 'Wei Liu' }, 0),
      ...three({ name: 'Wei Liu', orcid: ORCIDS[0] }, 10),
    ];
    const { people, oldAddresses } = indexAuthors(papers);
    expect(people.map(({ id }) => id)).toEqual(['0000-0000-0000-001x']);
    expect(oldAddresses).toMatchObject([
      { id: 'wei-liu', people: [{ id: '0000-0000-0000-001x' }] },
    ]);
  });

  test('leads to all who have the name', () => {
    const papers = [
      ...three({ name: 'Wei Liu', orcid: ORCIDS[1] }, 0),
      ...three({ name: 'Wei Liu', orcid: ORCIDS[0] }, 10),
    ];
    expect(indexAuthors(papers).oldAddresses).toMatchObject([
      { id: 'wei-liu', people: [{ id: '0000-0000-0000-001x' }, { id: '0000-0000-0000-0124' }] },
    ]);
  });
});

test('papers stand the newest first, those without a date last', () => {
  const dates = ['2019', undefined, '2021-05', '2021'];
  const [person] = collectPeople(
    dates.map((date, at) => paper(at, [{ name: 'Tusk' }], date)),
  ).people;
  expect(person?.papers.map(({ date }) => date)).toEqual(['2021-05', '2021', '2019', undefined]);
});

test('co-authors are counted by papers, the closest first', () => {
  const index = indexAuthors(
    toPapers([
      [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Cleo' }],
      [{ name: 'Cleo' }, { name: 'Ada' }, { name: 'Cleo' }],
    ]),
  );
  const ada = index.people.find(({ name }) => name === 'Ada');
  expect(ada && coauthorsOf(ada, index).map(({ person, count }) => [person.name, count])).toEqual([
    ['Cleo', 2],
    ['Ben', 1],
  ]);
});

describe('an index of names', () => {
  const entry = (number: number, name: string, papers: readonly Paper[]) => ({
    id: `n-${number}`,
    name,
    sortName: name,
    papers,
  });
  const some = toPapers([[], [], []]);

  test('leads to pages of three papers or more, and else to a place on its own pages', () => {
    const whole = splitNames([entry(1, 'Ada', some), entry(2, 'Ben', some.slice(1))]);
    expect([...pathsOfNames(whole, '/authors/')]).toEqual([
      ['n-1', '/authors/n-1/'],
      ['n-2', '/authors/#a-n-2'],
    ]);
  });

  test('falls apart by letters when it is long', () => {
    const many = Array.from({ length: 900 }, (_, at) =>
      entry(at, at % 2 === 0 ? `Adler ${at}` : `Blum ${at}`, some.slice(2)),
    );
    const whole = splitNames(many);
    expect(whole.parts.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(pathsOfNames(whole, '/venues/').get('n-1')).toBe('/venues/by/b/#a-n-1');
  });
});
