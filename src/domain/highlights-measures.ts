import type { NumberGroup, NumberKind } from './highlights-numbers.ts';
import {
  ACHIEVE_VERB,
  BARE_COMPARATIVE,
  CHANGE_NOUN,
  CHANGE_VERB,
  FULL_COMPARATIVE,
  HEDGE,
  MEASURE,
  SPEED_NOUN,
} from './highlights-words.ts';

/** What stands before and after a figure within its clause. */
export type Surroundings = { readonly before: string; readonly after: string };

/** How a figure may be tied to its measure, and how much such a figure says. */
type Tie = {
  readonly points: number;
  readonly kinds?: readonly NumberKind[];
  readonly before?: RegExp;
  readonly after?: RegExp;
};

const PLAIN_WORD =
  "(?!(?:and|or|for|on|in|with|than|while|using|by|to|from|at|over|of|the|an?|is|are|was|were|that|which|compared)\\b)[\\p{L}\\d@.+/'’-]+(?:\\s*\\([^()]{1,20}\\))?";
const SIGNS = '[\\s:=~≈≥≤<>(]';
const LINK =
  'of|is|was|are|were|at|to|by|from|within|reach(?:es|ed|ing)?|achiev(?:es|ed|ing)|increas(?:es|ed|ing)|improv(?:es|ed|ing)|reduc(?:es|ed|ing)|decreas(?:es|ed|ing)|dropp?(?:s|ed|ing)?|down|being|as|be|rang(?:es|ing|ed)|exceed(?:s|ed|ing)?|high|low|has|been|have|can|consistently|significantly';
const LEAD = `(?:${SIGNS}+(?:${LINK}|${HEDGE}))*${SIGNS}*$`;
const HEDGES = `(?:${SIGNS}+(?:${HEDGE}))*${SIGNS}*$`;
const RATIOS = ['factor', 'percent', 'points'] as const satisfies readonly NumberKind[];
const SOMETHING = ['factor', 'percent', 'points', 'rate', 'quantity'] as const;
const EVERYTHING = [...SOMETHING, 'bare'] as const;

const re = (source: string): RegExp => new RegExp(source, 'iu');

/** The ways in which abstracts tell what a figure measures; the first that fits best counts. */
const TIES: readonly Tie[] = [
  // 18.24% lower mean absolute error; 3x faster
  {
    points: 4,
    kinds: RATIOS,
    after: re(
      `^[\\s-]*(?:(?:absolute|relative|times|on average|point|points)\\s+)?(?:\\p{L}+ly\\s+)?(?:${FULL_COMPARATIVE})\\b`,
    ),
  },
  {
    points: 4,
    kinds: SOMETHING,
    after: re(
      `^[\\s-]*(?:absolute\\s+|relative\\s+|times\\s+)?(?:${BARE_COMPARATIVE})\\s+(?!than\\b)\\p{L}`,
    ),
  },
  { points: 3.5, kinds: ['quantity', 'rate'], after: re(`^\\s+(?:${FULL_COMPARATIVE})\\b`) },
  // 4.86x and 2.18x speedup; 15x mobile latency reduction
  {
    points: 4,
    kinds: RATIOS,
    after: re(`^[\\s-]*(?:${PLAIN_WORD}\\s+){0,4}?(?:${SPEED_NOUN})\\b`),
  },
  // 13% increase in classification speed
  {
    points: 3.6,
    kinds: SOMETHING,
    after: re(
      `^[\\s-]*(?:${PLAIN_WORD}\\s+){0,3}?(?:${CHANGE_NOUN})\\s+(?:in|of|on|over|for|across|compared|relative|when|with|from)\\b`,
    ),
  },
  {
    points: 3.6,
    kinds: SOMETHING,
    before: re(
      `(?:${MEASURE})\\s+(?:${CHANGE_NOUN})(?:\\s+(?:over|on|in|for)\\s+[^,;]{1,60})?${LEAD}`,
    ),
  },
  // improvement of 3.2% in accuracy; a speedup of 1.37x
  {
    points: 3.6,
    kinds: SOMETHING,
    before: re(`\\b(?:${CHANGE_NOUN})\\s+(?:of|by)${HEDGES}`),
    after: re('^\\s*(?:\\([^()]*\\)\\s*)?(?:in|on|over|for|across|compared)\\b'),
  },
  {
    points: 3.4,
    kinds: SOMETHING,
    before: re(`\\b(?:${CHANGE_NOUN})\\s+(?:in|of|on|over)\\s+[^,;]{2,80}?\\s(?:of|by)${HEDGES}`),
  },
  {
    points: 3.6,
    kinds: EVERYTHING,
    before: re(`\\b(?:${MEASURE})\\b(?:\\s*\\([^()]{1,20}\\))?${LEAD}`),
  },
  {
    points: 3.2,
    kinds: SOMETHING,
    before: re(
      `\\b(?:${MEASURE})\\b(?:\\s*\\([^()]{1,20}\\))?\\s+(?:in|on|for|over|with|at|across|under|relative|compared|of|between)\\s+[^,;:]{1,80}?\\s(?:of|by|is|was|reaches|to|up to)${HEDGES}`,
    ),
  },
  // reducing activated parameters by over 20%
  {
    points: 4,
    kinds: SOMETHING,
    before: re(`\\b(?:${CHANGE_VERB})\\s[^;:]{2,140}?\\s(?:by|up to)${HEDGES}`),
  },
  { points: 3.4, kinds: RATIOS, before: re(`\\b(?:${CHANGE_VERB})\\s+by${HEDGES}`) },
  {
    points: 3.4,
    kinds: SOMETHING,
    before: re(`\\b(?:${CHANGE_VERB})\\s[^;:]{2,120}?\\sto${HEDGES}`),
  },
  // saves 60% memory; improves 2.1 points on COCO
  {
    points: 3.2,
    kinds: RATIOS,
    before: re(`\\b(?:${CHANGE_VERB})${HEDGES}`),
    after: re('^\\s*(?:of\\s+)?\\p{L}'),
  },
  // 73.62% top-1 accuracy; 13.98% MAPE
  {
    points: 3.6,
    kinds: SOMETHING,
    after: re(
      `^[\\s-]*(?:of\\s+|the\\s+|of the\\s+|in\\s+|in terms of\\s+)?(?:${PLAIN_WORD}\\s+){0,4}?(?:${MEASURE})\\b`,
    ),
  },
  {
    points: 2.6,
    kinds: ['bare'],
    before: re(`\\b(?:${ACHIEVE_VERB})${HEDGES}`),
    after: re(`^[\\s-]*(?:${MEASURE})\\b`),
  },
  // 93.87% on ScienceQA
  {
    points: 3,
    kinds: ['percent'],
    before: re(`\\b(?:${ACHIEVE_VERB})${HEDGES}`),
    after: re('^\\s*(?:on|for|in|at)\\s+\\p{L}'),
  },
  // a rate is its own measure
  { points: 3, kinds: ['rate'], before: re(`\\b(?:${ACHIEVE_VERB}|at|${CHANGE_VERB})${HEDGES}`) },
  {
    points: 3,
    kinds: ['points'],
    before: re(`\\b(?:${ACHIEVE_VERB}|${CHANGE_VERB}|by|of)${HEDGES}`),
  },
  // reaches 99.7% of the performance; solves 72% of the problems
  {
    points: 2.4,
    kinds: ['percent'],
    before: re(
      `\\b(?:achiev|reach|retain|preserv|maintain|recover|solv|correct|detect|cover|identif|remov|complet|succe|outperform|classif|grasp|predict|attain|match|win|wins|won|us)\\w*(?:\\s+\\p{L}+){0,2}${HEDGES}`,
    ),
    after: re('^\\s*of\\s+\\p{L}'),
  },
  // 2X the throughput
  { points: 3.6, kinds: ['factor'], after: re('^\\s*(?:the|that of|its|as)\\s+\\p{L}') },
];

/** Figures that say under which conditions, not what came out. */
const CONDITION = re(
  `\\b(?:using|utili[sz]ing|given|requir(?:e|es|ing)|under|with|on|contain(?:s|ing)?|compris(?:es|ing)|consist(?:s|ing)? of|includ(?:es|ing)|collect(?:s|ed)|across|spans?|spanning|train(?:ed)? (?:on|with|for)|for)${HEDGES}`,
);
const IS_RESULT_AFTER = re(
  `^[\\s-]*(?:${PLAIN_WORD}\\s+){0,3}?(?:loss|degradation|drop|overhead|accuracy|precision|error|improvement|reduction|speed-?ups?|increase|gain|decrease|savings?|latency|throughput|success|recall|cost|faster|slower|fewer|less|more|lower|higher|smaller|better)\\b`,
);
/** What the figure was compared with. */
const BASELINE =
  /\b(?:(?<!(?:more|less|greater|higher|lower|fewer|better|larger|smaller|faster) )than|versus|vs\.?|compared (?:to|with)|against|as opposed to|instead of|rather than|unlike)(?:\s+(?:the|about|an?|only|around|just|its|\p{L}+['’]s|other \p{L}+))*[\s~(]*$/iu;
/** Others' figures: their subject leads the clause. */
const OTHERS =
  /^\s*(?:and |but |while |whereas |although |though |where )?(?:the )?(?:existing|previous|prior|traditional|conventional|current|other|others|baselines?|most|vanilla|naive|standard|earlier)\b(?!.*\bour\b)/iu;
const NOT_YET = /\b(?:future|goal is|aims? to|potentially|could|hope|if)\b/iu;
const NO_RESULT_AFTER =
  /^\s*(?:confidence|CI\b|percentile|significance|of the (?:data|training|world|global|total|population)|sparsity|labeled|labelled|training|train|test|validation|split|random)/iu;
const DATA_SHARE =
  /^\s*(?:of (?:the |all )?|training |labell?ed )?(?:data|labels|samples|examples|annotations|supervision)\b/iu;
const OUTCOME =
  /\b(?:no|negligible|little|without|lossless|comparable|same|matching|match(?:es)?|performance|accuracy|outperform\w*)\b/iu;

const fits = (tie: Tie, kind: NumberKind, { before, after }: Surroundings): boolean =>
  (tie.kinds?.includes(kind) ?? true) &&
  (tie.before?.test(before) ?? true) &&
  (tie.after?.test(after) ?? true);

const isVetoed = (kind: NumberKind, { before, after }: Surroundings): boolean =>
  BASELINE.test(before) ||
  OTHERS.test(before) ||
  NOT_YET.test(before) ||
  NO_RESULT_AFTER.test(after) ||
  /^[^,;]{0,40}\bthan (?:ours|we)\b/iu.test(after) ||
  (kind !== 'factor' && CONDITION.test(before) && !IS_RESULT_AFTER.test(after)) ||
  ((kind === 'quantity' || kind === 'bare') && CONDITION.test(before));

/** `with only 60% of the data … no performance drop`: a condition that is the result. */
const isDataShare = (
  kind: NumberKind,
  { before, after }: Surroundings,
  sentence: string,
): boolean =>
  kind === 'percent' &&
  DATA_SHARE.test(after) &&
  OUTCOME.test(sentence) &&
  re(`\\b(?:with|using|on|requir\\w+|needs?)${HEDGES}`).test(before);

/** How much a group of figures says as a result, given what stands around it; 0 when it is none. */
export const scoreTie = (group: NumberGroup, around: Surroundings, sentence: string): number => {
  const first = group.numbers[0];
  if (first === undefined) return 0;
  if (isDataShare(first.kind, around, sentence)) return 2;
  if (isVetoed(first.kind, around)) return 0;
  if (first.isFromTo) return scoreFromTo(around);
  return Math.max(0, ...TIES.map((tie) => (fits(tie, first.kind, around) ? tie.points : 0)));
};

const HAS_MEASURE = re(`\\b(?:${MEASURE}|${CHANGE_VERB}|${CHANGE_NOUN})\\b`);
const scoreFromTo = ({ before }: Surroundings): number => (HAS_MEASURE.test(before) ? 3.8 : 0);
