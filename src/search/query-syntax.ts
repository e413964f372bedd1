/**
 * The query language: plain words, `"exact phrase"`, `-word`, `this OR that`, `field:value`. Any text is a
 * query, and what it says can be printed again: `readSyntax(printSyntax(readSyntax(q)))` equals `readSyntax(q)`.
 */

export const FIELDS = ['title', 'topic', 'kind', 'has', 'author', 'venue', 'year'] as const;
export type Field = (typeof FIELDS)[number];

/** The smallest thing to look for. Phrases and values have no quotation mark and no white space but single spaces. */
export type Atom =
  | { readonly type: 'word'; readonly text: string }
  | { readonly type: 'phrase'; readonly text: string }
  | { readonly type: 'field'; readonly field: Field; readonly value: string };

/** Any of its atoms must hold or, when it is excluded, must not. */
export type Clause = { readonly isExcluded: boolean; readonly any: readonly Atom[] };

/** All clauses must hold; plain words are ranked by instead. */
export type Syntax = readonly Clause[];

// what keyboards offer: straight, and curly where the system turns them
const MARKS = '"“”„';

// minus, field, then a quotation or whatever stands until the next white space
const TOKEN = new RegExp(
  `(-(?=[^\\s-]))?(?:(${FIELDS.join('|')}):(?=\\S))?(?:[${MARKS}]([^${MARKS}]*)[${MARKS}]|(\\S+))`,
  'gi',
);
/** Between two words: either will do. */
export const OR = 'OR';
const SPACES = /\s+/g;
/** A word that looks like a field with a value, but no clock time and no web address. */
const FIELD_LIKE = /^(\p{L}[\p{L}-]*):(?=[^\s/:])/u;

type Token = { readonly isExcluded: boolean; readonly atom: Atom };

const toAtom = (field: string | undefined, quoted: string | undefined, plain: string): Atom => {
  const text = quoted ?? plain;
  if (field !== undefined)
    return { type: 'field', field: field.toLowerCase() as Field, value: text };
  return { type: quoted === undefined ? 'word' : 'phrase', text };
};

const readTokens = (q: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const [, minus, field, quotation, plain = ''] of q.matchAll(TOKEN)) {
    const quoted = quotation?.replace(SPACES, ' ').trim();
    // an empty quotation says nothing
    if (quoted !== '')
      tokens.push({ isExcluded: minus !== undefined, atom: toAtom(field, quoted, plain) });
  }
  return tokens;
};

const isOr = ({ isExcluded, atom }: Token): boolean =>
  !isExcluded && atom.type === 'word' && atom.text === OR;

/** Whether a token may stand beside an OR. */
const isOperand = (token: Token | undefined): token is Token =>
  token !== undefined && !token.isExcluded && !isOr(token);

/** Reads any text, in time that grows as the text does. */
export const readSyntax = (q: string): Syntax => {
  const tokens = readTokens(q);
  const clauses: { isExcluded: boolean; any: Atom[] }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined) break;
    if (isOr(token) && isOperand(tokens[at - 1]) && isOperand(next)) {
      clauses.at(-1)?.any.push(next.atom);
      at += 1;
    } else clauses.push({ isExcluded: token.isExcluded, any: [token.atom] });
  }
  return clauses;
};

const printAtom = (atom: Atom): string => {
  if (atom.type === 'word') return atom.text;
  if (atom.type === 'phrase') return `"${atom.text}"`;
  return `${atom.field}:${atom.value.includes(' ') ? `"${atom.value}"` : atom.value}`;
};

export const printClause = ({ isExcluded, any }: Clause): string =>
  (isExcluded ? '-' : '') + any.map(printAtom).join(` ${OR} `);

/** @example printSyntax(readSyntax('kv “hit  rate” Topic:npu')) // 'kv "hit rate" topic:npu' */
export const printSyntax = (syntax: Syntax): string => syntax.map(printClause).join(' ');

/** A word that is ranked by; all other clauses let papers pass or not. */
export const isPlainWord = ({ isExcluded, any }: Clause): boolean =>
  !isExcluded && any.length === 1 && any[0]?.type === 'word';

/** What stands before a colon as fields do, though there is no such field; each once. */
export const unknownFields = (syntax: Syntax): readonly string[] => {
  const names = syntax.flatMap(({ any }) =>
    any.flatMap((atom) => (atom.type === 'word' && FIELD_LIKE.exec(atom.text)?.[1]) || []),
  );
  return [...new Set(names)];
};

type Operators = Readonly<Record<'excluded' | Atom['type'], number>>;

const countOperators = (syntax: Syntax): Operators => {
  const count = { excluded: 0, word: 0, phrase: 0, field: 0 };
  for (const { isExcluded, any } of syntax) {
    if (isExcluded) count.excluded += 1;
    for (const { type } of any) count[type] += 1;
  }
  return count;
};

/**
 * Whether two texts use the same operators, OR aside, which capitals may bring about: a title is typed as it
 * stands, and who writes quotation marks around it means them.
 */
export const haveSameOperators = (a: Syntax, b: Syntax): boolean => {
  const [one, other] = [countOperators(a), countOperators(b)];
  return (
    one.excluded === other.excluded && one.phrase === other.phrase && one.field === other.field
  );
};
