/**
 * The words by which highlights are found, as alternatives of regular expressions. What is measured, what
 * changes it, and what may stand between a figure and its measure.
 */

/** What papers measure. */
export const MEASURE = [
  'accurac(?:y|ies)|precision|recall|F-?1(?:[- ]?scores?)?|F-?scores?|F-?measure|sensitivity|specificity|fidelity',
  'BLEU(?:-?\\d)?|ROUGE(?:-?\\w+)?|METEOR|CIDEr|SPICE|chrF|COMET|mAP(?:@[\\w.:]+)?|AP(?:\\d+|@[\\w.]+)?|mIoU|IoU|Dice|AUC|AUROC|AUPRC|EER|PSNR|SSIM|LPIPS|FID|MAPE|MAE|RMSE|MSE|MRR|NDCG(?:@\\d+)?|WER|CER|UAS|LAS|MOTA|HOTA|PQ|PCK\\w*|R@\\d+|Recall@\\d+|Hits@\\d+|pass@\\d+|perplexity|Elo|ATE|ECE',
  'scores?|rates?|errors?|points?|performance|quality|correctness|completeness|validity|pressure|correlation|coverage|agreement|robustness|similarity|consistency',
  'latenc(?:y|ies)|throughputs?|goodput|bandwidth|speed(?:s|-?ups?)?|run-?times?|time|delays?|overheads?|response times?|makespan|velocity|frame ?rates?|frequency|lifetime|FPS|QPS',
  'memory|footprints?|storage|sizes?|parameters?|params|FLOPs?|MACs?|computations?|compute|operations|complexity|capacity|traffic|communications?|volume',
  'energy|power|area|costs?|efficiency|utili[sz]ation|consumption|usage|carbon|emissions|budgets?|resources?|LUTs?|DSPs?|BRAMs?',
  'acceleration|compression|sparsity|ratios?|loss(?:es)?|degradation|degradations|redundancy|deviation|variance|distance|regret|distortion|drift|success',
].join('|');

/** A change, said as a noun; of what must be said beside it. */
export const CHANGE_NOUN =
  'improvements?|increases?|reductions?|gains?|drops?|decreases?|boosts?|savings?|advantages?|margins?|changes?|enhancements?';

/** A figure before one of these needs no other measure. */
export const SPEED_NOUN = 'speed-?ups?|acceleration|compression|throughputs?|latenc(?:y|ies)';

/** Comparatives that say what they compare. */
export const FULL_COMPARATIVE =
  'faster|slower|smaller|cheaper|shorter|longer|quicker|lighter|better|worse|closer|denser|deeper|wider|farther';
/** Comparatives that need a noun. */
export const BARE_COMPARATIVE =
  'more|less|fewer|higher|lower|larger|greater|reduced|increased|improved|relative|absolute|additional';

/** Verbs of change, in every form. */
export const CHANGE_VERB = [
  'reduc(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|shrink(?:s|ing)?|shr[au]nk|minimi[sz](?:e|es|ed|ing)|compress(?:es|ed|ing)?|shorten(?:s|ed|ing)?|halv(?:e|es|ed|ing)|diminish(?:es|ed|ing)?|drop(?:s|ped|ping)?|sav(?:e|es|ed|ing)',
  'improv(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?|enhanc(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|accelerat(?:e|es|ed|ing)|speed(?:s|ed|ing)? up|sped up|gain(?:s|ed|ing)?|ris(?:e|es|ing)|rose|grow(?:s|n|ing)?|extend(?:s|ed|ing)?|amplif(?:y|ies|ied|ying)|advanc(?:e|es|ed|ing)',
  'outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|outpac(?:e|es|ed|ing)|degrad(?:e|es|ed|ing)|los(?:e|es|ing)|lost',
].join('|');

/** Verbs that lead to what was reached. */
export const ACHIEVE_VERB =
  'achiev(?:e|es|ed|ing)|obtain(?:s|ed|ing)?|yield(?:s|ed|ing)?|deliver(?:s|ed|ing)?|reach(?:es|ed|ing)?|attain(?:s|ed|ing)?|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|exhibit(?:s|ed|ing)?|demonstrat(?:e|es|ed|ing)|show(?:s|ed|n|ing)?|observ(?:e|es|ed|ing)|get(?:s|ting)?|got|result(?:s|ed|ing)? in|lead(?:s|ing)? to|led to|enabl(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|giv(?:e|es|ing|en)|gave|bring(?:s|ing)?|brought|scor(?:e|es|ed|ing)|report(?:s|ed|ing)?|realiz(?:e|es|ed|ing)|see|sees|saw|find|found|ha(?:s|ve|d)|with|is|are|was|were|run(?:s|ning)?|ran|operat(?:e|es|ed|ing)';

/** Words that soften a figure or lead up to it. */
const HEDGE =
  'up to|upto|as (?:much|high|low|little|many|large|small|fast) as|at least|at most|on average|an average of|an average|average|an?|the|over|about|around|approximately|approx\\.?|roughly|nearly|almost|only|just|more than|less than|fewer than|greater than|higher than|lower than|better than|no more than|no less than|above|below|under|exceeding|some|merely|even|additional|another|further|absolute|relative|respective|an additional|a further|a factor of|a relative|an absolute|between|within|mean|median|maximum|minimum|max|total|a total of|a maximum of|an overall|overall|close to|well over|significant|remarkable|impressive|substantial|state-of-the-art|notable';

/** A word that can stand within a noun phrase. */
export const PLAIN_WORD =
  "(?!(?:and|or|for|on|in|with|than|while|using|by|to|from|at|over|of|the|an?|is|are|was|were|that|which|compared)\\b)[\\p{L}\\d@.+/'’-]+(?:\\s*\\([^()]{1,20}\\))?";
const SIGNS = '[\\s:=~≈≥≤<>(]';
const LINK =
  'of|is|was|are|were|at|to|by|from|within|reach(?:es|ed|ing)?|achiev(?:es|ed|ing)|increas(?:es|ed|ing)|improv(?:es|ed|ing)|reduc(?:es|ed|ing)|decreas(?:es|ed|ing)|dropp?(?:s|ed|ing)?|down|being|as|be|rang(?:es|ing|ed)|exceed(?:s|ed|ing)?|high|low|has|been|have|can|consistently|significantly';
/** What may stand between a measure and the end of the text before its figure. */
export const LEAD = `(?:${SIGNS}+(?:${LINK}|${HEDGE})){0,6}${SIGNS}*$`;
/** What may stand between a verb and the end of the text before its figure. */
export const HEDGES = `(?:${SIGNS}+(?:${HEDGE})){0,4}${SIGNS}*$`;

/** These words are found in whatever case they stand. */
export const anyCase = (source: string): RegExp => new RegExp(source, 'iu');
