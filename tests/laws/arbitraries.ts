import fc from 'fast-check';
import type { EngineDoc } from '../../src/search/engine.ts';

/** Papers and questions for laws: a small vocabulary, so that words meet. */

const WORDS = (
  'pruning pruned quantization quantisation networks network on-device device ondevice data set dataset ' +
  'accelerator accelerators memory cache kv-cache attention transformer transformers compiler energy edge the of ' +
  'for with a learning federated privacy latency bandwidth neuromorphic spiking photonic LLM NAS GPU int8 4-bit'
).split(' ');

export const anyWord = fc.constantFrom(...WORDS);

const anySentence = fc
  .array(anyWord, { minLength: 1, maxLength: 9 })
  .map((words) => `${words.join(' ')}.`);

/** What somebody may type: words of the collection, unfinished or misspelt, and anything at all. */
export const anyText = fc.oneof(
  fc.array(anyWord, { maxLength: 5 }).map((words) => words.join(' ')),
  fc.tuple(anyWord, fc.nat({ max: 9 })).map(([word, length]) => word.slice(0, length)),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '(.*)+?',
    '"unbalanced',
    '🙂 👩‍🔬',
    '-',
    'مرحبا',
    '$O(n^2)$',
  ),
);

export const anyTitle = fc
  .array(anyWord, { minLength: 2, maxLength: 7 })
  .map((words) => words.join(' '));

export const anyDocs: fc.Arbitrary<readonly EngineDoc[]> = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,3}$/),
    title: anyTitle,
    paragraphs: fc.array(anySentence, { maxLength: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);
