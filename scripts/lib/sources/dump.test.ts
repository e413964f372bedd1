import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dump } from './dump.ts';

const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures/sources');
const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

const BANNER =
  'Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n';
const ABSTRACT =
  'Large language models (LLMs) have shown exceptional performance and vast potential across diverse tasks. ' +
  'However, the deployment of LLMs with high performance in low-resource environments has garnered attention. ' +
  'In this paper, we introduce a solution that accelerates LLMs on CPUs and reduces the size of their cache.';
const OTHER =
  'Neural networks have been notorious for being computationally expensive. We prune about 95% of their ' +
  'parameters by dynamical clustering and keep the accuracy on five classification and detection networks.';

const read = (text: string) => dump.read(text, 'dump.txt');
const pairs = (text: string) => read(text).records.map(({ title, abstract }) => [title, abstract]);
const problems = (text: string) =>
  read(text).problems.map(({ severity, line, found }) => ({ severity, line, found }));
const containing = (part: string): unknown => expect.stringContaining(part);
const listing = (...lines: readonly string[]): string => `${BANNER}Subscribe${lines.join('\n')}\n`;

describe('real listings', () => {
  test('gives every paper of the page, with title, abstract and line', () => {
    const { records, problems: none } = read(fixture('dump.txt'));
    expect(none).toEqual([]);
    expect(records.map(({ title }) => title)).toMatchInlineSnapshot(`
      [
        "Inference Performance Optimization for Large Language Models on CPUs",
        "Low-Precision Training of Large Language Models: Methods, Challenges, and Opportunities",
        "PersianLLaMA: Towards Building First Persian Large Language Model",
        "Tackling the Unlimited Staleness in Federated Learning with Intertwined Data and Device Heterogeneities",
        "AdLoCo: adaptive batching significantly improves communications efficiency and convergence for Large Language Models",
        "LQER: Low-Rank Quantization Error Reconstruction for LLMs",
        "nnU-Net Revisited: A Call for Rigorous Validation in 3D Medical Image Segmentation",
        "HyperFree: A Channel-adaptive and Tuning-free Foundation Model for Hyperspectral Remote Sensing Imagery",
        "Detecting Anomalies in Machine Learning Infrastructure via Hardware Telemetry",
        "A Precision-Scalable RISC-V DNN Processor with On-Device Learning Capability at the Extreme Edge",
        "FlexGen: High-Throughput Generative Inference of Large Language Models with a Single GPU",
        "On-Device Training Under 256KB Memory",
        "Efficient Tabular Data Preprocessing of ML Pipelines",
        "VeriThoughts: Enabling Automated Verilog Code Generation using Reasoning and Formal Verification",
        "Analyzing Modern NVIDIA GPU cores",
      ]
    `);
    expect(records.map(({ line }) => line)).toEqual(records.map((_, index) => 3 + 2 * index));
    for (const { abstract } of records) expect(abstract.length).toBeGreaterThan(600);
  });

  test('reads the same papers however a browser copied them', () => {
    const withoutLines = (name: string) => ({
      papers: pairs(fixture(name)),
      problems: problems(fixture(name)),
    });
    expect(withoutLines('dump-wrapped.txt')).toEqual(withoutLines('dump.txt'));
  });

  test.each([60, 72, 100, 120])('joins abstracts that are broken at %i columns', (width) => {
    const lines = pairs(fixture('dump.txt')).flatMap(([title = '', abstract = '']) => [
      title,
      ...abstract
        .replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')
        .trim()
        .split('\n'),
    ]);
    expect(pairs(listing(...lines))).toEqual(pairs(fixture('dump.txt')));
  });
});

describe('banner', () => {
  test.each([
    ['in another order', `Subscribe\n${BANNER}`],
    ['with empty lines', `\n${BANNER.replaceAll('\n', '\n\n')}Subscribe\n\n`],
    ['in one line', `${BANNER.replaceAll('\n', '')}Subscribe`],
    ['with no-break spaces', `${BANNER.replaceAll(' ', '\u00a0')}Subscribe`],
    ['that is missing', ''],
  ])('is left out %s', (_, banner) => {
    expect(pairs(`${banner}A Title: One\n${ABSTRACT}\n`)).toEqual([['A Title: One', ABSTRACT]]);
  });

  test('is left out where pages join', () => {
    const text = listing('Title One', ABSTRACT, `\f${BANNER}SubscribeTitle Two`, OTHER);
    expect(pairs(text)).toEqual([
      ['Title One', ABSTRACT],
      ['Title Two', OTHER],
    ]);
  });

  test.each([
    'Subscribe to Learn: Federated Learning by Publishers',
    'Subscription Fraud Detection with Graph Networks',
    'Subscribers and Publishers: A Survey',
  ])('leaves the title %j whole', (title) => {
    expect(pairs(`${BANNER}Subscribe\n${title}\n${ABSTRACT}\n`)).toEqual([[title, ABSTRACT]]);
    expect(pairs(listing('Title One', OTHER, title, ABSTRACT))).toContainEqual([title, ABSTRACT]);
  });

  test.each([
    'nnU-Net Revisited',
    '3D Gaussian Splatting',
    '“Why?” Explained',
    '$k$-Means at Scale',
  ])('gives back the title %j that Subscribe was glued to', (title) => {
    expect(pairs(`${BANNER}Subscribe${title}\n${ABSTRACT}\n`)).toEqual([[title, ABSTRACT]]);
  });

  test('keeps a name that begins with Subscribe when no banner stands before it', () => {
    const title = 'SubscribeNet: Learning to Recommend';
    expect(pairs(listing('Title One', OTHER, title, ABSTRACT))).toContainEqual([title, ABSTRACT]);
  });
});

describe('what is a title', () => {
  test.each([
    // as long as titles get
    'Off-line path integral reinforcement learning using stochastic robot dynamics approximated by sparse pseudo-input Gaussian processes: Application to humanoid robot motor learning in the real environment',
    'Doing More with Less: How Do We Implement Routing Strategies in Large Language Model-Based Systems That Must Answer in Time, and What Does Each of Them Cost? An Extended Survey of Methods',
    'Do Language Models Know What They Know?',
    'How can human motion prediction increase transparency?',
    'Attention Is All You Need!',
    'Learning to See in the Dark.',
    'You Only Look Once. Twice. An Honest Account of Detection',
    'wa-hls4ml: A Benchmark and Surrogate Models for hls4ml',
    'k-means++ revisited',
    'Splitwise: Efficient generative LLM inference using phase splitting',
    'A system on chip for melanoma detection using FPGA-based SVM classifier',
    'AdLoCo: adaptive batching significantly improves communications efficiency',
    'Word2vec',
    '大型语言模型的高效推理综述',
    '$\\ell_1$ Regularization Is Not Enough',
  ])('takes %j for one', (title) => {
    const text = listing('Title One', OTHER, title, ABSTRACT, 'Title Three', OTHER + OTHER);
    expect(pairs(text)[1]).toEqual([title, ABSTRACT]);
    expect(problems(text)).toEqual([]);
    expect(pairs(listing(title, ABSTRACT))).toEqual([[title, ABSTRACT]]);
  });
});

describe('what is an abstract', () => {
  test.each([
    // one short sentence of 80 to 120 characters
    'We present a fast solver for sparse linear systems and show that it halves the running time.',
    'This paper surveys accelerators for large language models, from edge devices to data centers.',
    'A new benchmark is introduced on which no model that we tried is better than chance by much.',
    'Sparse attention makes long inputs affordable; the code is at https://github.com/org/sparse-kit',
    // without full stop at the end
    `${ABSTRACT} It serves question answering and text summarization`,
  ])('takes %j for one', (abstract) => {
    const text = listing(
      'Title One: A Start',
      OTHER,
      'Title Two',
      abstract,
      'Title Three',
      ABSTRACT,
    );
    expect(pairs(text)).toEqual([
      ['Title One: A Start', OTHER],
      ['Title Two', abstract],
      ['Title Three', ABSTRACT],
    ]);
  });

  test('joins a last line that is short', () => {
    const lines = [
      'We introduce a family of models that make prepared looks at far more knowledge and',
      'that surpass numerous larger models, which positions them as leading solutions for',
      'efficient serving.',
    ];
    const text = listing('Title One', ...lines, 'Title Two', OTHER);
    expect(pairs(text)).toEqual([
      ['Title One', lines.join(' ')],
      ['Title Two', OTHER],
    ]);
  });

  test('joins lines of a sentence each', () => {
    const sentences = OTHER.split(/(?<=\.) /);
    expect(sentences).toHaveLength(2);
    expect(pairs(listing('Title One', ...sentences, 'Title Two', ABSTRACT))[0]?.[1]).toBe(OTHER);
  });

  test('keeps paragraphs that an empty line separates', () => {
    const text = listing('Title One', ABSTRACT, '', OTHER, '', 'Title Two', OTHER);
    expect(pairs(text)).toEqual([
      ['Title One', `${ABSTRACT}\n\n${OTHER}`],
      ['Title Two', OTHER],
    ]);
  });

  test('folds white space of every kind', () => {
    const text = listing('A\u00a0Title\t: One ', `  ${ABSTRACT.replaceAll(' ', '\u2003')}`);
    expect(pairs(text)).toEqual([['A Title : One', ABSTRACT]]);
  });
});

describe('problems', () => {
  const good = ['Good Title: One', ABSTRACT];
  const goodPair = ['Good Title: One', ABSTRACT];

  test('reports two titles in a row, and takes the second', () => {
    const text = listing('A Title Without Abstract', ...good);
    expect(problems(text)).toEqual([
      { severity: 'error', line: 3, found: containing('A Title Without Abstract') },
    ]);
    expect(pairs(text)).toEqual([goodPair]);
  });

  test('reports an abstract without title at the start', () => {
    const text = `${BANNER}Subscribe\n${OTHER}\n${good.join('\n')}\n`;
    expect(problems(text)).toEqual([
      { severity: 'error', line: 4, found: containing('an abstract without title') },
    ]);
    expect(pairs(text)).toEqual([goodPair]);
  });

  test('reports an abstract without title in the middle of a real listing', () => {
    const lines = fixture('dump.txt').split('\n');
    const title = lines.splice(6, 1);
    const { records, problems: found } = read(lines.join('\n'));
    expect(found.map(({ line }) => line)).toEqual([7]);
    expect(records).toHaveLength(14);
    expect(records.map((record) => record.title)).not.toContain(title[0]);
  });

  test('reports a title without abstract in the middle of a real listing', () => {
    const lines = fixture('dump.txt').split('\n');
    lines.splice(7, 1);
    const { records, problems: found } = read(lines.join('\n'));
    expect(found.map(({ line }) => line)).toEqual([7]);
    expect(records).toHaveLength(14);
  });

  test('reports a title at the end of the file', () => {
    const text = listing(...good, 'The Last Title');
    expect(problems(text)).toEqual([
      { severity: 'error', line: 5, found: containing('the end of the file') },
    ]);
    expect(pairs(text)).toEqual([goodPair]);
  });

  test('reports an abstract that breaks off at the end of the file', () => {
    const text = listing(...good, 'The Last Title', OTHER.slice(0, -40));
    expect(problems(text)).toEqual([{ severity: 'error', line: 6, found: containing('cut off') }]);
    expect(pairs(text)).toEqual([goodPair]);
  });

  test('is content with a last abstract that ends with an address', () => {
    const abstract = `${OTHER} The code is available at https://github.com/FMInference/FlexGen`;
    expect(problems(listing(...good, 'The Last Title', abstract).trimEnd())).toEqual([]);
  });
});

describe('laws', () => {
  test('reads whatever it gets without failing', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\f', '\0', '\ufeff', '\r', '\n', '\u2028', ABSTRACT, BANNER, 'A Title'),
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const { records } = read(parts.join('\n'));
        for (const { title, abstract } of records)
          expect([title.trim(), abstract.trim()]).not.toContain('');
      }),
    );
  });

  test('keeps every word of the listing, in order, when nothing is wrong', () => {
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    const text = fixture('dump-wrapped.txt');
    const body = text
      .replaceAll(/\ufeff|Get trending papers in your email inbox(?: once a day)?!/g, '')
      .replaceAll(/Subscribe\s/g, '');
    expect(words(pairs(text).flat().join(' '))).toBe(words(body));
  });

  test.each([
    ['one line', 'a'.repeat(10_000_000)],
    ['words in one line', 'a b. '.repeat(2_000_000)],
    ['full stops', `${BANNER}Title\n${'.'.repeat(5_000_000)}`],
    ['brackets', `${BANNER}Title\n${'("'.repeat(2_500_000)}`],
    ['short lines', `${BANNER}${'Ab\n'.repeat(200_000)}`],
  ])('reads megabytes of %s in time', (_, text) => {
    expect((size: number) => read(text.slice(0, size))).toTakeTimeInProportion(text.length);
  });
});
