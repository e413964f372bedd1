import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYTHING } from '../../domain/reading-list-view.ts';
import { readView, withView, type ListView } from './view-memory.ts';

const views: fc.Arbitrary<ListView> = fc.record({
  filter: fc.record({ words: fc.string(), tag: fc.string(), onlyUnread: fc.boolean() }),
  compared: fc.array(fc.string()),
});

test('a view that an entry of the history remembers is read back, beside what others keep there', () => {
  fc.assert(
    fc.property(views, fc.dictionary(fc.string(), fc.anything()), (view, others) => {
      const state = withView(others, view);
      expect(readView(state)).toEqual(view);
      expect(state).toEqual({ ...others, listView: view });
    }),
  );
});

test('any value gives a view', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (state, listView) => {
      for (const raw of [
        state,
        { listView },
        { listView: { filter: state, compared: listView } },
      ]) {
        const { filter, compared } = readView(raw);
        expect(Object.values(filter).map((value) => typeof value)).toEqual([
          'string',
          'string',
          'boolean',
        ]);
        expect(compared.every((id) => typeof id === 'string')).toBe(true);
      }
    }),
  );
  expect(readView(null)).toEqual({ filter: EVERYTHING, compared: [] });
});
