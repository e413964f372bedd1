import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedConcept } from './concept-labels.ts';
import { compileConcepts, firstMentions, type Mention } from './concept-mentions.ts';
import { conceptIdSchema, topicIdSchema } from './fields.ts';
import { normalizeText } from './paragraphs.ts';

const topicIds = (...ids: readonly string[]) => ids.map((id) => topicIdSchema.parse(id));

const concept = (
  id: string,
  name: string,
  aliases: readonly string[] = [],
  links: { readonly related?: readonly string[]; readonly topics?: readonly string[] } = {},
): NamedConcept => ({
  id: conceptIdSchema.parse(id),
  name,
  aliases: [...aliases],
  topics: topicIds(...(links.topics ?? ['topic'])),
  related: (links.related ?? []).map((other) => conceptIdSchema.parse(other)),
});

const CONCEPTS: readonly NamedConcept[] = [
  concept('gpu', 'GPU', ['graphics processing unit', 'graphics card']),
  concept('gpu-cluster', 'GPU cluster', ['data center', 'server farm']),
  concept('llm', 'Large language model', ['LLM', 'language model', 'ChatGPT']),
  concept('slm', 'Small language model', ['SLM']),
  concept('nas', 'Neural architecture search', ['NAS', 'search space'], { related: ['automl'] }),
  concept('automl', 'AutoML', ['automated machine learning']),
  concept('quantization', 'Quantization', ['low precision', 'fewer bits']),
  concept('pruning', 'Pruning', ['weight pruning', 'lottery ticket']),
  concept('fine-tuning', 'Fine-tuning'),
  concept('rl', 'Reinforcement learning', ['RL', 'trial and error']),
  concept('hip', 'HIP programming', ['HIP']),
  concept('iot', 'Internet of Things', ['IoT']),
  concept('ssm', 'State space model', ['Mamba']),
  concept('codec', 'Video codec', ['H.264']),
  concept('pass', 'Pass@k', ['pass@1']),
  concept('attention', 'Attention mechanism', ['attention'], { related: ['kv-cache'] }),
  concept('kv-cache', 'KV cache', [], { topics: [] }),
  concept('interconnect', 'Interconnect'),
  concept('anomaly', 'Anomaly detection', ['detection']),
  concept('distillation', 'Dataset distillation', ['dataset quantization']),
];
const find = compileConcepts(CONCEPTS);

type Text = { readonly title?: string; readonly abstract?: string; readonly topics?: string };

const read = ({ title = '', abstract = '', topics = 'elsewhere' }: Text) =>
  find({ title, abstract, topics: topicIds(topics) });

/** The concepts of an abstract as `id: words`, nested ones with a plus. */
const shown = (abstract: string, topics?: string): readonly string[] =>
  read({ abstract, ...(topics !== undefined && { topics }) }).map(
    ({ concept: id, start, end, isNested }) =>
      `${isNested ? '+' : ''}${id}: ${abstract.slice(start, end)}`,
  );

describe('a name', () => {
  it.each([
    ['is found in any case', 'STATE space Models are', ['ssm: STATE space Models']],
    ['is found in the plural', 'many state space models', ['ssm: state space models']],
    [
      'is found after a hyphen or with one',
      'multi-GPU, KV-cache',
      ['gpu: GPU', 'kv-cache: KV-cache'],
    ],
    ['of two words is found as one', 'by finetuning it', ['fine-tuning: finetuning']],
    [
      'of one word is found as two with a hyphen',
      'by quan-tization',
      ['quantization: quan-tization'],
    ],
    [
      'of a deed is found in forms of its verb',
      'we quantize pruned nets',
      ['quantization: quantize', 'pruning: pruned'],
    ],
    ['is found in British spelling', 'by quantisation', ['quantization: quantisation']],
    ['with small words is found', 'the internet of things', ['iot: internet of things']],
    ['keeps its signs', 'pass@k and H.264', ['pass: pass@k', 'codec: H.264']],
  ])('%s', (_, text, expected) => {
    expect(shown(text, 'topic')).toEqual(expected);
  });

  it.each([
    ['in part of a word', 'unquantizable GPUish prune-juice-free spruning'],
    ['across signs', 'large, language model-free? State (space) models. KV. Cache'],
    ['with other signs', 'pass k and H 264'],
    ['across paragraphs', 'state space\n\nmodels'],
    ['in mathematics', 'as $GPU + LLM$ shows'],
    ['in web addresses', 'see https://example.org/GPU/quantization and www.gpu.example/LLM'],
  ])('is not found %s', (_, text) => {
    expect(
      shown(text).filter((one) => !one.startsWith('llm') && !one.startsWith('pruning: prune')),
    ).toEqual([]);
  });
});

it('a name that is no deed is found in the plural, not in other forms', () => {
  expect(shown('interconnected, language modeling')).toEqual([]);
  expect(shown('interconnects')).toEqual(['interconnect: interconnects']);
});

describe('an acronym', () => {
  it('is found as it is written, in the plural too', () => {
    expect(shown('LLMs on GPUs and an LLM')).toEqual(['llm: LLMs', 'gpu: GPUs', 'llm: LLM']);
  });

  it('is not found as a word of the same letters', () => {
    expect(shown('the hip joint, Hip hop, a nas and iot')).toEqual([]);
    expect(shown('HIP kernels')).toEqual(['hip: HIP']);
  });

  it('and a name with a capital is not found without it', () => {
    expect(shown('the black mamba', 'topic')).toEqual([]);
    expect(shown('beats Mamba', 'topic')).toEqual(['ssm: Mamba']);
  });

  it('of two letters needs company', () => {
    expect(shown('in the RL of it')).toEqual([]);
    expect(shown('in the RL of it', 'topic')).toEqual(['rl: RL']);
    expect(shown('Reinforcement learning, or RL')).toEqual([
      'rl: Reinforcement learning',
      'rl: RL',
    ]);
  });

  it('means what the paper says that it means', () => {
    expect(shown('Network attached storage (NAS) is slow. NAS is cheap.')).toEqual([]);
    expect(shown('We use neural architecture search (NAS).')).toEqual([
      'nas: neural architecture search',
      'nas: NAS',
    ]);
  });

  it('that only the paper defines stands for the concept', () => {
    expect(shown('By dataset quantization (DQ). DQ helps, dq does not.', 'topic')).toEqual([
      'distillation: dataset quantization',
      '+quantization: quantization',
      'distillation: DQ',
      'distillation: DQ',
    ]);
  });
});

describe('an everyday alias', () => {
  it('is found in a paper of the same topic', () => {
    expect(shown('a large search space', 'topic')).toEqual(['nas: search space']);
    expect(shown('a large search space')).toEqual([]);
  });

  it('is found beside another name of the concept or of a related one', () => {
    expect(shown('NAS needs a search space')).toContain('nas: search space');
    expect(shown('AutoML needs a search space')).toContain('nas: search space');
    expect(shown('a GPU needs a search space')).not.toContain('nas: search space');
  });

  it('of one word is not taken for the concept where nothing else speaks of it', () => {
    expect(shown('This has gained attention.')).toEqual([]);
    expect(shown('The KV cache of attention')).toEqual([
      'kv-cache: KV cache',
      'attention: attention',
    ]);
  });

  it('of one word is not taken for the name that it ends', () => {
    expect(shown('the detection of edges')).toEqual([]);
    expect(shown('anomaly detection, detection')).toContain('anomaly: detection');
  });

  it('must stand as it is, but for the plural', () => {
    expect(shown('search spaces of data centers and lottery tickets', 'topic')).toEqual([
      'nas: search spaces',
      'gpu-cluster: data centers',
      'pruning: lottery tickets',
    ]);
    expect(shown('few bits, searched space', 'topic')).toEqual([]);
  });

  it('that ends as the name does is found everywhere', () => {
    expect(shown('by weight pruning')).toEqual(['pruning: weight pruning']);
  });
});

describe('names inside of others', () => {
  it('give way to the longer one, yet acronyms and names are still meant', () => {
    expect(shown('a GPU cluster')).toEqual(['gpu-cluster: GPU cluster', '+gpu: GPU']);
  });

  it('are not meant when they are other words for it', () => {
    expect(shown('a small language model')).toEqual(['slm: small language model']);
  });
});

describe('the first mention', () => {
  it('of each concept is the first in its field that stands for itself', () => {
    const mentions = read({
      title: 'LLMs',
      abstract: 'A GPU cluster. LLMs on a GPU. Each GPU, each LLM.',
    });
    const firsts = (field: Mention['field']) =>
      firstMentions(mentions, field).map(({ concept: id, start }) => `${id} ${start}`);
    expect(firsts('title')).toEqual(['llm 0']);
    expect(firsts('abstract')).toEqual(['gpu-cluster 2', 'llm 15', 'gpu 25']);
  });
});

describe('for any paper', () => {
  const anyPiece = fc.constantFrom(
    'GPU',
    'GPUs',
    'gpu',
    'cluster',
    'large',
    'small',
    'language',
    'model',
    'LLM',
    '(NAS)',
    'NAS',
    'neural',
    'architecture',
    'search',
    'space',
    'data',
    'center',
    '-',
    '. ',
    '$x$',
    'pruned',
    'quantization',
    'İ',
    'é',
    '\u0301',
    '🙂',
    '\n\n',
    'https://a.b/GPU',
  );
  const anyText = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: anyPiece },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
      ),
      { maxLength: 30 },
    )
    .map((pieces) => normalizeText(pieces.join(' ')));
  const anyPaper = fc.record({
    title: anyText,
    abstract: anyText,
    topics: fc.constantFrom(topicIds('topic'), topicIds('elsewhere')),
  });

  it('mentions are whole words in reading order, and those not nested do not overlap', () => {
    fc.assert(
      fc.property(anyPaper, (paper) => {
        const mentions = find(paper);
        const kept = mentions.filter(({ isNested }) => !isNested);
        for (const { field, start, end } of mentions) {
          const text = paper[field];
          const isLetter = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? ' ');
          expect(text.slice(start, end).trim()).not.toBe('');
          expect([isLetter(start - 1), isLetter(start), isLetter(end)]).toEqual([
            false,
            true,
            false,
          ]);
        }
        for (const [at, mention] of kept.entries()) {
          const next = kept[at + 1];
          if (next?.field === mention.field) expect(next.start).toBeGreaterThanOrEqual(mention.end);
        }
      }),
    );
  });

  it('a sure name put between two sentences is found there', () => {
    const names = CONCEPTS.map(({ id, name }) => ({ id, name }));
    fc.assert(
      fc.property(anyText, fc.constantFrom(...names), (text, { id, name }) => {
        const before = `${text.replace(/[$\\(]/g, '')} . `.trimStart();
        const abstract = `${before}${name}. And more.`;
        const found = find({ title: '', abstract, topics: [] });
        const start = abstract.length - `${name}. And more.`.length;
        fc.pre(abstract === normalizeText(abstract));
        expect(found.map((one) => `${one.concept} ${one.start}`)).toContain(`${id} ${start}`);
      }),
    );
  });
});
