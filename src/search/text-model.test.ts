import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextModel } from './text-model.ts';

/** What it costs in bits to tell some bytes to who has this model. */
const costOf = (model: TextModel, bytes: Uint8Array): number => {
  let bits = 0;
  for (const byte of bytes)
    for (let shift = 7; shift >= 0; shift -= 1) {
      const bit = (byte >>> shift) & 1;
      const chance = model.foresee() / 65536;
      bits -= Math.log2(bit === 1 ? chance : 1 - chance);
      model.learn(bit);
    }
  return bits;
};

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.uint8Array({ maxLength: 20 }).map((part) =>
    Uint8Array.from(
      Array(15)
        .fill([...part])
        .flat(),
    ),
  ),
);

test('a bit is never foreseen for certain, whatever was read', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const model = new TextModel(bytes.length);
      for (const byte of bytes)
        for (let shift = 7; shift >= 0; shift -= 1) {
          const chance = model.foresee();
          expect(Number.isInteger(chance) && chance >= 1 && chance <= 65535).toBe(true);
          model.learn((byte >>> shift) & 1);
        }
    }),
  );
});

test('before it has learnt anything no bit is far likelier', () => {
  expect(Math.abs(new TextModel(1).foresee() / 65536 - 0.5)).toBeLessThan(0.05);
});

test('what is read again costs next to nothing, and noise no more than it is', () => {
  const noise = Uint8Array.from({ length: 2000 }, (_, at) => Math.imul(at + 7, 0x9e3779b1) >>> 24);
  const model = new TextModel(2 * noise.length);
  expect(costOf(model, noise) / noise.length).toBeLessThan(8.6);
  expect(costOf(model, noise) / noise.length).toBeLessThan(1.5);
});
