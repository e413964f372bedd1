import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ID_LENGTH, paperIdSchema } from './fields.ts';
import { newPaperId, titleToSlug } from './paper-id.ts';

describe('slugs', () => {
  test.each([
    ['Dataset Quantization', 'dataset-quantization'],
    ['AlayaDB: The Data Foundation', 'alayadb-the-data-foundation'],
    ['FlashDecoding++: Faster LLMs', 'flashdecoding-faster-llms'],
    ['PRIMA.CPP & more', 'prima-cpp-and-more'],
    ['Schrödinger’s Café', 'schroedingers-cafe'],
    ['Trimming the $\\ell_1$ Regularizer', 'trimming-the-ell1-regularizer'],
    ['{PF}$^2$ES: \\emph{Parallel} Search', 'pf2es-parallel-search'],
    ['Привет, мир', 'privet-mir'],
    ['مرحبا', 'mrhba'],
  ])('%j gives %s', (title, slug) => {
    expect(titleToSlug(title)).toBe(slug);
  });

  test.each(['大型语言模型', '🤖', '!!!', '$$'])('%j gives an address all the same', (title) => {
    expect(titleToSlug(title)).toMatch(/^paper-[0-9a-f]{4}$/);
    expect(titleToSlug(title)).toBe(titleToSlug(title));
  });

  test('are cut at a word, and not after one that promises another', () => {
    const title = 'BigDL 2.0: Seamless Scaling of AI Pipelines from Laptops to Distributed Cluster';
    expect(titleToSlug(title)).toBe('bigdl-2-0-seamless-scaling-of-ai-pipelines-from-laptops');
  });

  test('keep all words that just fit', () => {
    const title = `${'a'.repeat(29)} ${'b'.repeat(30)}`;
    expect(titleToSlug(title)).toHaveLength(MAX_ID_LENGTH);
    expect(titleToSlug(`${title}c`)).toBe('a'.repeat(29));
  });

  test('cut through a word that is too long by itself', () => {
    expect(titleToSlug('a'.repeat(70))).toBe('a'.repeat(MAX_ID_LENGTH));
  });
});

describe('ids', () => {
  test('are numbered when a slug was given before', () => {
    const taken = new Set(['a-title', 'a-title-2']);
    expect(newPaperId('A Title', new Set())).toBe('a-title');
    expect(newPaperId('A Title', taken)).toBe('a-title-3');
  });

  test.each(['Con', 'aux', 'NUL', 'COM1', 'lpt9'])('are no names of devices: %s', (title) => {
    expect(newPaperId(title, new Set())).toBe(`${title.toLowerCase()}-2`);
  });

  const anyTitle = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.lorem({ maxCount: 14 }),
    fc.constantFrom('a'.repeat(70), '$\\alpha$', '-', '—'),
  );

  test('are valid, new, and the same for the same title and ids given before', () => {
    fc.assert(
      fc.property(fc.array(anyTitle, { minLength: 1, maxLength: 12 }), (titles) => {
        const taken = new Set<string>();
        for (const title of [...titles, ...titles]) {
          const id = newPaperId(title, taken);
          expect(paperIdSchema.safeParse(id).success).toBe(true);
          expect(taken.has(id)).toBe(false);
          expect(newPaperId(title, taken)).toBe(id);
          taken.add(id);
        }
      }),
    );
  });
});
