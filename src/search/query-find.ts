import type { Piece } from './analyze.ts';
import { findMeanings } from './concepts-find.ts';
import { isInNames } from './concepts-guess.ts';
import { widenQuery, type Widened } from './concepts-widen.ts';
import { planQuery } from './expand.ts';
import type { Library } from './library.ts';
import { mendWords } from './mend-words.ts';
import { fulfilNeeds, type Passes } from './needs.ts';
import { printExact } from './query-exact.ts';
import type { ReadField } from './query-fields.ts';
import { passesAll } from './query-filters.ts';
import { printSyntax, type Syntax } from './query-syntax.ts';
import { readQuestion, type Query, type Question } from './query.ts';
import { findRanked, rank, type Ranked, type Ranking } from './rank.ts';

/** What was asked for, read. */
type Asked = {
  readonly question: Question;
  readonly widened: Widened;
  /** typed filters, read */
  readonly fields: readonly ReadField[];
};

/** What a query finds before the page's own filters: these come and go while it stays. */
export type Finding = Asked & {
  /** what to ask for to find nothing but what was typed, where more is looked for */
  readonly exact: string | undefined;
  readonly ranking: Ranking;
  /** the papers that its operators let pass, the best first */
  readonly candidates: readonly Ranked[];
  /** whether a paper has every plain word as it was typed */
  readonly isFull: Passes;
};

const hasContent = ({ words }: Query): boolean => words.some(({ form }) => !form.isStop);

/** Those that were ranked, then all others, as if each had been found equally badly. */
const everything = (papers: number, ranked: readonly Ranked[]): readonly Ranked[] => {
  const known = new Uint8Array(papers);
  for (const { doc } of ranked) known[doc] = 1;
  const all = [...ranked];
  known.forEach((isKnown, doc) => {
    if (isKnown === 0) all.push({ doc, score: 0 });
  });
  return all;
};

/** Whether all papers come into question: words choose by themselves, unless they are such as all papers have. */
const isAboutAll = ({ syntax, plain, typed, hard }: Question): boolean =>
  syntax.length === 0 ||
  (!hasContent(plain) && plain.words.length + typed.length + hard.length > 0);

const isPlain = ({ plain, query }: Question): boolean => plain === query;

/** The words to recognise names in. */
const mendPlain = (plain: Query, { engine, knowledge }: Library): readonly Piece[] =>
  mendWords(engine, plain, (term) => isInNames(term, knowledge.bags));

/** A name may stand twice, and is then found once more beside the one in quotation marks. */
const narrowDown = (asked: Syntax, widened: Widened, library: Library): string => {
  const exact = printExact(asked, widened);
  const { syntax, plain } = readQuestion(exact, library.titleOf);
  const again = findMeanings(mendPlain(plain, library), library.knowledge).filter(({ meaning }) =>
    widened.found.some((one) => one.meaning === meaning),
  );
  return again.length === 0 || exact === printSyntax(asked)
    ? exact
    : narrowDown(syntax, { ...widened, found: again, guessed: [] }, library);
};

/** What to ask for to find nothing but what was typed; undefined where nothing more is looked for. */
const exactOf = ({ question, widened }: Asked, library: Library): string | undefined =>
  widened.widenings.length > 0 ? narrowDown(question.syntax, widened, library) : undefined;

const readAsked = (q: string, library: Library): Asked => {
  const { knowledge, words, fields, titleOf } = library;
  const question = readQuestion(q, titleOf);
  const { plain, hard } = question;
  const mended = mendPlain(plain, library);
  const widened = widenQuery(plain, knowledge, words, hard.length === 0, mended);
  return {
    question,
    widened,
    fields: question.typed.map((one) => ({
      ...one,
      values: [...new Set(one.typed.flatMap((typed) => fields.valuesOf(one.facet, typed)))],
    })),
  };
};

type Numbered = { readonly doc: number };

/** Those that the operators let pass. */
const keepHard = <T extends Numbered>(
  docs: readonly T[],
  { hard }: Question,
  library: Library,
): readonly T[] => {
  if (hard.length === 0) return docs;
  const passes = passesAll(hard, library);
  return docs.filter(({ doc }) => passes(doc));
};

const fullMatcher = ({ question }: Asked, ranking: Ranking, { engine }: Library): Passes => {
  const isSame = isPlain(question);
  const plan = isSame ? ranking.plan : planQuery(engine, question.plain);
  if (plan.isLoosened) return () => false;
  return isSame ? ranking.isFull : fulfilNeeds(engine.postings, plan.needs);
};

/** Finds the papers for a query: by its words, by other names for what they mean, by its operators. */
export const findPapers = (q: string, library: Library): Finding => {
  const asked = readAsked(q, library);
  const { question, widened } = asked;
  const ranking = rank(library.engine, question.query, widened);
  const { ranked } = ranking;
  const all = isAboutAll(question) ? everything(library.engine.ids.length, ranked) : ranked;
  return {
    ...asked,
    exact: exactOf(asked, library),
    ranking,
    candidates: keepHard(all, question, library),
    isFull: fullMatcher(asked, ranking, library),
  };
};

/** The candidates of `findPapers` in no order, and the filters that were typed: for who only counts papers. */
export const findUnranked = (q: string, library: Library) => {
  const { question, widened, fields } = readAsked(q, library);
  const { engine } = library;
  const docs: readonly Numbered[] = isAboutAll(question)
    ? engine.ids.map((_, doc) => ({ doc }))
    : findRanked(engine, question.query, widened);
  return { fields, candidates: keepHard(docs, question, library) };
};
