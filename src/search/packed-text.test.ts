import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packText, unpackInSteps } from './packed-text.ts';
import { finish } from './steps.ts';

const unpack = (packed: Uint8Array, primer: string): string =>
  finish(unpackInSteps(packed, primer));

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.lorem({ maxCount: 40 }),
  fc.constantFrom('', '\0', '\uffff', 'a'.repeat(3000), '学习'.repeat(200)),
);

const PROSE =
  'We prune the weights of a network, and the network stays as good as it was. The weights that we prune are ' +
  'those of the least magnitude; the network is then trained again, and pruned again, until it is small.';

describe('a packed text', () => {
  test('is what it was once it is unpacked, whatever it is and whatever primes it', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, primer) => {
        expect(unpack(packText(text, primer), primer)).toBe(text);
      }),
    );
  });

  test('is the same bytes each time, of a length that shows that the model learns', () => {
    const packed = packText(PROSE.repeat(3), '');
    expect(packText(PROSE.repeat(3), '')).toEqual(packed);
    expect(packed.length).toBeLessThan(PROSE.length / 1.5);
  });

  test('takes fewer bytes when what primes it says the like', () => {
    expect(packText(PROSE, PROSE).length).toBeLessThan(packText(PROSE, '').length / 3);
  });

  test('is never taken for the same when it is cut off, and takes no time that has no end', () => {
    const packed = packText(PROSE, '');
    const readOrNothing = (bytes: Uint8Array): string | undefined => {
      try {
        return unpack(bytes, '');
      } catch {
        return undefined;
      }
    };
    for (let length = 0; length < packed.length; length += 1)
      expect(readOrNothing(packed.slice(0, length))).not.toBe(PROSE);
    expect(() => unpack(Uint8Array.of(255, 255, 255, 255, 0), '')).toThrow('broken');
    expect(() => unpack(new Uint8Array(), '')).toThrow('broken');
  });

  test('is unpacked in many short steps', () => {
    const steps = [...unpackInSteps(packText(PROSE.repeat(9), PROSE), PROSE)];
    expect(steps.length).toBeGreaterThan(3);
  });
});
