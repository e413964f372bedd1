import { z } from 'zod';
import {
  findHighlights,
  type Figure,
  type Highlights,
  type Span,
} from '../../src/domain/highlights.ts';
import { placeSentences } from '../../src/domain/highlights-sentences.ts';

/** What a person found in one abstract, a line of `tests/fixtures/highlights.jsonl`. */
export const judgementSchema = z.strictObject({
  paper: z.string(),
  /** `tuning` was looked at while the rules were made; `held-out` and `fresh` were not */
  part: z.enum(['tuning', 'held-out', 'fresh']),
  /** how the sentences begin that say what the paper contributes, any of them right */
  contribution: z.array(z.string()),
  figures: z.array(
    z.strictObject({
      number: z.string(),
      /** the number with the words that say what it measures; all of it must be shown */
      quote: z.string(),
      /** among the three figures that a reader wants; others are right when shown, not missed when not */
      headline: z.boolean(),
    }),
  ),
});

export type Judgement = z.infer<typeof judgementSchema>;
type JudgedFigure = Judgement['figures'][number];

export const readJudgements = (jsonl: string): readonly Judgement[] =>
  jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgementSchema.parse(JSON.parse(line)));

/** Where a judged number stands in the abstract; undefined when the abstract no longer says it. */
export const placeJudged = (
  { quote, number }: JudgedFigure,
  abstract: string,
): { readonly quote: Span; readonly number: Span } | undefined => {
  const at = abstract.indexOf(quote);
  const within = quote.indexOf(number);
  if (at < 0 || within < 0) return undefined;
  const start = at + within;
  return {
    quote: { start: at, end: at + quote.length },
    number: { start, end: start + number.length },
  };
};

const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const isRightFigure = (
  shown: Figure,
  judged: readonly JudgedFigure[],
  abstract: string,
): boolean => {
  const places = judged.flatMap((one) => placeJudged(one, abstract) ?? []);
  return shown.numbers.every((number) =>
    places.some((place) => overlaps(place.number, number) && contains(shown, place.quote)),
  );
};

const isFound = (judged: JudgedFigure, shown: readonly Figure[], abstract: string): boolean => {
  const place = placeJudged(judged, abstract);
  return (
    place !== undefined &&
    shown.some(
      (figure) =>
        contains(figure, place.quote) &&
        figure.numbers.some((number) => overlaps(number, place.number)),
    )
  );
};

/** Right of all that is shown is precision; found of all that is wanted is recall. */
export type Tally = {
  readonly shown: number;
  readonly right: number;
  readonly wanted: number;
  readonly found: number;
};

export type Verdict = {
  readonly paper: string;
  readonly contribution: Tally;
  readonly figures: Tally;
  /** for people: what is wrong and what is missed */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
};

const judgeContribution = ({ contribution }: Highlights, openings: readonly string[]): Tally => {
  const right = openings.some((opening) => contribution?.text.startsWith(opening)) ? 1 : 0;
  const wanted = openings.length > 0 ? 1 : 0;
  return { shown: contribution ? 1 : 0, right, wanted, found: right };
};

/** Compares what the code finds in an abstract with what a person found there. */
export const judgeAbstract = (judgement: Judgement, abstract: string): Verdict => {
  const highlights = findHighlights(abstract);
  const contribution = judgeContribution(highlights, judgement.contribution);
  const right = highlights.figures.filter((shown) =>
    isRightFigure(shown, judgement.figures, abstract),
  );
  const wanted = judgement.figures.filter(({ headline }) => headline);
  const found = wanted.filter((one) => isFound(one, highlights.figures, abstract));
  return {
    paper: judgement.paper,
    contribution,
    figures: {
      shown: highlights.figures.length,
      right: right.length,
      wanted: wanted.length,
      found: found.length,
    },
    wrong: [
      ...(contribution.shown > contribution.right ? [highlights.contribution?.text ?? ''] : []),
      ...highlights.figures.filter((one) => !right.includes(one)).map(({ text }) => text),
    ],
    missed: [
      ...(contribution.wanted > contribution.found ? judgement.contribution : []),
      ...wanted.filter((one) => !found.includes(one)).map(({ quote }) => quote),
    ],
  };
};

/** Judged words that no abstract says any more, so that an edit of one cannot pass for a failure. */
export const staleWords = (judgement: Judgement, abstract: string): readonly string[] => [
  ...judgement.contribution.filter(
    (opening) => !placeSentences(abstract).some(({ text }) => text.startsWith(opening)),
  ),
  ...judgement.figures
    .filter((figure) => placeJudged(figure, abstract) === undefined)
    .map(({ quote }) => quote),
];

export const addTallies = (tallies: readonly Tally[]): Tally => {
  const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0);
  return {
    shown: total('shown'),
    right: total('right'),
    wanted: total('wanted'),
    found: total('found'),
  };
};
