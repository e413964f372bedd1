import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemWord } from './stem-word.ts';

test.each([
  ['prune', 'prunes', 'pruned', 'pruning'],
  ['quantize', 'quantized', 'quantizing', 'quantization', 'quantisation', 'quantise'],
  ['split', 'splits', 'splitting'],
  ['memory', 'memories'],
  ['cache', 'caches', 'cached', 'caching'],
  ['match', 'matches', 'matching'],
  ['process', 'processes', 'processed'],
  ['study', 'studies', 'studied'],
  ['benchmark', 'benchmarks', 'benchmarking'],
])('%s and its forms have one stem', (...forms) => {
  expect(new Set(forms.map(stemWord)).size).toBe(1);
});

test.each([
  ['adapter', 'adaptive'],
  ['general', 'generation'],
  ['compiler', 'compile'],
  ['robot', 'robust'],
  ['speech', 'speed'],
  ['string', 'str'],
  ['bus', 'bu'],
  ['analysis', 'analyst'],
])('%s and %s keep apart', (a, b) => {
  expect(stemWord(a)).not.toBe(stemWord(b));
});

test('a stem is no longer than its word and never empty', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
      const stem = stemWord(word);
      expect(stem.length).toBeGreaterThan(0);
      expect(stem.length).toBeLessThanOrEqual(word.length);
    }),
  );
});
