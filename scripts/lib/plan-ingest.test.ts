import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperIdSchema, topicIdSchema } from '../../src/domain/fields.ts';
import {
  carryOut,
  choices,
  edit,
  EMPTY,
  entry,
  incoming,
  ingest,
  plan,
  type Store,
} from './ingest-in-memory.ts';
import { planIngest } from './plan-ingest.ts';

const titles = ({ entries }: Store) => entries.map(({ id, title }) => [id, title]);

describe('new papers', () => {
  test('become entries with what the source says, what is proposed, and the day', () => {
    const propose = () => ({ topics: [topicIdSchema.parse('light')], kind: 'survey' as const });
    const paper = incoming('On Light', { abstract: 'A text.', date: '2020' });
    const { actions, ledger } = planIngest(
      { ...EMPTY, incoming: [paper] },
      { ...choices, propose },
    );
    expect(actions).toEqual([
      {
        type: 'create',
        id: 'on-light',
        fields: {
          title: 'On Light',
          date: '2020',
          topics: ['light'],
          kind: 'survey',
          added: '2026-01-02',
        },
        abstract: 'A text.',
      },
    ]);
    expect(ledger).toMatchObject([
      { id: 'on-light', source: 'a.txt', key: 'title:onlight', removed: false },
    ]);
    expect(Object.keys(ledger[0]?.fields ?? {})).toEqual(['title', 'abstract', 'date']);
  });

  test('leave out topics and kind when none fit', () => {
    const [action] = plan(EMPTY, [incoming('A')]).actions;
    expect(action).toEqual({
      type: 'create',
      id: 'a',
      fields: { title: 'A', added: '2026-01-02' },
      abstract: '',
    });
  });

  test('get ids that nobody has or had: entries, aliases, removed ones', () => {
    const store = {
      ...EMPTY,
      entries: [
        entry('x', { aliases: [paperIdSchema.parse('a')] }),
        entry('a-2', { title: 'Other' }),
      ],
    };
    const removed = { ...ingest(EMPTY, [incoming('A, 3')]), entries: [] };
    expect(plan(store, [incoming('A')]).actions).toMatchObject([{ id: 'a-3' }]);
    expect(plan(removed, [incoming('A 3')]).actions).toEqual([]);
    expect(plan(removed, [incoming('A+3')]).actions).toMatchObject([{ id: 'a-3-2' }]);
  });
});

describe('known papers', () => {
  const before = ingest(EMPTY, [incoming('A', { abstract: 'One.', date: '2020' })]);

  test('are known by their key, whatever their title is today', () => {
    const edited = edit(before, 'a', { title: 'Quite Another' });
    const { actions, problems, kept } = plan(edited, [
      incoming('a!', { abstract: 'One.', date: '2020' }),
    ]);
    // the source now writes `a!`, the curator something else: both changed
    expect([actions, kept, problems.map(({ field }) => field)]).toEqual([[], ['a'], ['title']]);
  });

  test('follow their source where nobody edited', () => {
    const { actions, problems } = plan(before, [
      incoming('A', { abstract: 'Two.', pdf: 'https://x.org/a' }),
    ]);
    expect(actions).toEqual([
      {
        type: 'update',
        id: 'a',
        changes: { abstract: 'Two.', date: undefined, pdf: 'https://x.org/a' },
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('keep what was edited, and say so when the source changed it too', () => {
    const edited = edit(before, 'a', { abstract: 'Mine.' });
    const { actions, problems } = plan(edited, [incoming('A', { abstract: 'Two.', date: '2020' })]);
    expect(actions).toEqual([]);
    expect(problems).toMatchObject([
      { severity: 'warning', file: 'content/papers/a.md', field: 'abstract' },
    ]);
    expect(problems[0]?.found).toBe('"Mine.", but "Two." in a.txt:1');
  });

  test('are at peace when both changed to the same', () => {
    const edited = edit(before, 'a', { abstract: 'Two.' });
    const { actions, problems } = plan(edited, [incoming('A', { abstract: 'Two.', date: '2020' })]);
    expect([actions, problems]).toEqual([[], []]);
  });

  test('stay as they are when no source tells of them', () => {
    expect(plan(before, []).ledger).toEqual(before.ledger);
    expect(plan(before, [incoming('B')]).actions).toMatchObject([{ type: 'create', id: 'b' }]);
  });

  test('keep the topics that a curator took away', () => {
    const proposing = {
      ...choices,
      propose: () => ({ topics: [topicIdSchema.parse('light')], kind: 'survey' as const }),
    };
    const emptied = edit(before, 'a', { topics: undefined, kind: undefined });
    const { actions } = planIngest(
      { ...emptied, incoming: [incoming('A', { abstract: 'One.', date: '2020' })] },
      proposing,
    );
    expect(actions).toEqual([]);
  });

  test('are found under a new id that has the old one as an alias', () => {
    const moved = {
      ...before,
      entries: [
        entry('b', {
          title: 'A',
          abstract: 'One.',
          date: '2020',
          aliases: [paperIdSchema.parse('a')],
        }),
      ],
    };
    const after = plan(moved, [incoming('A', { abstract: 'Two.', date: '2020' })]);
    expect(after.actions).toEqual([{ type: 'update', id: 'b', changes: { abstract: 'Two.' } }]);
    expect(after.ledger).toMatchObject([{ id: 'a', removed: false }]);
  });

  test('under a new id without the old one are told of, for the old address is dead', () => {
    const moved = { ...before, entries: [entry('b', { title: 'A', abstract: 'One.' })] };
    const { actions, problems, staysRemoved } = plan(moved, [
      incoming('A', { abstract: 'Two.', date: '2020' }),
    ]);
    expect([actions, staysRemoved]).toEqual([[], 1]);
    expect(problems).toMatchObject([
      { severity: 'warning', file: 'content/papers/b.md', field: 'aliases' },
    ]);
  });

  test('that two papers became are changed once, by what both sources say', () => {
    const two = ingest(EMPTY, [incoming('A', { abstract: 'One.' }), incoming('B')]);
    const aliases = [paperIdSchema.parse('b')];
    const joined = { ...two, entries: [entry('a', { title: 'A', abstract: 'One.', aliases })] };
    const pdf = 'https://example.org/b.pdf';
    const { actions } = plan(joined, [
      incoming('A', { abstract: 'Two.', date: '2020' }),
      incoming('B', { date: '2021', pdf }),
    ]);
    const changes = { abstract: 'Two.', date: '2020', pdf };
    expect(actions).toEqual([{ type: 'update', id: 'a', changes }]);
  });
});

describe('removed entries', () => {
  const before = {
    ...ingest(EMPTY, [incoming('A'), incoming('B')]),
    entries: [entry('b', { title: 'B' })],
  };

  test('do not come back', () => {
    const { actions, ledger, staysRemoved } = plan(before, [incoming('A'), incoming('B')]);
    expect([actions, staysRemoved]).toEqual([[], 1]);
    expect(ledger.map(({ id, removed }) => [id, removed])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('are remembered when no source tells of them', () => {
    expect(plan(before, []).ledger.find(({ id }) => id === 'a')).toMatchObject({ removed: true });
  });

  test('are entries again when the curator brings the file back', () => {
    const removed = ingest(before, []);
    const back = { ...removed, entries: [...removed.entries, entry('a', { title: 'A' })] };
    const { actions, ledger } = plan(back, [incoming('A', { abstract: 'New.' })]);
    expect(actions).toEqual([{ type: 'update', id: 'a', changes: { abstract: 'New.' } }]);
    expect(ledger.find(({ id }) => id === 'a')).toMatchObject({ removed: false });
  });
});

describe('entries that ingest did not write', () => {
  test.each([
    ['title', entry('hand', { title: 'on  light!' }), incoming('On Light')],
    [
      'DOI',
      entry('hand', { title: 'On the Light', doi: '10.1000/A' }),
      incoming('On Light', { doi: '10.1000/a' }),
    ],
    [
      'arXiv id',
      entry('hand', { title: 'Light', arxiv: '2403.10020' }),
      incoming('On Light', { arxiv: '2403.10020' }),
    ],
  ])('are adopted by their %s', (_, hand, paper) => {
    const { actions, ledger, adopted } = plan({ entries: [hand], ledger: [] }, [paper]);
    expect(actions.filter(({ type }) => type === 'create')).toEqual([]);
    expect(ledger).toMatchObject([{ id: 'hand', key: paper.keys[0] }]);
    expect(adopted).toBe(1);
  });

  test('are filled where they are empty, and left where they say something', () => {
    const hand = entry('hand', { title: 'On Light', date: '2019' });
    const paper = incoming('On Light', { abstract: 'A text.', date: '2020' });
    const { actions, problems } = plan({ entries: [hand], ledger: [] }, [paper]);
    expect(actions).toEqual([{ type: 'update', id: 'hand', changes: { abstract: 'A text.' } }]);
    expect(problems.map(({ field }) => field)).toEqual(['date']);
  });

  test('are left alone when no source knows them', () => {
    expect(plan({ entries: [entry('hand')], ledger: [] }, [incoming('B')])).toMatchObject({
      actions: [{ id: 'b' }],
      ledger: [{ id: 'b' }],
    });
  });

  test('are adopted once: what a killed run left is completed without doubles', () => {
    const papers = ['A', 'A+', 'B'].map((title) => incoming(title, { abstract: `${title}.` }));
    const whole = ingest(EMPTY, papers);
    for (let bits = 0; bits < 8; bits += 1) {
      const written = whole.entries.filter((_, index) => (bits >> index) % 2 === 1);
      const completed = ingest({ entries: written, ledger: [] }, papers);
      expect(new Set(titles(completed).map(([, title]) => title))).toEqual(
        new Set(['A', 'A+', 'B']),
      );
      expect(completed.entries).toHaveLength(3);
    }
  });
});

describe('several sources', () => {
  const older = incoming('A', { abstract: 'Old.' }, 'a.txt');
  const newer = incoming('A', { abstract: 'New.' }, 'b.txt');

  test('that say the same are one', () => {
    const same = { ...older, source: 'b.txt' };
    const { actions, problems } = plan(EMPTY, [older, same]);
    expect(actions).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('that differ: the last holds, and the other is reported', () => {
    const { actions, ledger, problems } = plan(EMPTY, [older, newer]);
    expect(actions).toMatchObject([{ type: 'create', abstract: 'New.' }]);
    expect(ledger).toMatchObject([{ source: 'b.txt' }]);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'a.txt' }]);
  });

  test('that differ: the one from which the paper came goes on to hold', () => {
    const store = ingest(EMPTY, [older]);
    expect(plan(store, [older, newer])).toMatchObject({
      actions: [],
      problems: [{ file: 'b.txt' }],
    });
  });

  test('that differ: the one that is named alone holds from then on', () => {
    const store = ingest(ingest(EMPTY, [older]), [newer]);
    expect(store.entries).toMatchObject([{ abstract: 'New.' }]);
    expect(plan(store, [older, newer]).actions).toEqual([]);
  });
});

describe('laws', () => {
  const FIELDS = ['abstract', 'date', 'pdf'] as const;
  const value = fc.option(fc.constantFrom('one', 'two', 'three'), { nil: undefined });
  const said = fc.record({ abstract: value.map((text) => text ?? ''), date: value, pdf: value });
  const step = fc.oneof(
    fc.record({ type: fc.constant('source' as const), said }),
    fc.record({
      type: fc.constant('edit' as const),
      field: fc.constantFrom(...FIELDS),
      mine: fc.option(fc.constantFrom('mine', 'my own'), { nil: undefined }),
    }),
    fc.record({ type: fc.constant('remove' as const) }),
  );
  const steps = fc.array(step, { minLength: 1, maxLength: 12 });

  test('a second ingest changes nothing', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let store = EMPTY;
        let papers = [incoming('A')];
        for (const one of sequence) {
          if (one.type === 'source') papers = [incoming('A', one.said)];
          if (one.type === 'edit')
            store = edit(store, 'a', {
              [one.field]: one.field === 'abstract' ? (one.mine ?? '') : one.mine,
            });
          if (one.type === 'remove') store = { ...store, entries: [] };
          const first = plan(store, papers);
          store = carryOut(store, first);
          const again = plan(store, papers);
          // what is in conflict is told until it is settled
          expect([again.actions, again.problems]).toEqual([[], first.problems]);
          expect(again.ledger).toEqual(store.ledger);
        }
      }),
    );
  });

  test('what is edited stays, what is not follows its source, what is removed stays away', () => {
    fc.assert(
      fc.property(said, steps, (first, sequence) => {
        let store = ingest(EMPTY, [incoming('A', first)]);
        let source: Partial<Record<string, string | undefined>> = first;
        let isRemoved = false;
        const edited = new Map<string, string | undefined>();
        for (const one of sequence) {
          if (one.type === 'source') source = one.said;
          if (one.type === 'edit' && one.mine !== undefined) edited.set(one.field, one.mine);
          if (one.type === 'edit' && one.mine !== undefined)
            store = edit(store, 'a', { [one.field]: one.mine });
          if (one.type === 'remove') isRemoved = true;
          if (one.type === 'remove') store = { ...store, entries: [] };
          store = ingest(store, [incoming('A', { abstract: '', ...source })]);
          expect(store.entries).toHaveLength(isRemoved ? 0 : 1);
          for (const entryNow of store.entries)
            for (const field of FIELDS)
              expect(entryNow[field]).toBe(edited.has(field) ? edited.get(field) : source[field]);
        }
      }),
    );
  });

  test('a field that a curator deleted stays deleted while the source says the same', () => {
    fc.assert(
      fc.property(
        said,
        fc.constantFrom(...FIELDS),
        fc.integer({ min: 1, max: 3 }),
        (first, field, times) => {
          const papers = [incoming('A', first)];
          const gone = field === 'abstract' ? '' : undefined;
          let store = edit(ingest(EMPTY, papers), 'a', { [field]: gone });
          for (let time = 0; time < times; time += 1) store = ingest(store, papers);
          expect(store.entries[0]?.[field]).toBe(gone);
        },
      ),
    );
  });
});
