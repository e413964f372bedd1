import { describe, expect, test } from 'vitest';
import { createSession } from './search-session.ts';
import { EMPTY_STATE } from './url-state.ts';

const session = createSession({
  papers: [
    { id: 'a', title: 'Pruning networks' },
    { id: 'b', title: 'Pruned roses', kind: 'survey' },
  ],
  texts: [[], []],
});
// a phrase that no paper has, so that nothing is found and something is offered
const spellingsOf = (q: string) =>
  session
    .query({ ...EMPTY_STATE, q })
    .spellings.map(({ typed, instead, q: with_ }) => [typed, instead, with_]);

describe('near spellings', () => {
  test('replace one word and leave all else as it was typed', () => {
    expect(spellingsOf('"prunning netwroks" kind:survey')).toEqual(
      expect.arrayContaining([
        ['prunning', 'pruning', '"pruning netwroks" kind:survey'],
        ['netwroks', 'networks', '"prunning networks" kind:survey'],
      ]),
    );
    expect(spellingsOf('title:netwroks')).toEqual([['netwroks', 'networks', 'title:networks']]);
    expect(spellingsOf('roses "netwroks" -rosse')).toEqual([
      ['netwroks', 'networks', 'roses "networks" -rosse'],
    ]);
  });

  test('lead to something more often than not, the nearest first', () => {
    const [first] = spellingsOf('"prunning networks"');
    expect(first).toEqual(['prunning', 'pruning', '"pruning networks"']);
    expect(session.query({ ...EMPTY_STATE, q: first?.[2] ?? '' }).total).toBe(1);
  });

  test('are few, however much was typed', () => {
    const q = `"${'netwroks prunning '.repeat(200)}"`;
    expect(spellingsOf(q).length).toBeLessThanOrEqual(5);
  });

  test('of short words differ by one letter', () => {
    expect(spellingsOf('"roess"')).toEqual([['roess', 'roses', '"roses"']]);
    expect(spellingsOf('"rsoez"')).toEqual([]);
  });

  test.each(['"networks pruning"', 'topic:netwroks', '"zzzz"', '-netwroks zzzz '])(
    'are not offered for %s',
    (q) => {
      expect(spellingsOf(q)).toEqual([]);
    },
  );
});
