import type { NumberKind } from './highlights-numbers.ts';
import {
  anyCase,
  CHANGE_NOUN,
  CHANGE_VERB,
  HEDGES,
  MEASURE,
  PLAIN_WORD,
} from './highlights-words.ts';

/** What stands before and after a figure within its clause. */
export type Surroundings = { readonly before: string; readonly after: string };

/** Figures that say under which conditions, not what came out. */
const CONDITION = anyCase(
  `\\b(?:using|utili[sz]ing|given|requir(?:e|es|ing)|under|with|on|contain(?:s|ing)?|compris(?:es|ing)|consist(?:s|ing)? of|includ(?:es|ing)|collect(?:s|ed)|across|spans?|spanning|train(?:ed)? (?:on|with|for)|for)${HEDGES}`,
);
/** A condition worth telling. */
const ONLY = /\b(?:only|just|merely|as (?:little|few) as|less than|fewer than)\s*[~<(]*$/iu;
const IS_RESULT_AFTER = anyCase(
  `^[\\s-]*(?:in (?:terms of )?)?(?:${PLAIN_WORD}\\s+){0,3}?(?:loss|degradation|drop|overhead|accuracy|precision|error|improvement|reduction|speed-?ups?|increase|gain|decrease|savings?|latency|throughput|success|recall|cost|faster|slower|fewer|less|more|lower|higher|smaller|better|mIoU|IoU|mAP|AP|BLEU|F-?1|F-?measure|AUC|exact match|gains?|rate|scores?|boost)\\b`,
);
/** What the figure was compared with. */
const BASELINE =
  /\b(?:(?<!(?:more|less|greater|higher|lower|fewer|better|larger|smaller|faster) )than|versus|vs\.?|compared (?:to|with)|against|as opposed to|instead of|rather than|unlike)(?:\s+(?:the|about|an?|only|around|just|its|\p{L}+['’]s|other \p{L}+)){0,4}[\s~(]*$/iu;
/** Others' figures: their subject leads the clause. */
const OTHERS =
  /^\s*(?:and |but |while |whereas |although |though |where )?(?:the )?(?:existing|previous|prior|traditional|conventional|current|other|others|baselines?|most|vanilla|naive|standard|earlier|these (?:methods|approaches|systems|models|baselines))\b(?!.*\bour\b)/iu;
/** What others reach, and what is wrong with the field. */
const SHORT_OF_IT =
  /\bonly (?:achiev|reach|attain|get|obtain)\w*\s|\b(?:bottlenecks?|gap)\b|\be\.g\.,?\s*$/iu;
const NOT_YET = /\b(?:future|goal is|aims? to|potentially|could|hope|if)\b/iu;
const NO_RESULT_AFTER =
  /^\s*(?:confidence|CI\b|percentile|significance|of (?:the )?(?:application|execution|total|training|inference) (?:run)?time|of the (?:data|training|world|global|total|population)|sparsity|labeled|labelled|(?:training|train|test)(?! (?:cost|time|speed|memory|energy|loss|throughput|latency|accuracy|error))|validation|split|random)/iu;
const DATA_SHARE =
  /^\s*(?:of (?:the |all )?|training |labell?ed )?(?:data|labels|samples|examples|annotations|supervision)\b/iu;
const WITH = anyCase(`\\b(?:with|using|on|requir\\w+|needs?)${HEDGES}`);
const OUTCOME =
  /\b(?:no|negligible|little|without|lossless|comparable|same|matching|match(?:es)?|performance|accuracy|outperform\w*)\b/iu;

/** A clause that sets the scene. */
const SCENE = /^\s*(?:and |even )?(?:when|if|after|compared (?:to|with)|versus)\b/iu;
/** What the authors chose. */
const SETTING =
  /\b(?:sizes?|budgets?|thresholds?|ranges?|dimensions?|resolutions?)(?:\s+(?:of|from|between))*\s*$|\bvarying\s*$/iu;

/** `planning by 35%`: what happened by so much stands further to the left. */
const BY = anyCase(`\\bby${HEDGES}`);
const CHANGES = anyCase(`\\b(?:${CHANGE_VERB}|${CHANGE_NOUN})\\b`);

const IT = anyCase(`\\b(?:this|it|them|these) (?:to|by)${HEDGES}`);
const NAMED = anyCase(`\\b(?:${MEASURE})\\b`);

/** Told with a number that has no unit, these are the ends of a scale. */
const SCALE = /\b(?:between|from)\s*$/iu;
/** `within 5 epochs`: it counts what follows. */
const COUNTS =
  /^\s+(?!(?:on|in|for|at|with|and|or|over|when|across|vs|using|compared|from|to|under|respectively|while|by|between|than|as|against|versus|among|averaged|after|without|which|where|that|is|was)\b)\p{L}/iu;
const THAN_OURS = /^[^,;]{0,40}\bthan (?:ours|we)\b/iu;

const BEFORE = [SCENE, SHORT_OF_IT, BASELINE, OTHERS, NOT_YET, SETTING] as const;
const AFTER = [NO_RESULT_AFTER, THAN_OURS] as const;

/** A number under which something was done; with a ratio it may still be what came of it. */
const isCondition = (kind: NumberKind, { before, after }: Surroundings): boolean => {
  if (kind === 'factor' || !CONDITION.test(before)) return false;
  if (kind === 'quantity' || kind === 'bare') return true;
  return !ONLY.test(before) && !IS_RESULT_AFTER.test(after);
};

/** `boosts this to 91%`: what it is stands further to the left. */
const isUnnamed = (before: string): boolean => IT.test(before) && !NAMED.test(before);

/** Whether something around a figure says that it is no result of the paper. */
export const isVetoed = (kind: NumberKind, around: Surroundings): boolean =>
  BEFORE.some((pattern) => pattern.test(around.before)) ||
  AFTER.some((pattern) => pattern.test(around.after)) ||
  isCondition(kind, around) ||
  (kind === 'bare' && (SCALE.test(around.before) || COUNTS.test(around.after))) ||
  isUnnamed(around.before) ||
  (BY.test(around.before) && !CHANGES.test(around.before));

/** `with only 60% of the data … no performance drop`: a condition that is the result. */
export const isDataShare = (kind: NumberKind, { before, after }: Surroundings): boolean =>
  kind === 'percent' &&
  DATA_SHARE.test(after) &&
  OUTCOME.test(`${before} ${after}`) &&
  WITH.test(before);
