import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHighlights, type Highlight } from './highlights.ts';
import { normalizeText, paragraphsOf } from './paragraphs.ts';
import { anchorSentences } from './sentences.ts';

const contributionOf = (abstract: string) => findHighlights(abstract).contribution?.text;
const figuresOf = (abstract: string) => findHighlights(abstract).figures.map(({ text }) => text);
const numbersOf = (abstract: string) =>
  findHighlights(abstract).figures.flatMap(({ numbers }) =>
    numbers.map(({ start, end }) => abstract.slice(start, end)),
  );
/** A result, said where results are said. */
const resultsIn = (sentence: string) => figuresOf(`We propose a lid for kilns. ${sentence}`);
const numbersIn = (sentence: string) => numbersOf(`We propose a lid for kilns. ${sentence}`);

describe('the contribution', () => {
  test('is what the authors say they propose, not the background', () => {
    expect(
      contributionOf(
        'Kilns waste heat. Recent studies propose thicker walls. To address this, we propose Lidkiln, a lid. It works.',
      ),
    ).toBe('To address this, we propose Lidkiln, a lid.');
  });

  test('is what a survey surveys', () => {
    expect(contributionOf('Clay is old. This survey reviews lids. We hope it helps.')).toBe(
      'This survey reviews lids.',
    );
  });

  test('is the earlier of two that claim nearly as much', () => {
    const between = 'Clay is old. '.repeat(9);
    expect(contributionOf(`We propose a lid. ${between}We propose a novel knob.`)).toBe(
      'We propose a lid.',
    );
  });

  test('is the whole, not a part named after it', () => {
    expect(contributionOf('We propose a warm lid. To cope with wind, we propose Knob.')).toBe(
      'We propose a warm lid.',
    );
  });

  test('may be said in the passive', () => {
    expect(contributionOf('Kilns are hot. A new lid for kilns is presented.')).toBe(
      'A new lid for kilns is presented.',
    );
  });

  test('is the first claim, not one more thing or a step', () => {
    expect(
      contributionOf(
        'We introduce a lid. Furthermore, we introduce a knob. We also present a cup.',
      ),
    ).toBe('We introduce a lid.');
  });

  test.each([
    'Kilns are hot. Bricks crack when they cool.',
    'Code is available at https://lid.example. In future work, we will propose a lid.',
    'We hope that this helps.',
    'No gauge stood in the inlets we study, but shells did.',
    '',
    ' \n ',
  ])('is missing where nobody claims anything: %j', (abstract) => {
    expect(findHighlights(abstract)).toEqual({ figures: [] });
  });
});

describe('a figure', () => {
  test.each([
    ['Our lid accelerates firing by 44.5%.', 'Our lid accelerates firing by 44.5%', ['44.5%']],
    [
      'Experiments show that the lid is up to 2.77x faster than a door.',
      'the lid is up to 2.77x faster than a door',
      ['2.77x'],
    ],
    [
      'The lid reduces the latency from 600 ms to 240 ms.',
      'The lid reduces the latency from 600 ms to 240 ms',
      ['from 600 ms to 240 ms'],
    ],
    [
      'Latency falls from 13 ms per image to 2 ms.',
      'Latency falls from 13 ms per image to 2 ms',
      ['from 13 ms per image to 2 ms'],
    ],
    [
      'The lid reaches 91% accuracy (on pots, cups, and bowls).',
      'The lid reaches 91% accuracy (on pots, cups, and bowls)',
      ['91%'],
    ],
    [
      'It beats walls, doors, and windows by 35% in speed.',
      'It beats walls, doors, and windows by 35% in speed',
      ['35%'],
    ],
    [
      'The lid (in all, 9% less heat loss, on average) is warm.',
      'The lid (in all, 9% less heat loss, on average) is warm',
      ['9%'],
    ],
    [
      'The lid has an accuracy of 91% on pots, compared to 85% accuracy for walls.',
      'The lid has an accuracy of 91% on pots',
      ['91%'],
    ],
    [
      'The lid needs less than 1/1000 of the memory of walls.',
      'The lid needs less than 1/1000 of the memory of walls',
      ['1/1000'],
    ],
    [
      'Lids boost this glaze by 72%,60% and 59%.',
      'Lids boost this glaze by 72%,60% and 59%',
      ['72%', '60%', '59%'],
    ],
    ['It achieves 93.87% on ScienceQA.', '93.87% on ScienceQA', ['93.87%']],
    [
      'We achieve 15x and 9.3x latency reduction over doors and walls, respectively.',
      '15x and 9.3x latency reduction over doors and walls, respectively',
      ['15x', '9.3x'],
    ],
    ['It speeds up firing by 15.2%-48.9%.', 'It speeds up firing by 15.2%-48.9%', ['15.2%-48.9%']],
    [
      'The lid gives a 13% increase in firing speed.',
      'The lid gives a 13% increase in firing speed',
      ['13%'],
    ],
    [
      'It needs two orders of magnitude less energy.',
      'It needs two orders of magnitude less energy',
      ['two orders of magnitude'],
    ],
    ['We obtain an accuracy of 0.93 on pots.', 'an accuracy of 0.93 on pots', ['0.93']],
    ['Lids gain +7.4 mIoU over doors.', 'Lids gain +7.4 mIoU over doors', ['+7.4 mIoU']],
    [
      'It fires at 30 frames per second.',
      'It fires at 30 frames per second',
      ['30 frames per second'],
    ],
    ['We get a $2.77\\times$ speedup.', 'a $2.77\\times$ speedup', ['$2.77\\times$']],
    ['The error drops by 27\\%.', 'The error drops by 27\\%', ['27\\%']],
  ])('is told with its measure: %s', (sentence, phrase, numbers) => {
    expect(resultsIn(sentence)).toEqual([phrase]);
    expect(numbersIn(sentence)).toEqual(numbers);
  });

  test.each([
    'We collect 1,000 pots from 20 kilns in 2023.',
    'We use 16-bit numbers and a 7B model on 8 GPUs.',
    'The images are 224x224 pixels.',
    'We fire 3D pots with the top-5 glazes.',
    'The dataset contains 80% training data.',
    'Existing lids reduce latency by 10%.',
    'Future lids could reduce latency by 50%.',
    'We fire with 320KB on a chip.',
    'A confidence of 95% is assumed; the 95% confidence interval is shown.',
    'Others need 3x more energy.',
    'MeshNet needs 3x more energy than ours.',
    'It works using 3 GB memory.',
    'It gains accuracy within 5 epochs.',
    'Human readers score 71.',
    'Walls only achieve an accuracy of 45%.',
    'We fire for a while (e.g., 2 ms latency).',
    'Bricks take 72% of execution time.',
  ])('is a result, which this is not: %s', (sentence) => {
    expect(resultsIn(sentence)).toEqual([]);
  });

  test('is of the paper, not of the field: before the authors speak there is none', () => {
    expect(figuresOf('Doors reduce latency by 30%. We propose a lid.')).toEqual([]);
    expect(figuresOf('Doors reduce latency by 30%. Walls are 3x faster.')).toEqual([]);
  });

  test('takes its measure from the clause before, when its own has none', () => {
    expect(
      resultsIn('The lid cuts the heat loss of kilns by 96%, from 0.944s to 0.053s, at last.'),
    ).toEqual(['The lid cuts the heat loss of kilns by 96%, from 0.944s to 0.053s']);
  });

  test('stands apart from another with a measure of its own', () => {
    expect(
      resultsIn('AMP accelerates training by 44.5% and reduces memory use by 17.6%.').toSorted(),
    ).toEqual(['AMP accelerates training by 44.5%', 'reduces memory use by 17.6%']);
  });

  test('gives way to others when it only echoes a better one', () => {
    expect(
      resultsIn('HAT has 3× speedup, 3.7× smaller size; 2.7× speedup, 12× less search cost.'),
    ).toEqual(['HAT has 3× speedup', '3.7× smaller size', '12× less search cost']);
  });

  test('is one of three at most, speedups before shares', () => {
    const figures = resultsIn(
      'It retains 99% of the heat. It loses 1% accuracy. It saves 5% memory. It is 3x faster. It is 4x smaller.',
    );
    expect(figures).toHaveLength(3);
    expect(figures.slice(0, 2)).toEqual(['It is 3x faster', 'It is 4x smaller']);
  });
});

const CLAUSES = [
  'We propose a lid',
  'It is 3x faster than $n$ doors',
  'which reduces latency by 5%',
  'from 6 ms to 2.4 ms',
  'and an average speedup of 1.5x and 2x',
  'a $2\\times$ gain in $x^2$',
  '(99.1% accuracy on Pots)',
  'respectively',
  'that',
  'while maintaining 1,000 fps',
  'e.g.',
  '\\(a',
  '$',
  'over',
  '5',
  '10%',
  '🙂',
] as const;
const GLUE = [' ', ', ', '. ', '\n\n', '; ', ': ', '  ', '\n', ' — '] as const;

const anyAbstract = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...CLAUSES), fc.constantFrom(...GLUE)), { maxLength: 25 })
    .map((parts) => `We propose a lid. ${parts.flat().join('')}`),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const allOf = (abstract: string): readonly Highlight[] => {
  const { contribution, figures } = findHighlights(abstract);
  return [...(contribution ? [contribution] : []), ...figures];
};

describe('for every text', () => {
  test('(the texts below have highlights, so that no law holds for want of them)', () => {
    const found = fc.sample(anyAbstract, { numRuns: 300, seed: 7 }).flatMap(allOf);
    expect(found.length).toBeGreaterThan(100);
  });

  test('highlights are words of one sentence, as they stand there', () => {
    fc.assert(
      fc.property(anyAbstract, (raw) => {
        const abstract = normalizeText(raw);
        const sentences = anchorSentences(paragraphsOf(abstract)).flat();
        for (const { start, end, text, sentence, anchor } of allOf(abstract)) {
          expect(abstract.slice(start, end)).toBe(text);
          expect(text.trim()).toBe(text);
          expect(text).not.toBe('');
          expect(sentences[sentence]?.anchor).toBe(anchor);
          expect(sentences[sentence]?.text).toContain(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('they are slices of it also when its white space is not folded', () => {
    fc.assert(
      fc.property(anyAbstract, (abstract) => {
        for (const { start, end, text } of allOf(abstract))
          expect(abstract.slice(start, end)).toBe(text);
      }),
    );
  });

  test('figures are three at most, hold their numbers, and share no words', () => {
    fc.assert(
      fc.property(anyAbstract, (abstract) => {
        const { figures } = findHighlights(abstract);
        expect(figures.length).toBeLessThanOrEqual(3);
        for (const { start, end, numbers } of figures) {
          expect(numbers.length).toBeGreaterThan(0);
          for (const number of numbers) {
            expect(number.start).toBeGreaterThanOrEqual(start);
            expect(number.end).toBeLessThanOrEqual(end);
            expect(abstract.slice(number.start, number.end)).toMatch(/\S/);
          }
        }
        const inOrder = figures.toSorted((a, b) => a.start - b.start);
        for (const [at, figure] of inOrder.entries())
          expect(figure.start).toBeGreaterThanOrEqual(inOrder[at - 1]?.end ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  test('reading takes time in proportion to the text, whatever it is made of', () => {
    for (const piece of ['.', ' ', '1 ', 'an average ', 'We reduce latency by 5%, ', '$', '\n']) {
      const text = `We reduce ${piece.repeat(100_000)}`;
      expect((size: number) => findHighlights(text.slice(0, size))).toTakeTimeInProportion(100_000);
    }
  });

  const PIECES = ['an average of about 5% ', '$1$ ', 'reduces by ', '(1%) ', ', ', ' \t'];
  const sentenceOf = (piece: string, length: number) =>
    `We reduce ${piece.repeat(900).slice(0, length)} 5%. `;

  test.each(PIECES)('many sentences of %j take no longer one by one', (piece) => {
    const read = (times: number) => findHighlights(sentenceOf(piece, 900).repeat(times));
    expect(read).toTakeTimeInProportion(100);
  });

  // blanks are read as often as there are of them; no cleaned abstract has two in a row
  test.each(PIECES.filter((piece) => piece.trim() !== ''))(
    'sentences of %j take time in proportion to their length',
    (piece) => {
      const read = (length: number) => findHighlights(sentenceOf(piece, length).repeat(100));
      expect(read).toTakeTimeInProportion(900);
    },
  );
});
