import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAcronyms } from './acronyms.ts';

const shown = (text: string): readonly string[] =>
  findAcronyms(text).map(({ short, long }) => `${short} = ${long}`);

describe('findAcronyms', () => {
  it.each([
    ['We use Neural Architecture Search (NAS) here.', 'NAS = Neural Architecture Search'],
    ['By NAS (Neural Architecture Search), we mean', 'NAS = Neural Architecture Search'],
    ['the field of large language models (LLMs)', 'LLMs = large language models'],
    ['a large language model (LLMs)', 'LLMs = large language model'],
    ['LLMs (large language models) are big', 'LLMs = large language models'],
    ['Register-Transfer-Level (RTL) code', 'RTL = Register-Transfer-Level'],
    ['by multi-head self-attention (MHSA)', 'MHSA = multi-head self-attention'],
    ['noisy intermediate-scale quantum (NISQ)', 'NISQ = noisy intermediate-scale quantum'],
    ['an 8-bit floating point (FP8) format, 8 floating points (8FP)', '8FP = 8 floating points'],
    ['a Mixture of Experts (MoE)', 'MoE = Mixture of Experts'],
    ['the Internet-of-Things (IoT; see below)', 'IoT = Internet-of-Things'],
    ['neural architecture search (NAS, for short)', 'NAS = neural architecture search'],
    ['neural architecture search (NAS (of cells))', 'NAS = neural architecture search'],
    ['parts (of neural architecture search (NAS))', 'NAS = neural architecture search'],
    [
      'our method, Truncated Proximal Policy Optimization (T-PPO)',
      'T-PPO = Truncated Proximal Policy Optimization',
    ],
    [
      'we call it Graph Retrieval Augmented Generation (Graph RAG)',
      'Graph RAG = Graph Retrieval Augmented Generation',
    ],
    ['a chest X-ray (CXR)', 'CXR = chest X-ray'],
  ])('finds in “%s”: %s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it('takes all words whose initials are the short form', () => {
    expect(shown('by Proximal Policy Optimization (PPO)')).toEqual([
      'PPO = Proximal Policy Optimization',
    ]);
  });

  it('leaves out what follows them', () => {
    expect(shown('of computer vision models (CV) and Model as a Service providers (MaaS)')).toEqual(
      ['CV = computer vision', 'MaaS = Model as a Service'],
    );
  });

  it('keeps to the sentence and to what is outside of other parentheses', () => {
    expect(shown('We love neural networks. Another search (NAS)')).toEqual([]);
    expect(shown('neural (large) architecture search (NAS)')).toEqual([]);
  });

  it.each([
    ['in parentheses that say something else', 'a system (e.g., KV cache) and (see Fig. 3)'],
    ['of a single capital', 'the prefill (P) and the decode (D) phase'],
    ['of a name that the words do not spell', 'on a recent board (XYZ)'],
    ['of a word repeated', 'the NAS (NAS)'],
    ['of words that have it already', 'our NAS search (NAS)'],
    ['of letters that begin inside a word', 'from unneeded searches (NS)'],
    ['of numbers alone', 'by two percent (100)'],
    ['of an open parenthesis', 'neural architecture search (NAS'],
    ['in no text at all', ''],
  ])('finds none %s', (_, text) => {
    expect(findAcronyms(text)).toEqual([]);
  });

  it('finds several, in order', () => {
    expect(
      shown('Deep learning (DL) and automatic mixed precision (AMP) on a SoC (system on chip).'),
    ).toEqual(['DL = Deep learning', 'AMP = automatic mixed precision', 'SoC = system on chip']);
  });

  it('finds what was put into any text, whatever white space is between the words', () => {
    const anyWord = fc.stringMatching(/^[a-z]{2,8}$/);
    const anySpace = fc.constantFrom(' ', '  ', '\n', '\t');
    fc.assert(
      fc.property(
        fc.array(anyWord, { minLength: 2, maxLength: 6 }),
        anySpace,
        fc.array(anyWord, { maxLength: 4 }),
        (words, space, others) => {
          const long = words.join(space);
          const short = words.map((word) => word[0]!.toUpperCase()).join('');
          const text = `${others.join(' ')}. ${long} (${short}) ${others.join(' ')}`;
          expect(findAcronyms(text)).toEqual([{ short, long }]);
        },
      ),
    );
  });

  it('gives forms that stand in the text, the long one with the letters of the short one in order', () => {
    const anyPiece = fc.constantFrom(
      'Neural',
      'neural-',
      'Search',
      'NAS',
      'LLMs',
      'İx',
      'ﬁre',
      '𝔸B',
      'éT',
      '(',
      ')',
      '(NAS)',
      '(LLMs,',
      ' ',
      '. ',
      'S3',
      '-',
      "O'N",
    );
    const anyText = fc.array(fc.oneof(anyPiece, fc.string({ unit: 'grapheme', maxLength: 4 })), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(
        anyText.map((pieces) => pieces.join(' ')),
        (text) => {
          for (const { short, long } of findAcronyms(text)) {
            expect(text).toContain(short);
            expect(text).toContain(long);
            const rest = [...long.toLowerCase()];
            const letters = short.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
            const isSpelt = (wanted: readonly string[]) => {
              let from = 0;
              return wanted.every((letter) => (from = rest.indexOf(letter, from) + 1) > 0);
            };
            expect(isSpelt(letters) || isSpelt(letters.slice(0, -1)), `${short} = ${long}`).toBe(
              true,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
