import { describe, expect, test } from 'vitest';
import { EMPTY_STATE, type SearchState } from '../../search/url-state.ts';
import { Session, type Finder, type Results, type Screen } from './session.ts';

const NO_COUNTS = { author: {}, has: {}, kind: {}, topic: {}, venue: {}, year: {} };

const resultsOf = (q: string): Results => ({
  type: 'results',
  request: 0,
  total: 1,
  hits: [{ id: q, title: q, titleMarks: [], topics: [], hasCode: false, score: 1 }],
  facets: NO_COUNTS,
  loosened: false,
  spellings: [],
});

const asking = (q: string): SearchState => ({ ...EMPTY_STATE, q });

/** A screen that writes down what it is told, in order. */
const noteScreen = () => {
  const notes: string[] = [];
  const screen: Screen = {
    showLoading: () => void notes.push('loading'),
    showFailure: (reason) => void notes.push(`failed: ${reason}`),
    showResults(state, { hits }) {
      notes.push(`results: ${state.q}`);
      return hits.map(({ id }) => id);
    },
    showPassages: (q, passages) => void notes.push(`passages: ${q} ${passages.length}`),
  };
  return { notes, screen };
};

const finderWith = (parts: Partial<Finder>): Finder => ({
  load: async () => ({ type: 'ready', request: 0, papers: 1 }),
  query: async ({ q }) => resultsOf(q),
  passages: async (_, ids) => ({
    type: 'passages',
    request: 0,
    passages: ids.map((id) => ({ id, text: id, marks: [] })),
  }),
  ...parts,
});

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
    const asked = [session.ask(asking('old')), session.ask(asking('new'))];
    await settle();
    answers.get('new')?.();
    await settle();
    answers.get('old')?.();
    expect(await Promise.all(asked)).toEqual([false, true]);
    expect(notes.filter((note) => note.startsWith('results'))).toEqual(['results: new']);
  });

  test('shows no passages for words that are no longer asked', async () => {
    let answer = (): void => undefined;
    const passages: Finder['passages'] = (_q, ids) =>
      new Promise((resolve) => {
        answer = () =>
          resolve({
            type: 'passages',
            request: 0,
            passages: ids.map((id) => ({ id, text: '', marks: [] })),
          });
      });
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ passages }), screen);
    await session.ask(asking('a'));
    const answerFirst = answer;
    await session.ask(asking('b'));
    answerFirst();
    answer();
    await settle();
    expect(notes.filter((note) => note.startsWith('passages'))).toEqual(['passages: b 1']);
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
    const query: Finder['query'] = async ({ q }) =>
      q === 'old' ? { type: 'failed', request: 0, reason: 'crash' } : resultsOf(q);
    const { notes, screen } = noteScreen();
    const session = new Session(finderWith({ query }), screen);
    await Promise.all([session.ask(asking('old')), session.ask(asking('new'))]);
    expect(notes).not.toContain('failed: crash');
  });
});
