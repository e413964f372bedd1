import { widenQuery, type Widened } from './concepts-widen.ts';
import type { Engine } from './engine.ts';
import { planQuery, type Plan } from './expand.ts';
import type { Library } from './library.ts';
import type { ReadField } from './query-fields.ts';
import { docsWithNeeds, passesAll } from './query-filters.ts';
import { readQuestion, type Query, type Question } from './query.ts';
import { rank, type Ranked, type Ranking } from './rank.ts';

/** What a query finds before the page's own filters: these come and go while it stays. */
export type Finding = {
  readonly question: Question;
  readonly ranking: Ranking;
  readonly widened: Widened;
  /** typed filters, read */
  readonly fields: readonly ReadField[];
  /** the papers that its operators let pass, the best first */
  readonly candidates: readonly Ranked[];
  /** whether a paper has every plain word as it was typed */
  readonly isFull: (doc: number) => boolean;
};

const hasContent = ({ words }: Query): boolean => words.some(({ form }) => !form.isStop);

/** Those that were ranked, then all others, as if each had been found equally badly. */
const everything = ({ ids }: Engine, ranked: readonly Ranked[]): readonly Ranked[] => {
  const known = new Set(ranked.map(({ doc }) => doc));
  const others = ids.flatMap((_, doc) => (known.has(doc) ? [] : [{ doc, score: 0 }]));
  return [...ranked, ...others];
};

/** Whether all papers come into question: words choose by themselves, unless they are such as all papers have. */
const isAboutAll = ({ syntax, plain, typed, hard }: Question): boolean =>
  syntax.length === 0 ||
  (!hasContent(plain) && plain.words.length + typed.length + hard.length > 0);

const fullMatcher = ({ engine }: Library, plan: Plan): ((doc: number) => boolean) => {
  if (plan.isLoosened) return () => false;
  if (plan.needs.length === 0) return () => true;
  const docs = docsWithNeeds(engine.postings, plan.needs);
  return (doc) => docs.has(doc);
};

/** Finds the papers for a query: by its words, by other names for what they mean, by its operators. */
export const findPapers = (q: string, library: Library): Finding => {
  const { engine, knowledge, words, fields, titleOf } = library;
  const question = readQuestion(q, titleOf);
  const isPlain = question.plain === question.query;
  const widened = widenQuery(question.plain, knowledge, words, isPlain);
  const ranking = rank(engine, question.query, widened.widenings);
  const all = isAboutAll(question) ? everything(engine, ranking.ranked) : ranking.ranked;
  const passes = passesAll(question.hard, library);
  return {
    question,
    ranking,
    widened,
    fields: question.typed.map((one) => ({
      ...one,
      values: [...new Set(one.typed.flatMap((typed) => fields.valuesOf(one.facet, typed)))],
    })),
    candidates: all.filter(({ doc }) => passes(doc)),
    isFull: fullMatcher(library, isPlain ? ranking.plan : planQuery(engine, question.plain)),
  };
};
