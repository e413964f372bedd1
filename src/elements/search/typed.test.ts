import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TypedFilter } from '../../search/protocol.ts';
import { EMPTY_STATE, type Facet } from '../../search/url-state.ts';
import { typedIn, withoutTyped, withTick, withTyped } from './typed.ts';

const typedAs = (
  clause: string,
  facet: Facet,
  values: readonly string[],
  more = 0,
): TypedFilter => ({
  facet,
  typed: [clause.split(':')[1] ?? ''],
  values,
  meant: values.length + more,
  clause,
});

const NPU = typedAs('topic:npu', 'topic', ['npu']);
const LOVELACE = typedAs('author:lovelace', 'author', ['Ada Lovelace', 'Bo Lovelace']);
const state = {
  ...EMPTY_STATE,
  q: 'fast topic:npu author:lovelace "a b"',
  topic: ['edge'],
  page: 2,
};

describe('typed filters', () => {
  test('are those that still stand among the words', () => {
    expect(typedIn('fast Topic:npu x', [NPU, LOVELACE])).toEqual([NPU]);
    expect(typedIn('fast topic:np', [NPU])).toEqual([]);
    expect(typedIn('-topic:npu', [NPU])).toEqual([]);
  });

  test('count as ticked, once, besides what is ticked', () => {
    const shown = withTyped({ ...state, topic: ['edge', 'npu'] }, [NPU, LOVELACE]);
    expect(shown.topic).toEqual(['edge', 'npu']);
    expect(shown.author).toEqual(['Ada Lovelace', 'Bo Lovelace']);
    expect(shown.q).toBe(state.q);
  });

  test('leave the words when they are taken back, and the other words stay', () => {
    expect(withoutTyped(state, [NPU])).toEqual({
      ...state,
      q: 'fast author:lovelace "a b"',
      page: 1,
    });
    expect(withoutTyped(state, [])).toBe(state);
  });
});

describe('unticking', () => {
  test('what words tick takes it out of the words', () => {
    const after = withTick(state, [NPU, LOVELACE], { facet: 'topic', value: 'npu' }, false);
    expect(after).toMatchObject({ q: 'fast author:lovelace "a b"', topic: ['edge'], page: 1 });
  });

  test('one of several that a word means keeps the others as ticks', () => {
    const ada = { facet: 'author', value: 'Ada Lovelace' } as const;
    const after = withTick(state, [NPU, LOVELACE], ada, false);
    expect(after).toMatchObject({ q: 'fast topic:npu "a b"', author: ['Bo Lovelace'] });
  });

  test('one of very many lets the others go, too', () => {
    const many = typedAs('author:lovelace', 'author', ['Ada Lovelace', 'Bo Lovelace'], 40);
    const after = withTick(state, [many], { facet: 'author', value: 'Ada Lovelace' }, false);
    expect(after).toMatchObject({ q: 'fast topic:npu "a b"', author: [] });
  });

  test('what is both ticked and typed, even twice, unticks it everywhere', () => {
    const q = 'topic:npu fast topic:npus';
    const both = [NPU, typedAs('topic:npus', 'topic', ['npu'])];
    const twice = { ...EMPTY_STATE, q, topic: ['npu'] };
    const after = withTick(twice, both, { facet: 'topic', value: 'npu' }, false);
    expect(after).toEqual({ ...EMPTY_STATE, q: 'fast' });
  });
});

test('ticking leaves the words alone, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (q, value) => {
      const typed = typedIn(q, [NPU, LOVELACE]);
      const after = withTick({ ...EMPTY_STATE, q }, typed, { facet: 'topic', value }, true);
      expect(after).toEqual({ ...EMPTY_STATE, q, topic: [value] });
    }),
  );
});
