import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedFields, IncomingPaper } from './incoming.ts';
import {
  carryOut,
  edit,
  EMPTY,
  entry,
  incoming,
  ingest,
  plan,
  type Store,
} from './ingest-in-memory.ts';
import { areYearsNear, foldFamily } from '../../src/domain/paper-mark.ts';
import { foldTitle } from '../../src/domain/paper-key.ts';

const ADA = [{ name: 'Ada Lovelace' }];
const NIPS = { type: 'conference' as const, name: 'NIPS' };
const JOURNAL = { type: 'journal' as const, name: 'Journal of Attention' };

const preprint = incoming(
  'Attention is all you need',
  {
    authors: ADA,
    date: '2017-06-12',
    arxiv: '1706.03762',
    abstract: 'We attend.',
    pdf: 'https://arxiv.org/pdf/1706.03762',
  },
  'arxiv.xml',
);
const published = incoming(
  'Attention Is All You Need',
  { authors: [{ name: 'Lovelace, Ada' }], date: '2017', container: NIPS, doi: '10.5555/1' },
  'nips.bib',
);
const journal = incoming(
  'Attention is all you need',
  { authors: ADA, date: '2018', container: JOURNAL, doi: '10.5555/2' },
  'journal.ris',
);

const bare = ({ entries }: Store) =>
  entries.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'id' && name !== 'added')),
  );
const at = (line: number, one: IncomingPaper): IncomingPaper => ({ ...one, line });

describe('a preprint and its published version', () => {
  const expected = {
    title: 'Attention Is All You Need',
    abstract: 'We attend.',
    authors: [{ name: 'Lovelace, Ada' }],
    date: '2017',
    container: NIPS,
    doi: '10.5555/1',
    pdf: 'https://arxiv.org/pdf/1706.03762',
    also: [{ date: '2017-06-12', arxiv: '1706.03762' }],
  };

  test.each([
    ['in one run', [[preprint, published]]],
    ['in one run, the other way round', [[published, preprint]]],
    ['one after the other', [[preprint], [published]]],
    ['the published one first', [[published], [preprint]]],
    ['in one file', [[at(1, { ...preprint, source: 'a' }), at(2, { ...published, source: 'a' })]]],
  ])('are one entry, which shows the published one: %s', (_, runs) => {
    const store = runs.reduce(ingest, EMPTY);
    expect(bare(store)).toEqual([expected]);
    expect(plan(store, runs.flat())).toMatchObject({ actions: [], problems: [], joinings: [] });
  });

  test('keep the address of the entry that was there first', () => {
    const { entries } = ingest(ingest(EMPTY, [preprint]), [published]);
    expect(entries.map(({ id }) => id)).toEqual(['attention-is-all-you-need']);
  });

  test('are joined aloud', () => {
    const { joinings } = plan(ingest(EMPTY, [published]), [preprint]);
    expect(joinings).toEqual([{ id: 'attention-is-all-you-need', record: preprint }]);
  });

  test('are both remembered, with their files', () => {
    const { ledger } = ingest(EMPTY, [preprint, published]);
    expect(ledger).toMatchObject([
      {
        source: 'nips.bib',
        key: 'doi:10.5555/1',
        others: [{ source: 'arxiv.xml', key: 'arxiv:1706.03762' }],
      },
    ]);
  });

  test('stay one when only one of the files is read again', () => {
    const store = ingest(EMPTY, [preprint, published]);
    for (const one of [preprint, published])
      expect(plan(store, [one])).toMatchObject({ actions: [], ledger: store.ledger, problems: [] });
  });

  test('are removed together', () => {
    const store = { ...ingest(EMPTY, [preprint, published]), entries: [] };
    expect(plan(store, [preprint, published])).toMatchObject({ actions: [], staysRemoved: 1 });
    expect(plan(store, [preprint]).actions).toEqual([]);
  });

  test('follow their files', () => {
    const store = ingest(EMPTY, [preprint, published]);
    const newer = {
      ...preprint,
      fields: { ...preprint.fields, date: '2017-07-01', abstract: 'Newer.' },
    };
    expect(plan(store, [newer, published]).actions).toEqual([
      {
        type: 'update',
        id: 'attention-is-all-you-need',
        changes: { abstract: 'Newer.', also: [{ date: '2017-07-01', arxiv: '1706.03762' }] },
      },
    ]);
  });
});

describe('the list of versions', () => {
  test('has the journal version of a conference paper, for the first one that is published holds', () => {
    for (const store of [
      ingest(EMPTY, [published, journal]),
      ingest(ingest(EMPTY, [published]), [journal]),
    ])
      expect(bare(store)).toMatchObject([
        {
          doi: '10.5555/1',
          container: NIPS,
          also: [{ doi: '10.5555/2', date: '2018', container: JOURNAL }],
        },
      ]);
  });

  test('outlives imports once a curator has changed it', () => {
    const also = [{ url: 'https://example.org/slides', note: 'As a talk' }];
    const edited = edit(ingest(EMPTY, [published, preprint]), 'attention-is-all-you-need', {
      also,
    });
    const { actions, conflicts } = plan(edited, [published, preprint]);
    expect([actions, conflicts]).toEqual([[], []]);
    expect(plan(edited, [published, preprint, journal])).toMatchObject({
      actions: [],
      conflicts: [{ field: 'also', mine: also }],
    });
  });

  test('is written beside versions that a curator named', () => {
    const hand = entry('hand', { ...published.fields, also: [{ arxiv: '1706.03762' }] });
    const store = { entries: [hand], ledger: [] };
    expect(plan(store, [preprint])).toMatchObject({ adopted: 1, staysRemoved: 0 });
    expect(plan(store, [preprint]).actions.filter(({ type }) => type === 'create')).toEqual([]);
  });
});

describe('records of one DOI or arXiv id', () => {
  const one = incoming('On Light', { doi: '10.1000/A', date: '2001' }, 'a');

  test.each([
    ['another spelling of the DOI', incoming('On Light', { doi: '10.1000/a', date: '2001' }, 'b')],
    ['a subtitle', incoming('On Light: A Theory', { doi: '10.1000/A', date: '2001' }, 'b')],
    ['no author and year', incoming('On light', { doi: '10.1000/A' }, 'b')],
    ['an arXiv id besides', incoming('On Light', { doi: '10.1000/A', arxiv: '0801.0001' }, 'b')],
  ])('are one paper: %s', (_, other) => {
    expect(ingest(EMPTY, [one, other]).entries).toHaveLength(1);
    expect(ingest(ingest(EMPTY, [one]), [other]).entries).toHaveLength(1);
  });

  test('are one when a third record names both', () => {
    const records = [
      incoming('On Light', { doi: '10.1000/a' }, 'a'),
      incoming('About Light', { arxiv: '0801.0001' }, 'b'),
      incoming('On Light', { doi: '10.1000/a', arxiv: '0801.0001' }, 'c'),
    ];
    expect(ingest(EMPTY, records).entries).toHaveLength(1);
  });

  test('are told apart, and told, under quite another title', () => {
    const records = [one, at(7, incoming('Protein Folding in Yeast', { doi: '10.1000/A' }, 'b'))];
    const { actions, problems } = plan(EMPTY, records);
    expect(actions).toHaveLength(2);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'b', line: 7 }]);
    expect(problems[0]?.found).toContain('DOI or arXiv id of on-light');
    const store = ingest(EMPTY, records);
    expect(plan(store, records)).toMatchObject({ actions: [], ledger: store.ledger, problems: [] });
  });

  test('that stand twice in a file, once without the DOI, are remembered once each', () => {
    const without = incoming('On Light', { authors: ADA, date: '2001' }, 'a');
    const named = incoming('On Light', { authors: ADA, date: '2001', doi: '10.1000/1' }, 'a');
    const other = incoming('On Light', { authors: [{ name: 'Alan Turing' }], date: '2001' }, 'a');
    for (const records of [
      [at(1, without), at(2, named), at(3, other)],
      [at(1, other), at(2, without), at(3, named)],
    ]) {
      const store = ingest(EMPTY, records);
      expect(plan(store, records)).toMatchObject({ actions: [], ledger: store.ledger });
    }
  });

  test('know an arXiv DOI for what it is', () => {
    const records = [
      incoming('On Light', { doi: '10.48550/arXiv.0801.0001' }, 'a'),
      incoming('On the Light', { arxiv: '0801.0001' }, 'b'),
    ];
    expect(ingest(EMPTY, records).entries).toHaveLength(1);
  });
});

describe('records of one title', () => {
  const one = incoming('Introduction', { authors: ADA, date: '2001', abstract: 'One.' }, 'a');
  const others: readonly (readonly [string, Partial<ImportedFields>])[] = [
    ['two years later', { authors: ADA, date: '2003' }],
    ['by another author', { authors: [{ name: 'Alan Turing' }], date: '2001' }],
    ['without author', { date: '2001' }],
    ['without year', { authors: ADA }],
    ['with a title alone', {}],
  ];

  test.each(others)('are two entries, and told once: %s', (_, fields) => {
    const other = at(3, incoming('Introduction!', { ...fields, abstract: 'Two.' }, 'b'));
    for (const [before, read] of [
      [EMPTY, [one, other]],
      [ingest(EMPTY, [one]), [other]],
    ] as const) {
      const made = plan(before, read);
      const store = carryOut(before, made);
      expect(store.entries.map(({ id }) => id)).toEqual(['introduction', 'introduction-2']);
      expect(made.problems).toMatchObject([{ severity: 'warning', file: 'b', line: 3 }]);
      expect(made.problems[0]?.hint).toContain('rename -- introduction-2 introduction --join');
      const again = plan(store, [one, other]);
      expect([again.actions, again.problems, again.ledger]).toEqual([[], [], store.ledger]);
    }
  });

  test('in one file stay who they are when others come before them', () => {
    const list = (texts: readonly string[]) =>
      texts.map((abstract, index) => at(index, incoming('Introduction', { abstract }, 'list')));
    const store = ingest(EMPTY, list(['One.', 'Two.']));
    const { actions } = plan(store, list(['New.', 'Two.', 'One.']));
    expect(actions).toMatchObject([{ type: 'create', id: 'introduction-3', abstract: 'New.' }]);
  });

  test('in one file that say the very same are one, and told', () => {
    const { actions, problems } = plan(EMPTY, [at(1, one), at(2, one)]);
    expect(actions).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'a', line: 2 }]);
    expect(problems[0]?.found).toBe('the paper of line 1 again');
  });

  test('that are a list under a new name are the papers of the list', () => {
    const list = (source: string, abstract: string) =>
      ['A', 'B', 'A'].map((title, index) =>
        at(index, incoming(title, { abstract: `${abstract} ${index}` }, source)),
      );
    const store = ingest(EMPTY, list('2025.txt', 'Old.'));
    expect(store.entries).toHaveLength(3);
    const { actions, ledger } = plan(store, list('2026.txt', 'New.'));
    expect(actions.map((action) => action.type === 'update' && action.changes)).toEqual([
      { abstract: 'New. 0' },
      { abstract: 'New. 1' },
      { abstract: 'New. 2' },
    ]);
    expect(ledger.map(({ source }) => source)).toEqual(['2026.txt', '2026.txt', '2026.txt']);
  });

  test('that were removed come back as another paper only, and that is told', () => {
    const removed = { ...ingest(EMPTY, [one]), entries: [] };
    const later = { ...one, source: 'b', fields: { ...one.fields, date: '2001-05' } };
    expect(plan(removed, [later]).actions).toEqual([]);
    const other = incoming('Introduction', { authors: [{ name: 'Alan Turing' }] }, 'b');
    const { actions, problems } = plan(removed, [other]);
    expect(actions).toMatchObject([{ type: 'create', id: 'introduction-2' }]);
    expect(problems[0]?.found).toContain('the removed entry introduction');
  });
});

describe('conflicts', () => {
  const one = incoming('A', { abstract: 'One.', date: '2001' });
  const two = incoming('A', { abstract: 'Two.', date: '2001' });
  const open = edit(ingest(EMPTY, [one]), 'a', { abstract: 'Mine.' });
  const settle = (how: 'ours' | 'theirs', papers: readonly IncomingPaper[]) =>
    plan(open, papers, () => how);

  test('are told at every run until they are settled', () => {
    const first = ingest(open, [two]);
    expect(plan(first, [two]).conflicts).toMatchObject([
      { id: 'a', field: 'abstract', mine: 'Mine.', theirs: 'Two.', source: 'a.txt', line: 1 },
    ]);
  });

  test('are settled for the entry', () => {
    const settled = settle('ours', [two]);
    expect([settled.actions, settled.conflicts]).toEqual([[], []]);
    expect(plan(carryOut(open, settled), [two]).conflicts).toEqual([]);
  });

  test('are settled for the source', () => {
    const settled = settle('theirs', [two]);
    expect(settled.actions).toEqual([{ type: 'update', id: 'a', changes: { abstract: 'Two.' } }]);
    const after = carryOut(open, settled);
    expect(plan(after, [two])).toMatchObject({ actions: [], conflicts: [] });
  });

  test('alone are settled: what only the curator changed stays', () => {
    expect(settle('theirs', [one]).actions).toEqual([]);
  });

  test('come up again when the source changes once more', () => {
    const settled = carryOut(open, settle('ours', [two]));
    const three = incoming('A', { abstract: 'Three.', date: '2001' });
    expect(plan(settled, [three]).conflicts).toHaveLength(1);
  });
});

describe('laws', () => {
  type Draft = Readonly<{
    work: number;
    loud: boolean;
    later: boolean;
    doi: number | undefined;
    arxiv: boolean;
    isPreprint: boolean;
    silent: 'nothing' | 'authors' | 'date';
    abstract: string;
    source: number;
  }>;
  const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
  const draft: fc.Arbitrary<Draft> = fc.record({
    work: fc.nat(3),
    loud: fc.boolean(),
    later: fc.boolean(),
    doi: some(fc.nat(1)),
    arxiv: fc.boolean(),
    isPreprint: fc.boolean(),
    silent: fc.constantFrom('nothing', 'nothing', 'nothing', 'authors', 'date'),
    abstract: fc.constantFrom('', 'One.', 'Two.'),
    source: fc.nat(2),
  });
  /** Works 0 and 1 have one title and another author, works 0 and 2 one title and author and years far apart. */
  const toRecord = (one: Draft, index: number): IncomingPaper => {
    const { work, loud, later, silent } = one;
    const title = work === 3 ? 'Quite Another Matter' : 'On Light';
    const name = work === 1 ? 'Alan Turing' : 'Ada Lovelace';
    const year = 2000 + (work === 2 ? 10 : 0) + (later ? 1 : 0);
    const fields = {
      abstract: one.abstract,
      ...(silent !== 'authors' && { authors: [{ name }] }),
      ...(silent !== 'date' && { date: String(year) }),
      ...(one.doi !== undefined && !one.isPreprint && { doi: `10.1000/${work}.${one.doi}` }),
      ...(one.arxiv && one.isPreprint && { arxiv: `080${work}.0001` }),
      ...(one.isPreprint && { container: { type: 'preprint' as const, name: 'arXiv' } }),
    };
    return at(index + 1, incoming(loud ? title.toUpperCase() : title, fields, `${one.source}`));
  };
  const records = fc
    .array(draft, { minLength: 1, maxLength: 9 })
    .map((drafts) => drafts.toSorted((a, b) => a.source - b.source).map(toRecord));
  const sound = records.map((all) =>
    all.filter(({ fields }) => fields.authors !== undefined && fields.date !== undefined),
  );

  const isSure = (a: IncomingPaper, b: IncomingPaper): boolean => {
    const [one, other] = [a.fields, b.fields];
    const shares = (field: 'doi' | 'arxiv') =>
      one[field] !== undefined && one[field] === other[field];
    const family = ({ authors }: ImportedFields) => foldFamily(authors?.[0]?.name ?? '');
    const year = ({ date }: ImportedFields) => Number(date);
    return (
      shares('doi') ||
      shares('arxiv') ||
      (foldTitle(one.title) === foldTitle(other.title) &&
        family(one) !== '' &&
        family(one) === family(other) &&
        areYearsNear(year(one), year(other)))
    );
  };
  /** As slow as can be: whatever is sure to be one, also by others in between. */
  const countWorks = (all: readonly IncomingPaper[]): number => {
    const classes = all.map((_, index) => index);
    for (let round = 0; round < all.length; round += 1)
      all.forEach((a, i) => {
        all.forEach((b, j) => {
          if (isSure(a, b)) classes[i] = classes[j] = Math.min(classes[i] ?? 0, classes[j] ?? 0);
        });
      });
    return new Set(classes).size;
  };

  test('as many entries are made as there are works', () => {
    fc.assert(
      fc.property(sound, (all) => {
        expect(ingest(EMPTY, all).entries).toHaveLength(countWorks(all));
      }),
    );
  });

  test('the order of records makes no other works', () => {
    fc.assert(
      fc.property(
        sound.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(ingest(EMPTY, shuffled).entries).toHaveLength(ingest(EMPTY, all).entries.length);
        },
      ),
    );
  });

  test('files read one after the other, then all, make the entries that they make together', () => {
    fc.assert(
      fc.property(sound, (all) => {
        const files = [...Map.groupBy(all, ({ source }) => source).values()];
        const inTurn = [...files, all].reduce(ingest, EMPTY);
        expect(new Set(bare(inTurn))).toEqual(new Set(bare(ingest(EMPTY, all))));
      }),
    );
  });

  test('a second run changes nothing, whichever of the files it reads', () => {
    fc.assert(
      fc.property(records, fc.nat(2), (all, source) => {
        const store = ingest(EMPTY, all);
        const again = plan(store, all);
        expect([again.actions, again.ledger]).toEqual([[], store.ledger]);
        const part = all.filter((one) => one.source === String(source));
        const half = plan(store, part);
        expect(half.actions.filter(({ type }) => type === 'create')).toEqual([]);
      }),
    );
  });

  test('no record vanishes: it is an entry, a version of one, or told', () => {
    fc.assert(
      fc.property(records, (all) => {
        const made = plan(EMPTY, all);
        const { entries } = carryOut(EMPTY, made);
        const isTold = ({ source, line }: IncomingPaper) =>
          made.problems.some((one) => one.file === source && (one.line ?? line) === line);
        for (const record of all) {
          const { doi, arxiv, date, abstract } = record.fields;
          const isKept = entries.some((one) =>
            [one, ...(one.also ?? [])].some(
              (version) =>
                foldTitle(version.title ?? one.title) === foldTitle(record.fields.title) &&
                (doi === undefined || version.doi === doi) &&
                (arxiv === undefined || version.arxiv === arxiv) &&
                (date === undefined || (version.date ?? one.date) === date) &&
                (abstract === '' || version !== one || one.abstract === abstract),
            ),
          );
          expect([record, isKept || isTold(record)]).toEqual([record, true]);
        }
      }),
    );
  });

  test('what is edited stays while versions come and go', () => {
    fc.assert(
      fc.property(sound, sound, (first, second) => {
        const made = ingest(EMPTY, first);
        const [target] = made.entries;
        if (target === undefined) return;
        const mine = { title: 'Mine', also: [{ note: 'Mine' }] };
        const after = ingest(edit(made, target.id, mine), second);
        expect(after.entries.find(({ id }) => id === target.id)).toMatchObject(mine);
      }),
    );
  });
});
