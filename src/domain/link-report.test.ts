import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  archiveUrl,
  chooseLinks,
  deadLinksOf,
  deadSince,
  formatLinksFile,
  judgeLink,
  LINK_STATES,
  linksFileSchema,
  type LinkAnswer,
  type LinkRecord,
} from './link-report.ts';

const anyDay = fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}`);
const anyUrl = fc.integer({ min: 0, max: 30 }).map((at) => `https://a.example/${at}`);
const anyRecord: fc.Arbitrary<LinkRecord> = fc.record(
  {
    checked: anyDay,
    state: fc.constantFrom(...LINK_STATES),
    answer: fc.constantFrom('200', '404', 'no answer in time'),
    to: anyUrl,
    since: anyDay,
  },
  { requiredKeys: ['checked', 'state', 'answer'] },
);
const anyRecords = fc
  .array(fc.tuple(anyUrl, anyRecord), { maxLength: 20 })
  .map((pairs) => new Map(pairs));
const anyAnswer: fc.Arbitrary<LinkAnswer> = fc.record({
  type: fc.constantFrom('alive', 'gone', 'unsure', 'silent'),
  answer: fc.constant('x'),
});

const GONE: LinkAnswer = { type: 'gone', answer: '404' };
const first = (day: string) => ({ day, isSecond: false });
const second = (day: string) => ({ day, isSecond: true });

describe('judgeLink', () => {
  test('calls a link dead only after it was gone twice, since the first time', () => {
    const once = judgeLink(undefined, GONE, first('2026-11-20'));
    expect(once).toEqual({
      checked: '2026-11-20',
      state: 'suspect',
      answer: '404',
      since: '2026-11-20',
    });
    expect(judgeLink(once, GONE, second('2026-11-20')).state).toBe('dead');
    // the second time of a run that was interrupted is the first of the next, which is not the same day
    expect(judgeLink(once, GONE, first('2026-11-20')).state).toBe('suspect');
    expect(judgeLink(once, GONE, first('2026-11-21'))).toMatchObject({
      state: 'dead',
      since: '2026-11-20',
    });
  });

  test('never calls a link dead because of anything but being gone, and keeps since when it is dead', () => {
    fc.assert(
      fc.property(
        fc.option(anyRecord),
        anyAnswer,
        anyDay,
        fc.boolean(),
        (old, answer, day, isSecond) => {
          const before = old ?? undefined;
          const { state, since, checked } = judgeLink(before, answer, { day, isSecond });
          expect(checked).toBe(day);
          if (state === 'dead') {
            expect(['gone', 'silent']).toContain(answer.type);
            expect(['suspect', 'dead']).toContain(before?.state);
            expect(since).toBe(
              before?.since ??
                (before?.state === 'dead' && answer.type === 'silent' ? undefined : day),
            );
          }
          if (answer.type === 'alive') expect(since).toBeUndefined();
        },
      ),
    );
  });

  test('says where a link moved', () => {
    const to = 'https://b.example/';
    expect(judgeLink(undefined, { type: 'alive', answer: '200', to }, first('2026-11-20'))).toEqual(
      {
        checked: '2026-11-20',
        state: 'moved',
        answer: '200',
        to,
      },
    );
  });

  test.each([
    // a server that refuses does answer
    ['unsure', 'unsure'],
    ['silent', 'dead'],
    ['alive', 'alive'],
    ['gone', 'dead'],
  ] as const)('makes of a dead link that is %s one that is %s', (type, state) => {
    const dead: LinkRecord = {
      checked: '2026-11-01',
      state: 'dead',
      answer: '404',
      since: '2026-10-01',
    };
    expect(judgeLink(dead, { type, answer: 'x' }, first('2026-11-20')).state).toBe(state);
  });
});

test('what a server answers never spoils the report', () => {
  const to = `https://a.example/${'x'.repeat(3000)}`;
  const found = { type: 'alive', answer: '200', to } as const;
  const record = judgeLink(undefined, found, { day: '2026-11-23', isSecond: false });
  expect(record).toEqual({ checked: '2026-11-23', state: 'alive', answer: '200' });
});

describe('chooseLinks', () => {
  test('comes to every link in slices, in any order of days, and asks none twice a day', () => {
    fc.assert(
      fc.property(anyRecords, fc.integer({ min: 1, max: 7 }), (records, limit) => {
        const urls = Array.from({ length: 31 }, (_, at) => `https://a.example/${at}`);
        const known = new Map<string, LinkRecord>(records);
        const asked: string[] = [];
        const day = '2026-11-29';
        for (let run = 0; run < Math.ceil(31 / limit); run += 1)
          for (const url of chooseLinks(urls, known, { day, limit, again: false })) {
            asked.push(url);
            known.set(url, { checked: day, state: 'alive', answer: '200' });
          }
        expect(asked.toSorted()).toEqual(urls.toSorted());
      }),
    );
  });

  test('begins with links in doubt, then those never asked, then the oldest', () => {
    const record = (state: LinkRecord['state'], checked: string) => ({
      state,
      checked,
      answer: '',
    });
    const records = new Map([
      ['a', record('alive', '2026-11-03')],
      ['b', record('dead', '2026-11-02')],
      ['c', record('suspect', '2026-11-09')],
      ['d', record('alive', '2026-11-09')],
    ]);
    const choose = (again: boolean) =>
      chooseLinks(['a', 'b', 'c', 'd', 'e'], records, { day: '2026-11-09', limit: 9, again });
    expect(choose(false)).toEqual(['c', 'e', 'b', 'a']);
    expect(choose(true)).toEqual(['c', 'e', 'b', 'a', 'd']);
  });
});

describe('formatLinksFile', () => {
  test('comes back as it went, and the order of the links makes no difference', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const text = formatLinksFile(records);
        const { links } = linksFileSchema.parse(JSON.parse(text));
        expect(new Map(Object.entries(links))).toEqual(records);
        expect(formatLinksFile(new Map([...records].toReversed()))).toBe(text);
        expect(text.split('\n')).toHaveLength(records.size === 0 ? 5 : records.size + 6);
      }),
    );
  });
});

describe('deadSince', () => {
  test('tells of dead links only, whatever part of their page is meant', () => {
    const record = { checked: '2026-11-20', answer: '404', since: '2026-10-01' };
    const dead = deadLinksOf({
      version: 1,
      links: {
        'https://a.example/x': { ...record, state: 'dead' },
        'https://a.example/y': { ...record, state: 'suspect' },
      },
    });
    expect(deadSince(dead, 'https://a.example/x#part')).toBe('2026-10-01');
    expect(deadSince(dead, 'https://a.example/y')).toBeUndefined();
  });
});

test('archiveUrl asks for the copy nearest to a day', () => {
  expect(archiveUrl('https://a.example/?q=1', '2026-11-23')).toBe(
    'https://web.archive.org/web/20261123/https://a.example/?q=1',
  );
});
