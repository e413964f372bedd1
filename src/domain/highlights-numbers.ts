import { splitMath } from './math-parts.ts';
import type { Span } from './highlights-sentences.ts';

/** What kind of figure a number with its unit is. */
export type NumberKind = 'factor' | 'percent' | 'points' | 'rate' | 'quantity' | 'bare';

/** A number with its unit, or a range (`15.2%-48.9%`, `from 600 ms to 240 ms`). */
export type FoundNumber = Span & { readonly kind: NumberKind; readonly isFromTo: boolean };

/** Numbers told in one breath: `4.86x and 2.18x`. */
export type NumberGroup = Span & { readonly numbers: readonly FoundNumber[] };

const TEX_SIGNS: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/\\times(?![a-z])/g, '×'],
  [/\\%/g, ' %'],
  [/\\(?:sim|approx)(?![a-z])/g, '~'],
  [/\\[,;:!]/g, ' '],
  [/[${}]/g, ' '],
];

/** The text with TeX's ways to write figures as plain signs, every character still in its place. */
export const maskTex = (text: string): string =>
  TEX_SIGNS.reduce(
    (masked, [pattern, sign]) => masked.replace(pattern, (tex) => sign.padEnd(tex.length)),
    text,
  );

const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+';
const WORDS = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|several';
const COMPARED =
  '(?=\\s+(?:as|the|that|its|more|less|fewer|faster|slower|smaller|larger|higher|lower|better|greater|longer|shorter|cheaper|wider|improvement|speed-?up|reduction|increase|compression|acceleration|over|compared|of|in))';

const UNITS: Readonly<Record<Exclude<NumberKind, 'bare'>, string>> = {
  factor: `\\s*(?:[x×✕](?![\\p{L}\\d])(?!\\s*\\d)|×(?=\\p{L}))|[-\\s]?folds?\\b|\\s+times${COMPARED}`,
  percent: '\\s*(?:%p?(?!\\w)|percent(?:age)?(?: points?)?\\b|per cent\\b|p\\.?p\\.?(?!\\w))',
  points:
    '[\\s-]?(?:(?:absolute |relative )?points?|BLEU|ROUGE(?:-\\w+)?|mAP|mIoU|AP|IoU|F1|PSNR|dB|CIDEr|NDS|FID|MOTA)(?![\\w])',
  rate: '[\\s-]?(?:fps|qps|[kmg]?hz|[kmgt]?b\\/s|[kmg]bps|[gtp]?ops(?:\\/\\w+)?|[gtp]flops(?:\\/\\w+)?|(?:\\p{L}+ )?(?:tokens?|frames?|images?|samples?|queries|requests|inferences?|operations|words|sentences|pages|points)(?:\\/s(?:ec)?\\b| ?\\/ ?second| per (?:second|minute|hour|day)))(?!\\w)',
  quantity:
    '[\\s-]?(?:[mµμnu]?s|msec|secs?|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|milliseconds?|microseconds?|nanoseconds?|[mµμunp]?[jw]|kwh|joules?|watts?|[kmgt]i?b|bytes?|[kmgt]bits?|mm\\^?2|mm²|[cmµμ]?m|km|km\\/h|[cm]?m\\/s|meters?|metres?|degrees?|°|pixels?|[kmb]? ?tokens|[kmb]? ?parameters)(?![\\w/-])',
};

const NUMBER = new RegExp(
  `(?<![\\p{L}\\d_.^#@])(?<!\\d[:/,])(?<!\\p{L}[-/–])(?<sign>[+±])?(?:(?<orders>(?:${WORDS}|\\d+(?:\\.\\d+)?)(?: |-)orders?[ -]of[ -]magnitude)|(?<words>(?:two|three|four|five|six|seven|eight|nine|ten|hundred) times${COMPARED}|twice${COMPARED})|(?<fraction>1\\/\\d+(?:th)?(?=\\s(?:of|the)\\b))|(?:${DIGITS})(?:(?<factor>${UNITS.factor})|(?<percent>${UNITS.percent})|(?<points>${UNITS.points})|(?<rate>${UNITS.rate})|(?<quantity>${UNITS.quantity})|(?!\\.?\\d|,\\d|-?\\p{L}|[:/]\\d)))`,
  'giu',
);

const RANGE = /^\s*(?:-{1,2}|–|—|to|~)\s*$/u;
const FROM =
  /\bfrom\s+(?:(?:an?|the|about|around|over|nearly|roughly|only|initial|average|original|baseline)\s+){0,2}~?$/iu;
const TO =
  /^(?:\s+[\w/()-]+){0,4}\s+(?:down |up )?to\s+(?:(?:an?|the|about|around|over|nearly|roughly|only|just|as low as|under|less than|more than)\s+)?~?$/iu;
const BETWEEN = /\bbetween\s+~?$/iu;
const AND = /^\s*(?:,|,?\s*(?:and|or|&)|\/)\s*(?:up to |an? |~)?$/iu;
const LOOK_BACK = 40;

const KINDS = ['factor', 'percent', 'points', 'rate', 'quantity'] as const;

const IN_WORDS = ['orders', 'words', 'fraction'] as const;

const kindOf = (groups: Readonly<Record<string, string | undefined>>): NumberKind => {
  if (IN_WORDS.some((name) => groups[name] !== undefined)) return 'factor';
  return KINDS.find((kind) => groups[kind] !== undefined) ?? 'bare';
};

const readNumbers = (masked: string): FoundNumber[] =>
  [...masked.matchAll(NUMBER)].map(({ 0: number, index, groups = {} }) => ({
    start: index,
    end: index + number.trimEnd().length,
    kind: kindOf(groups),
    isFromTo: false,
  }));

const before = (masked: string, at: number): string =>
  masked.slice(Math.max(0, at - LOOK_BACK), at);

/** Two numbers as one range, when that is what stands there. */
const joinRange = (masked: string, a: FoundNumber, b: FoundNumber): FoundNumber | undefined => {
  if (a.kind !== b.kind && a.kind !== 'bare') return undefined;
  const lead = before(masked, a.start);
  const gap = masked.slice(a.end, b.start);
  const from = FROM.exec(lead)?.[0];
  if (from !== undefined && TO.test(gap))
    return { start: a.start - from.length, end: b.end, kind: b.kind, isFromTo: true };
  const isRange = RANGE.test(gap) || (BETWEEN.test(lead) && AND.test(gap));
  return isRange ? { start: a.start, end: b.end, kind: b.kind, isFromTo: false } : undefined;
};

const joinRanges = (masked: string, numbers: readonly FoundNumber[]): FoundNumber[] => {
  const joined: FoundNumber[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const range = last && joinRange(masked, last, number);
    if (range) joined[joined.length - 1] = range;
    else joined.push(number);
  }
  return joined;
};

const inSameBreath = (masked: string, a: FoundNumber, b: FoundNumber): boolean =>
  (a.kind === b.kind || a.kind === 'bare') && !a.isFromTo && AND.test(masked.slice(a.end, b.start));

const groupNumbers = (masked: string, numbers: readonly FoundNumber[]): NumberGroup[] => {
  const groups: FoundNumber[][] = [];
  for (const number of numbers) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && inSameBreath(masked, last, number)) group.push(number);
    else groups.push([number]);
  }
  return groups.map((members) => ({
    start: members[0]?.start ?? 0,
    end: members.at(-1)?.end ?? 0,
    // `1.65 and 1.42 points`: the unit is said once
    numbers: members.map((member) => ({ ...member, kind: members.at(-1)?.kind ?? member.kind })),
  }));
};

/** The figures of a sentence whose TeX was masked, in groups. */
export const findNumbers = (masked: string): readonly NumberGroup[] =>
  groupNumbers(masked, joinRanges(masked, readNumbers(masked)));

/** Where mathematics stands in a text. */
export const mathSpans = (text: string): readonly Span[] => {
  let at = 0;
  return splitMath(text).flatMap(({ type, source }) => {
    const span = { start: at, end: (at += source.length) };
    return type === 'math' ? [span] : [];
  });
};

/** A span widened so that it cuts no formula in two. */
export const coverMath = (span: Span, formulas: readonly Span[]): Span =>
  formulas.reduce(
    ({ start, end }, formula) =>
      formula.start < end && start < formula.end
        ? { start: Math.min(start, formula.start), end: Math.max(end, formula.end) }
        : { start, end },
    span,
  );
