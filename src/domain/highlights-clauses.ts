import type { Span } from './highlights-sentences.ts';
import { CHANGE_VERB } from './highlights-words.ts';

const REPORT =
  'show|demonstrat|indicat|reveal|find|found|suggest|confirm|prov|validat|report|observ|verif|establish|highlight|conclud|note|see|ensur|illustrat';
const VERB = `(?:${CHANGE_VERB}|achiev\\w+|obtain\\w*|yield\\w*|deliver\\w*|reach\\w*|attain\\w*|provid\\w+|maintain\\w*|retain\\w*|preserv\\w+|requir\\w+|enabl\\w+|us(?:es|ing)|consum\\w+|support\\w*|run(?:s|ning)?|is|are|has|have|can|keep\\w*|mak(?:es|ing)|result\\w*|allow\\w*|demonstrat\\w+|show\\w*)`;

/** Where a clause may end, the next begin: the span is what stands between them and belongs to neither. */
const CUT = new RegExp(
  [
    '[;:,](?=\\s)\\s+(?:(?:and|but|or)\\s+)?',
    '\\s+(?:[–—]|--+|-)\\s+',
    '\\s+(?=(?:while|whereas|which|where|when|although|though|because|since|thereby|thus|without)\\s)',
    '\\s+but\\s+',
    `\\s+and\\s+(?=(?:\\w+ly\\s+|also\\s+|then\\s+|even\\s+|further\\s+|can\\s+|to\\s+|by\\s+|up to\\s+|an?\\s+|the\\s+|on average\\s+){0,2}${VERB}\\b)`,
    // the second of two figures, each with its measure
    '\\s+and\\s+(?=(?:an?\\s+|up to\\s+|over\\s+|about\\s+|around\\s+|on average\\s+|more than\\s+|at least\\s+|~\\s*|only\\s+){0,3}[+~$]?\\d[\\d.,]*\\s*(?:[%×x]|percent|times|-?fold|points|BLEU|mAP|mIoU|m?s\\b|fps))',
    `(?<=\\b(?:${REPORT})\\w*(?:\\s+[\\w-]+){0,3}?)\\s+that\\s+`,
  ].join('|'),
  'giu',
);

const PARENTHESIS = /\([^()]{0,300}\)|\[[^\][]{0,300}\]/gu;

/** What is never cut: parentheses, and whatever the caller names. */
const protectedSpans = (text: string, spans: readonly Span[]): readonly Span[] => [
  ...spans,
  ...[...text.matchAll(PARENTHESIS)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  })),
];

/** The clauses of a sentence as spans, from first to last; `whole` are spans that no cut may fall into. */
export const splitClauses = (text: string, whole: readonly Span[]): readonly Span[] => {
  const kept = protectedSpans(text, whole);
  const clauses: Span[] = [];
  let start = 0;
  for (const { 0: cut, index } of text.matchAll(CUT)) {
    const end = index + cut.length;
    if (kept.some((span) => index < span.end && span.start < end)) continue;
    if (start < index) clauses.push({ start, end: index });
    start = end;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
};
