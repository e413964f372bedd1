import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAPERS } from '../../src/entries/entry-kinds.ts';
import { loadEntries } from '../../src/entries/entry-files.ts';
import { analyze, foldText } from '../../src/search/analyze.ts';
import { buildEngine, loadEngine, saveEngine, type Engine } from '../../src/search/engine.ts';
import { toPayload } from '../../src/search/payload.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { createSession } from '../../src/search/search-session.ts';
import { EMPTY_STATE } from '../../src/search/url-state.ts';
import { anyDocs, anyText } from './arbitraries.ts';

/** From here on a word has letters to spare. */
const LONG_WORD = 8;

const find = (engine: Engine, q: string): readonly string[] =>
  rank(engine, readQuery(q)).ranked.map(({ doc }) => engine.ids[doc] ?? '');

/** Papers whose titles differ once they are folded, and one of them. */
const docsAndOne = anyDocs
  .map((docs) => [...new Map(docs.map((doc) => [foldText(doc.title), doc])).values()])
  .filter((docs) => docs.length > 0)
  .chain((docs) => fc.record({ docs: fc.constant(docs), doc: fc.constantFrom(...docs) }));

/** The words of a text that not every text has. */
const tellingWords = (text: string): number =>
  analyze(text).filter(({ form }) => !form.isStop).length;

describe('over invented papers', () => {
  test('a title typed in full finds its paper first, however it is written', () => {
    fc.assert(
      fc.property(docsAndOne, ({ docs, doc }) => {
        const engine = buildEngine(docs);
        expect(find(engine, doc.title)[0]).toBe(doc.id);
        expect(find(engine, ` ${doc.title.toUpperCase()}. `)[0]).toBe(doc.id);
        expect(find(engine, doc.title.replaceAll(' ', '-'))[0]).toBe(doc.id);
      }),
    );
  });

  test('one letter wrong in a long title leaves its paper among the first three', () => {
    fc.assert(
      fc.property(docsAndOne, fc.nat(), fc.constantFrom('', 'q'), ({ docs, doc }, at, instead) => {
        const words = doc.title.split(' ');
        const long = words.findIndex((word) => word.length >= LONG_WORD && !word.includes('-'));
        // "odevice of" may be about any device
        const tellsMore = tellingWords(words.toSpliced(long, 1).join(' ')) > 0;
        fc.pre(long >= 0 && tellsMore);
        const word = words[long] ?? '';
        const place = 1 + (at % (word.length - 1));
        const wrong = word.slice(0, place) + instead + word.slice(place + 1);
        const q = words.with(long, wrong).join(' ');
        expect(find(buildEngine(docs), q).slice(0, 3)).toContain(doc.id);
      }),
    );
  });

  test('a further word of its title never drops a paper', () => {
    fc.assert(
      fc.property(docsAndOne, ({ docs, doc }) => {
        const engine = buildEngine(docs);
        const words = doc.title.split(' ');
        const isFound = words.map((_, last) =>
          find(engine, `${words.slice(0, last + 1).join(' ')} `).includes(doc.id),
        );
        expect(isFound).toEqual(isFound.toSorted());
      }),
    );
  });

  test('a saved and loaded engine ranks as the one that was saved', () => {
    fc.assert(
      fc.property(anyDocs, anyText, (docs, q) => {
        const built = buildEngine(docs);
        const loaded = loadEngine(saveEngine(built));
        expect(find(loaded, q)).toEqual(find(built, q));
        expect(find(loadEngine(saveEngine(loaded)), q)).toEqual(find(built, q));
      }),
    );
  });

  test('the order is total: by score, every paper once', () => {
    fc.assert(
      fc.property(anyDocs, anyText, (docs, q) => {
        const { ranked } = rank(buildEngine(docs), readQuery(q));
        expect(new Set(ranked.map(({ doc }) => doc)).size).toBe(ranked.length);
        ranked.forEach(({ score }, at) => {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual((ranked[at - 1]?.score ?? Infinity) + 1e-6);
        });
      }),
    );
  });

  test('whatever is typed gets an answer, with marks in range and apart', () => {
    fc.assert(
      fc.property(anyDocs, anyText, (docs, q) => {
        const session = createSession({
          papers: docs,
          texts: docs.map(({ paragraphs }) => paragraphs),
        });
        const { hits, total } = session.query({ ...EMPTY_STATE, q });
        const passages = session.passages(
          q,
          hits.map(({ id }) => id),
        );
        expect(hits).toHaveLength(Math.min(20, total));
        const marked = [
          ...hits.map(({ title, titleMarks }) => ({ text: title, marks: titleMarks })),
          ...passages,
        ];
        for (const { text, marks } of marked) {
          let last = -1;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        }
      }),
    );
  });
});

const loadPapers = async (contentDir: string) => {
  const { entries } = await loadEntries({ path: contentDir, shownAs: contentDir }, PAPERS);
  const payload = toPayload(entries.map(({ entry }) => entry));
  const engine = buildEngine(
    payload.papers.map(({ id, title }, at) => ({ id, title, paragraphs: payload.texts[at] ?? [] })),
  );
  const folded = Map.groupBy(payload.papers, ({ title }) => foldText(title));
  const lawful = payload.papers.filter(
    ({ title }) =>
      folded.get(foldText(title))?.length === 1 &&
      analyze(title).filter(({ form }) => !form.isStop).length >= 2,
  );
  const session = createSession(payload);
  /** as readers search: operators are read, and no list is cut */
  const search = (q: string): readonly string[] =>
    session.query({ ...EMPTY_STATE, q, page: payload.papers.length }).hits.map(({ id }) => id);
  return { engine, lawful, search };
};

/** The title with one letter of its longest word left out, doubled, changed or swapped with the next. */
const misspell = (title: string): readonly string[] => {
  const longest = (title.match(/[a-z]+/gi) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < LONG_WORD) return [];
  const middle = longest.length >> 1;
  const [before, letter, next, after] = [
    longest.slice(0, middle),
    longest.charAt(middle),
    longest.charAt(middle + 1),
    longest.slice(middle + 2),
  ];
  const wrong = [
    before + next + after,
    before + letter + letter + next + after,
    `${before}q${next}${after}`,
    before + next + letter + after,
  ];
  return wrong.map((word) => title.replace(longest, word));
};

describe.each(['content', 'tests/fixtures/collection'])('over the papers of %s', async (dir) => {
  const { engine, lawful, search } = await loadPapers(dir);

  test('each title typed in full finds its paper first', () => {
    const missed = lawful.filter(({ id, title }) => search(title)[0] !== id);
    expect(missed.map(({ title }) => title)).toEqual([]);
  });

  test('no further word of a title drops its paper', () => {
    const dropped = lawful.flatMap(({ id, title }) => {
      const words = title.split(' ');
      const typed = words.map((_, last) => words.slice(0, last + 1).join(' '));
      const first = typed.findIndex((q) => search(q).includes(id));
      return typed.slice(first).filter((q) => !search(q).includes(id));
    });
    expect(dropped).toEqual([]);
  });

  test('a saved and loaded engine ranks each title alike', () => {
    const loaded = loadEngine(saveEngine(engine));
    const changed = lawful.filter(
      ({ title }) => find(loaded, title).join() !== find(engine, title).join(),
    );
    expect(changed.map(({ title }) => title)).toEqual([]);
  });

  test('each title with one letter wrong in a long word is among the first three', () => {
    const typed = lawful.flatMap(({ id, title }) => misspell(title).map((q) => ({ id, q })));
    const missed = typed.filter(({ id, q }) => !find(engine, q).slice(0, 3).includes(id));
    expect(missed.map(({ q }) => q)).toEqual([]);
  });
});
