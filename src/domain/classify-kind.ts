import type { Kind } from './paper.ts';
import { readRoles } from './sentence-roles.ts';

export type TitleAndAbstract = { readonly title: string; readonly abstract: string };

/** Where a cue stands: the lead is the first sentence in which the authors speak, which tells most. */
type Place = 'title' | 'lead' | 'abstract';

/** Words that papers of a kind use in any field, and how loudly they speak. */
type Cue = {
  readonly kind: Kind;
  readonly place: Place;
  readonly points: number;
  readonly words: RegExp;
};

const SURVEY: readonly Cue[] = [
  {
    kind: 'survey',
    place: 'title',
    points: 8,
    words:
      /\b(?:survey|overview|(?:comprehensive|systematic|literature|critical|brief|short|a) review|review(?: of| on|$)|tutorial|primer|opportunities.*challenges|challenges.*opportunities|everything you)\b/i,
  },
  { kind: 'survey', place: 'lead', points: 5, words: /\b(?:survey|overview|review)\b/i },
  {
    kind: 'survey',
    place: 'abstract',
    points: 3,
    words:
      /\b(?:this|our|comprehensive|systematic|extended) (?:survey|review|overview)\b|\bwe (?:survey|review|categorize)\b|\btaxonomy of\b/i,
  },
];

const BENCHMARK: readonly Cue[] = [
  {
    kind: 'benchmark-dataset',
    place: 'title',
    points: 7,
    words:
      /\b(?:benchmark(?:s|ing)?|(?<!using an? \w+ )data ?sets?(?! (?:quanti|distil|condens|prun|select))|corpus|testbed|leaderboard)\b|\w(?:Bench|Eval)\b/i,
  },
  {
    kind: 'benchmark-dataset',
    place: 'lead',
    points: 6,
    words:
      /\b(?:introduc|present|propos|releas|creat|construct|build|contribut|develop|evaluat|collect)\w*\b[^.]{0,80}\b(?:benchmark|data ?set(?! (?:quanti|distil|condens|prun|select))|corpus|test suite)\b/i,
  },
  {
    kind: 'benchmark-dataset',
    place: 'abstract',
    points: 2,
    words:
      /\b(?:introduce|present|release|contribute)s?\b[^.]{0,50}\b(?:benchmark|data ?set|corpus)\b/i,
  },
];

const ANALYSIS: readonly Cue[] = [
  {
    kind: 'analysis',
    place: 'title',
    points: 6,
    words:
      /\b(?:analy[sz](?:ing|is|e)|characteri[sz](?:ing|ation)|understanding|investigating|exploring|evaluating|evaluation|revisit(?:ed|ing)|rethinking|demystifying|profiling|comparison|comparing|comparative|empirical|study|impacts?|effects?|insights?|lessons|perspective on|considerations|trade-?offs|usability|modeling performance)\b|^(?:how|what|when|why|do|does|is|are|can|should)\b|\?$/i,
  },
  {
    kind: 'analysis',
    place: 'lead',
    points: 4,
    words:
      /\b(?:analy[sz]e[sd]?|analysis|characteri[sz]\w+|investigat(?:e[sd]?|ion)|stud(?:y|ies) (?:the|how|whether|quantifies|examines)|examin\w+|quantif\w+|assess\w*|reverse engineers?|compar(?:e|ison|ing) )/i,
  },
  {
    kind: 'analysis',
    place: 'abstract',
    points: 3,
    words:
      /\b(?:empirical (?:study|analysis|evaluation)|in-depth|comprehensive investigation|our (?:findings|analysis)|findings (?:reveal|highlight|show)|we (?:find|observe|investigate|analy[sz]e|assess|examine))\b/i,
  },
];

const POSITION: readonly Cue[] = [
  {
    kind: 'position',
    place: 'title',
    points: 7,
    words:
      /\b(?:position paper|a vision|the case (?:for|against)|promising paradigm|considered harmful|we (?:need|should)|call to|viewpoint|opinion)\b|: an? .*perspective$/i,
  },
  {
    kind: 'position',
    place: 'abstract',
    points: 8,
    words:
      /\b(?:position paper|(?:this|the) (?:paper|article) argues|we argue|authors believe|our vision|call to action)\b/i,
  },
];

const SYSTEM: readonly Cue[] = [
  {
    kind: 'system',
    place: 'title',
    points: 3,
    words:
      /\b(?:systems?|engine|platform|library|compiler|framework|toolkit|accelerat(?:ors?|ion|ing)|processor|chip|runtime|infrastructure|simulator|serving|serverless|prototype|database|software|scheduling|clusters?|pipelines?|architecture for|GPUs?|SSDs?)\b/i,
  },
  {
    kind: 'system',
    place: 'lead',
    points: 5,
    words:
      /\b(?:(?:inference|training|runtime|database|distributed|software|hardware|operating|serving|search|web|recommendation|end-to-end|robotic|real-time|vision) systems?|engine|platform|library|compiler|toolkit|toolbox|accelerator|processor|infrastructure|simulator|computer|prototype|middleware|hardware (?:architecture|design|implementation)|co-design|solution)\b/i,
  },
  { kind: 'system', place: 'lead', points: 2, words: /\bframework\b/i },
  {
    kind: 'system',
    place: 'abstract',
    points: 4,
    words:
      /\b(?:in production|end-to-end (?:system|solution|framework)|(?:higher|maximum|inference|system|generation|improves?|service) (?:throughput|capacity)|prototype|schedul(?:er|ing)|GPU memory|GPU utilization|open[- ]sourced? (?:system|framework|library|platform))\b/i,
  },
];

const METHOD: readonly Cue[] = [
  {
    kind: 'method',
    place: 'title',
    points: 2,
    words:
      /\b(?:learning|networks?|via|method|algorithm|approach|models?|transformers?|attention|quantization|pruning|distillation|adaptive|optimization|search|using|towards)\b/i,
  },
  {
    kind: 'method',
    place: 'lead',
    points: 5,
    words:
      /\b(?:methods?|algorithms?|approach|techniques?|strateg(?:y|ies)|networks?|models?|mechanism|module|loss|scheme|procedure|optimi[sz]ation|training|formulation|family|transformers?|classifier|extension)\b/i,
  },
  {
    kind: 'method',
    place: 'abstract',
    points: 3,
    words:
      /\b(?:outperforms?|novel|our (?:method|approach|algorithm|models?)|proposed (?:method|approach|algorithm|model))\b/i,
  },
];

const CUES = [...SURVEY, ...BENCHMARK, ...ANALYSIS, ...POSITION, ...SYSTEM, ...METHOD];

/** Proposes what sort of paper it is; nothing when no word tells. */
export const proposeKind = ({ title, abstract }: TitleAndAbstract): Kind | undefined => {
  const lead = readRoles(abstract).find(({ role }) => role === 'contribution')?.text ?? '';
  const texts = { title, lead, abstract };
  const points = new Map<Kind, number>();
  for (const { kind, place, points: more, words } of CUES)
    if (words.test(texts[place])) points.set(kind, (points.get(kind) ?? 0) + more);
  const [best] = [...points].toSorted(([, a], [, b]) => b - a);
  return best?.[0];
};
