import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInverted } from './inverted-abstract.ts';

const read = (json: string): string => readInverted(JSON.parse(json));

test.each([
  ['{"are":[1],"Tides":[0,3],"tides":[2]}', 'Tides are tides Tides'],
  ['{"b":[7],"a":[3]}', 'a b'],
  ['{"late":[1000000000],"a":[0]}', 'a late'],
  ['{"a":[0],"b":[0],"c":[1]}', 'a c'],
  ['{"a":[0,0,0]}', 'a'],
  // names of numbers come first in every object, whatever their place in the file
  ['{"In":[0],"2018":[1],"9":[2],"of":[3],"10":[4]}', 'In 2018 9 of 10'],
  ['{"__proto__":[1],"constructor":[0]}', 'constructor __proto__'],
  ['{"a":[0],"b":[-1],"c":[1.5],"d":["2"],"e":null,"f":7,"g":[null],"h":[1e300]}', 'a'],
  ['{}', ''],
  ['null', ''],
  ['"We study"', ''],
  ['[["a",[0]]]', ''],
])('%s says %j', (json, abstract) => {
  expect(read(json)).toBe(abstract);
});

test('what is taken apart is put together again', () => {
  const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,3}$/), { minLength: 1, maxLength: 300 });
  const indexed = words.chain((text) => {
    const index = [...Map.groupBy(text.keys(), (at) => text[at] ?? '')];
    return fc.tuple(
      fc.constant(text),
      fc.shuffledSubarray(index, { minLength: index.length }).map(Object.fromEntries),
    );
  });
  fc.assert(
    fc.property(indexed, ([text, index]) => {
      expect(readInverted(index)).toBe(text.join(' '));
    }),
  );
});

test('hundreds of thousands of words take no memory and no time', () => {
  const readMany = (words: number) =>
    readInverted({ a: Array.from({ length: words }, (_, at) => at * 1000) });
  expect(readMany).toTakeTimeInProportion(300_000);
  expect(readMany(300_000).length).toBeLessThan(50_000);
});
