import { analyze } from './analyze.ts';
import type { FoundMeaning } from './concepts-find.ts';
import { isPlainWord, printSyntax, type Clause, type Syntax } from './query-syntax.ts';

const textOf = ({ any: [atom] }: Clause): string => (atom?.type === 'word' ? atom.text : '');

/** The clause of each plain word, in the order of the words. */
const clausesOfWords = (syntax: Syntax): readonly Clause[] =>
  syntax.filter(isPlainWord).flatMap((clause) => analyze(textOf(clause)).map(() => clause));

const quoted = (clauses: readonly Clause[]): Clause => ({
  isExcluded: false,
  any: [
    {
      type: 'phrase',
      text: clauses
        .map(textOf)
        .join(' ')
        .replace(/["“”„]/g, ''),
    },
  ],
});

/**
 * The query that looks for nothing but what was typed: the names that it was widened by, in quotation marks.
 * @example 'kv cache on phones' // '"kv cache" on phones'
 */
export const printExact = (syntax: Syntax, found: readonly FoundMeaning[]): string => {
  const words = clausesOfWords(syntax);
  const instead = new Map<Clause, readonly Clause[]>();
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from)) {
    const clauses = [...new Set(words.slice(from, to))];
    const [first, ...rest] = clauses;
    if (first === undefined || clauses.some((clause) => instead.has(clause))) continue;
    instead.set(first, [quoted(clauses)]);
    for (const clause of rest) instead.set(clause, []);
  }
  return printSyntax(syntax.flatMap((clause) => instead.get(clause) ?? [clause]));
};
