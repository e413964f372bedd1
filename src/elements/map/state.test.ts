import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMapState, writeMapState, type MapState } from './state.ts';

const WHOLE: MapState = { q: '', topic: [] };

const anyNumber = fc.oneof(
  fc.integer({ min: -10, max: 99_999 }).map(String),
  fc.double({ min: 0, max: 70 }).map((value) => value.toFixed(2)),
  fc.string({ maxLength: 3 }),
);
const anyNumbers = fc.array(anyNumber, { maxLength: 5 }).map((numbers) => numbers.join(','));

/** Addresses as readers may have them: ours, worn ones, and anything at all. */
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.tuple(fc.constantFrom('view', 'region'), anyNumbers),
        fc.tuple(fc.constantFrom('paper', 'topic'), fc.stringMatching(/^[a-z0-9-]{0,9}$/)),
        fc.tuple(fc.constantFrom('q', 'paper', 'topic'), fc.string({ unit: 'binary' })),
      ),
      { maxLength: 8 },
    )
    .map((pairs) => new URLSearchParams(pairs).toString()),
);

describe('readMapState', () => {
  test('reads all that the address holds', () => {
    expect(
      readMapState('?q=kv+cache&topic=b&topic=a&view=5000,4200,2.5&region=9,8,1,2&paper=a-paper'),
    ).toEqual({
      q: 'kv cache',
      topic: ['a', 'b'],
      view: { x: 5000, y: 4200, zoom: 2.5 },
      region: { left: 1, top: 2, right: 9, bottom: 8 },
      paper: 'a-paper',
    });
  });

  test.each([
    '?view=1,2',
    '?view=1,2,x',
    '?view=-1,2,3',
    '?view=1,2,3,4',
    '?view=5000,5000,1',
    '?view=1e3,2,3',
    '?region=1,2,3',
    '?region=',
    '?paper=Not-An-Id',
    `?paper=${'a'.repeat(61)}`,
    '?paper=__proto__',
    '?topic=%3Cscript%3E',
  ])('ignores what is no state: %s', (query) => {
    expect(readMapState(query)).toEqual(WHOLE);
  });

  test('keeps views and regions on the map', () => {
    expect(readMapState('?view=99999,3,999')).toEqual({
      ...WHOLE,
      view: { x: 10_000, y: 3, zoom: 60 },
    });
    expect(readMapState('?region=0,0,99999,12345').region).toEqual({
      left: 0,
      top: 0,
      right: 10_000,
      bottom: 10_000,
    });
  });
});

describe('writeMapState', () => {
  test('leaves out what need not be said', () => {
    expect(writeMapState(WHOLE)).toBe('');
    expect(writeMapState({ ...WHOLE, view: { x: 1, y: 2, zoom: 1 } })).toBe('');
  });

  test('writes short addresses that can be read', () => {
    const state = { ...WHOLE, q: 'a b', view: { x: 1.4, y: 2.6, zoom: 1.239 } };
    expect(writeMapState(state)).toBe('q=a+b&view=1,3,1.24');
  });

  test('comes back as it went, whatever the address', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const state = readMapState(query);
        expect(readMapState(writeMapState(state))).toEqual(state);
      }),
    );
  });
});
