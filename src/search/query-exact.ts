import { analyze } from './analyze.ts';
import type { Widened } from './concepts-widen.ts';
import { toEveryday } from './everyday-words.ts';
import { isPlainWord, OR, printSyntax, type Clause, type Syntax } from './query-syntax.ts';

const textOf = ({ any: [atom] }: Clause): string => (atom?.type === 'word' ? atom.text : '');

/** The clause of each plain word, in the order of the words. */
const clausesOfWords = (syntax: Syntax): readonly Clause[] =>
  syntax.filter(isPlainWord).flatMap((clause) => analyze(textOf(clause)).map(() => clause));

const unquote = (text: string): string => text.replace(/["“”„]/g, '');

const quoted = (clauses: readonly Clause[]): Clause => ({
  isExcluded: false,
  any: [
    {
      type: 'phrase',
      text: unquote(clauses.map(textOf).join(' ')),
    },
  ],
});

/** A stray quotation mark says nothing, but would close at the first of those that are put in. */
const withoutStrays = (clause: Clause): Clause => ({
  ...clause,
  any: clause.any.map((atom) =>
    atom.type === 'field'
      ? { ...atom, value: unquote(atom.value) }
      : { ...atom, text: unquote(atom.text) },
  ),
});

type Instead = Map<Clause, readonly Clause[]>;

/** What was guessed by words: any of them will do, which is no plain word to guess by; so is one in quotation marks. */
const joinGuessed = (syntax: Syntax, guessed: Widened['guessed'], instead: Instead): void => {
  const terms = new Set(guessed.flatMap((guess) => [...guess.terms]));
  // a word that would join what stands beside it says nothing by itself
  const isWord = (clause: Clause) => isPlainWord(clause) && textOf(clause) !== OR;
  const plain = syntax.filter((clause) => isWord(clause) && !instead.has(clause));
  const isLed = (clause: Clause) =>
    analyze(textOf(clause)).some(({ form }) => terms.has(toEveryday(form.term)));
  const led = plain.filter(isLed);
  const others = led.length === 1 ? plain.filter((clause) => !isLed(clause)).slice(0, 1) : [];
  const both = new Set([...led, ...others]);
  const joined = plain.filter((clause) => both.has(clause));
  const [first, ...rest] = joined;
  if (first === undefined) return;
  const any = joined.flatMap((clause) => clause.any);
  instead.set(first, [rest.length === 0 ? quoted([first]) : { isExcluded: false, any }]);
  for (const clause of rest) instead.set(clause, []);
};

/**
 * The query that looks for nothing but what was typed: the names that it was widened by in quotation marks,
 * the words that it was guessed by with OR between them.
 * @example 'kv cache on phones' // '"kv cache" on phones'
 */
export const printExact = (
  syntax: Syntax,
  { found, guessed }: Pick<Widened, 'found' | 'guessed'>,
): string => {
  const words = clausesOfWords(syntax);
  const instead: Instead = new Map();
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from)) {
    const clauses = [...new Set(words.slice(from, to))];
    const [first, ...rest] = clauses;
    if (first === undefined || clauses.some((clause) => instead.has(clause))) continue;
    instead.set(first, [quoted(clauses)]);
    for (const clause of rest) instead.set(clause, []);
  }
  // a name in quotation marks is an operator already: nothing is guessed besides it
  if (found.length === 0) joinGuessed(syntax, guessed, instead);
  return printSyntax(syntax.flatMap((clause) => instead.get(clause) ?? [withoutStrays(clause)]));
};
