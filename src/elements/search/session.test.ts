import { afterEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_STATE, type SearchState } from '../../search/url-state.ts';
import {
  Session,
  type Finder,
  type Glimpse,
  type Glimpses,
  type Results,
  type Screen,
} from './session.ts';

const NO_COUNTS = { author: {}, has: {}, kind: {}, topic: {}, venue: {}, year: {} };

const resultsOf = (q: string): Results => ({
  type: 'results',
  request: 0,
  total: 1,
  hits: [{ id: q, title: q, titleMarks: [], topics: [], hasCode: false, score: 1 }],
  facets: NO_COUNTS,
  loosened: false,
  typed: [],
  unknownFields: [],
  alsoSearching: [],
  blame: [],
  spellings: [],
});

const asking = (q: string): SearchState => ({ ...EMPTY_STATE, q });

/** A screen that writes down what it is told, in order. */
const noteScreen = () => {
  const notes: string[] = [];
  const screen: Screen = {
    showLoading: () => void notes.push('loading'),
    showFailure: (reason, isStale) => void notes.push(`${isStale ? 'stale' : 'failed'}: ${reason}`),
    showIncomplete: (reason) => void notes.push(`incomplete: ${reason}`),
    lackingPassages: (_, { hits }) => hits.map(({ id }) => id),
    showResults: ({ q }) => void notes.push(`results: ${q}`),
    showPassages: (q, passages, isLate) =>
      void notes.push(`${isLate ? 'late ' : ''}passages: ${q} ${passages.length}`),
  };
  return { notes, screen };
};

const finderWith = (parts: Partial<Finder>): Finder => ({
  load: async () => ({ type: 'ready', request: 0, papers: 1 }),
  complete: async () => ({ type: 'ready', request: 0, papers: 1 }),
  query: async ({ q }) => resultsOf(q),
  passages: async (_, ids) => ({
    type: 'passages',
    request: 0,
    passages: ids.map((id) => ({ id, text: id, marks: [] })),
  }),
  ...parts,
});

/** Passages that come when the test says so. */
const holdPassages = () => {
  const answers = new Map<string, () => void>();
  const passages: Finder['passages'] = (q, ids) =>
    new Promise((resolve) => {
      const found = ids.map((id) => ({ id, text: '', marks: [] }));
      answers.set(q, () => resolve({ type: 'passages', request: 0, passages: found }));
    });
  return { passages, answer: (q: string) => answers.get(q)?.() };
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a search session', () => {
  test('loads once, at the first question, and says so', async () => {
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({}), screen);
    expect(notes).toEqual([]);
    expect(await session.ask(asking('a'))).toBe(true);
    await settle();
    await session.ask(asking('b'));
    await settle();
    expect(notes).toEqual([
      'loading',
      'results: a',
      'passages: a 1',
      'results: b',
      'passages: b 1',
    ]);
  });

  test('shows the answer to the latest question only, whatever order answers come in', async () => {
    const answers = new Map<string, () => void>();
    const query: Finder['query'] = ({ q }) =>
      new Promise((resolve) => answers.set(q, () => resolve(resultsOf(q))));
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ query }), screen);
    const first = session.ask(asking('old'));
    await settle();
    const asked = [first, session.ask(asking('new'))];
    await settle();
    answers.get('new')?.();
    await settle();
    answers.get('old')?.();
    expect(await Promise.all(asked)).toEqual([false, true]);
    expect(notes.filter((note) => note.startsWith('results'))).toEqual(['results: new']);
  });

  test('of the questions that wait for the index asks the last one only', async () => {
    const queried: string[] = [];
    const query: Finder['query'] = async ({ q }) => {
      queried.push(q);
      return resultsOf(q);
    };
    const { screen } = noteScreen();
    const session = new Session(finderWith({ query }), screen);
    await Promise.all(['k', 'kv', 'kv c'].map((q) => session.ask(asking(q))));
    expect(queried).toEqual(['kv c']);
  });

  test('shows results without passages when those fail', async () => {
    const passages: Finder['passages'] = async () => ({
      type: 'failed',
      request: 0,
      reason: 'crash',
    });
    const { notes, screen } = noteScreen();
    expect(await new Session(finderWith({ passages }), screen).ask(asking('a'))).toBe(true);
    expect(notes).toEqual(['loading', 'results: a']);
  });

  test('shows results without their passages when those take long, and fills them in later', async () => {
    const slow = holdPassages();
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ passages: slow.passages }), screen);
    await session.ask(asking('a'));
    expect(notes).toEqual(['loading', 'results: a']);
    slow.answer('a');
    await settle();
    expect(notes.at(-1)).toBe('late passages: a 1');
  });

  test('shows no passages for words that are no longer asked', async () => {
    const slow = holdPassages();
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ passages: slow.passages }), screen);
    await session.ask(asking('a'));
    await session.ask(asking('b'));
    slow.answer('a');
    slow.answer('b');
    await settle();
    expect(notes.filter((note) => note.includes('passages'))).toEqual(['late passages: b 1']);
  });

  test('says why loading failed and loads anew when asked again', async () => {
    let loads = 0;
    const load: Finder['load'] = async () => {
      loads += 1;
      return loads === 1
        ? { type: 'failed', request: 0, reason: 'offline' }
        : { type: 'ready', request: 0, papers: 1 };
    };
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ load }), screen);
    expect(await session.ask(asking('a'))).toBe(false);
    expect(await session.ask(asking('a'))).toBe(true);
    expect(notes.slice(0, 4)).toEqual(['loading', 'failed: offline', 'loading', 'results: a']);
  });

  test('loads anew after a query failed', async () => {
    let queries = 0;
    const query: Finder['query'] = async ({ q }) => {
      queries += 1;
      return queries === 1 ? { type: 'failed', request: 0, reason: 'crash' } : resultsOf(q);
    };
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ query }), screen);
    await session.ask(asking('a'));
    await session.ask(asking('a'));
    expect(notes.filter((note) => note === 'loading')).toHaveLength(2);
  });

  test('does not announce the failure of a question that is no longer asked', async () => {
    let fail = (): void => undefined;
    const query: Finder['query'] = ({ q }) =>
      q === 'old'
        ? new Promise((resolve) => {
            fail = () => resolve({ type: 'failed', request: 0, reason: 'crash' });
          })
        : Promise.resolve(resultsOf(q));
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ query }), screen);
    const old = session.ask(asking('old'));
    await settle();
    await session.ask(asking('new'));
    fail();
    expect(await old).toBe(false);
    expect(notes).toEqual(['loading', 'results: new', 'passages: new 1']);
  });
});

/** A collection of which the rest comes when the test says so. */
const holdRest = () => {
  let isWhole = false;
  const answers: ((reply: Awaited<ReturnType<Finder['complete']>>) => void)[] = [];
  const finder = finderWith({
    complete: () => new Promise((resolve) => void answers.push(resolve)),
    query: async ({ q }) => ({ ...resultsOf(q), ...(!isWhole && { titlesOnly: true }) }),
  });
  const arrive = async (): Promise<void> => {
    isWhole = true;
    answers.at(-1)?.({ type: 'ready', request: 0, papers: 1 });
    await settle();
  };
  const fail = async (): Promise<void> => {
    answers.at(-1)?.({ type: 'failed', request: 0, reason: 'cut off' });
    await settle();
  };
  return { finder, arrive, fail, asked: answers };
};

describe('a search session whose abstracts are still to come', () => {
  test('shows what titles give, without passages, and asks the latest question again for all', async () => {
    const { notes, screen } = noteScreen();
    const rest = holdRest();
    const session = new Session(rest.finder, screen);
    await session.ask(asking('a'));
    await session.ask(asking('b'));
    await settle();
    expect(notes).toEqual(['loading', 'results: a', 'results: b']);
    await rest.arrive();
    expect(notes.slice(3)).toEqual(['results: b', 'late passages: b 1']);
    expect(rest.asked).toHaveLength(1);
  });

  test('waits for all with patience', async () => {
    const { notes, screen } = noteScreen();
    const rest = holdRest();
    const asked = new Session(rest.finder, screen).ask(asking('a'), { patienceMs: 1000 });
    await settle();
    expect(notes).toEqual(['loading']);
    await rest.arrive();
    expect(await asked).toBe(true);
    expect(notes).toEqual(['loading', 'results: a', 'passages: a 1']);
  });

  test('has patience only so long', async () => {
    const { notes, screen } = noteScreen();
    await new Session(holdRest().finder, screen).ask(asking('a'), { patienceMs: 5 });
    expect(notes).toEqual(['loading', 'results: a']);
  });

  test('says when they do not come, goes on with titles, and tries once more when told', async () => {
    const { notes, screen } = noteScreen();
    const rest = holdRest();
    const session = new Session(rest.finder, screen);
    await session.ask(asking('a'));
    await rest.fail();
    expect(notes.slice(2)).toEqual(['incomplete: cut off']);
    await session.ask(asking('b'));
    expect(notes.slice(3)).toEqual(['results: b']);
    expect(rest.asked).toHaveLength(1);
    void session.complete();
    await rest.arrive();
    expect(notes.slice(4)).toEqual(['results: b', 'late passages: b 1']);
  });

  test('tells when only a new page helps', async () => {
    const { notes, screen } = noteScreen();
    const load: Finder['load'] = async () => ({
      type: 'failed',
      request: 0,
      reason: 'gone',
      isStale: true,
    });
    await new Session(finderWith({ load }), screen).ask(asking('a'));
    expect(notes).toEqual(['loading', 'stale: gone']);
  });
});

const glimpseOf = (q: string, titlesOnly = false): Glimpse => ({
  ...resultsOf(q),
  type: 'glimpse',
  passages: [],
  ...(titlesOnly && { titlesOnly }),
});

describe('a search session while somebody types', () => {
  afterEach(() => void vi.useRealTimers());

  const setUp = (
    parts: Partial<Finder> = {},
    find: Glimpses['find'] = async ({ q }) => glimpseOf(q),
  ) => {
    vi.useFakeTimers();
    const { notes, screen } = noteScreen();
    const show: Glimpses['show'] = ({ q }) => void notes.push(`glimpse: ${q}`);
    return { notes, session: new Session(finderWith(parts), screen, { find, show }) };
  };
  const type = { isTyping: true };

  test('shows the first hits at once and all when the typing pauses', async () => {
    const { notes, session } = setUp();
    const asked = session.ask(asking('a'), type);
    await vi.advanceTimersByTimeAsync(50);
    expect(notes).toEqual(['loading', 'glimpse: a']);
    await vi.advanceTimersByTimeAsync(200);
    expect(await asked).toBe(true);
    expect(notes.slice(2)).toEqual(['results: a', 'passages: a 1']);
  });

  test('asks for no more than that while the next key comes before', async () => {
    const query = vi.fn<Finder['query']>(async ({ q }) => resultsOf(q));
    const { notes, session } = setUp({ query });
    const asked: Promise<boolean>[] = [];
    for (const q of ['a', 'ab', 'abc']) {
      asked.push(session.ask(asking(q), type));
      await vi.advanceTimersByTimeAsync(60);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(await Promise.all(asked)).toEqual([false, false, true]);
    expect(query.mock.calls.map(([{ q }]) => q)).toEqual(['abc']);
    expect(notes.at(-1)).toBe('passages: abc 1');
  });

  test('shows no glimpse of words that are no longer asked', async () => {
    const answers = new Map<string, () => void>();
    const { notes, session } = setUp(
      {},
      ({ q }) => new Promise((resolve) => answers.set(q, () => resolve(glimpseOf(q)))),
    );
    const old = session.ask(asking('old'), type);
    await vi.advanceTimersByTimeAsync(1);
    void session.ask(asking('new'), type);
    await vi.advanceTimersByTimeAsync(1);
    answers.get('new')?.();
    answers.get('old')?.();
    expect(await old).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(notes).toEqual(['loading', 'glimpse: new', 'results: new', 'passages: new 1']);
  });

  test('says why a glimpse failed, and asks for nothing more', async () => {
    const query = vi.fn<Finder['query']>(async ({ q }) => resultsOf(q));
    const failed = { type: 'failed', request: 0, reason: 'crash' } as const;
    const { notes, session } = setUp({ query }, async () => failed);
    expect(await session.ask(asking('a'), type)).toBe(false);
    expect(notes).toEqual(['loading', 'failed: crash']);
    expect(query).not.toHaveBeenCalled();
  });

  test('keeps room for the passages of what a glimpse showed from titles alone', async () => {
    const { notes, session } = setUp({}, async ({ q }) => glimpseOf(q, true));
    void session.ask(asking('a'), type);
    await vi.advanceTimersByTimeAsync(500);
    expect(notes.slice(1)).toEqual(['glimpse: a', 'results: a', 'late passages: a 1']);
  });

  test('gives no glimpse to who does not type', async () => {
    const { notes, session } = setUp();
    void session.ask(asking('a'));
    await vi.advanceTimersByTimeAsync(500);
    expect(notes).toEqual(['loading', 'results: a', 'passages: a 1']);
  });
});
