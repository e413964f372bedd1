import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from './hex.ts';

test('writes bytes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const own = Uint8Array.from(bytes);
      expect(toHex(own.buffer)).toBe(Buffer.from(own).toString('hex'));
    }),
  );
});
