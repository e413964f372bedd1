import { analyze, type Piece } from './analyze.ts';
import { conceptIdOf } from './plain-slug.ts';
import { toEveryday } from './everyday-words.ts';
import { fillBags, type Bags } from './concepts-guess.ts';
import type { Label, Meaning } from './meaning.ts';

/** A concept of the glossary as the search needs it. */
export type SearchConcept = {
  readonly name: string;
  /** its id, unless `conceptIdOf` makes it of the name */
  readonly id?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  /** the concepts of which it is a kind or a part, by their places in the list */
  readonly broader?: readonly number[] | undefined;
};

/** An acronym that papers define, which the glossary does not know. */
export type SearchAcronym = {
  readonly short: string;
  readonly long: string;
  /** whether it is spelt like a word that papers use, too: only capitals say that it is meant */
  readonly isWord?: boolean | undefined;
};

type Named = { readonly label: Label; readonly meaning: Meaning };

/** What the search knows of names. */
export type Knowledge = {
  readonly byKey: ReadonlyMap<string, readonly Named[]>;
  /** labels of several words that count, which need not stand in a row to be recognised */
  readonly loose: readonly (Named & { readonly terms: readonly string[] })[];
  /** the words of which names are made, to guess by */
  readonly bags: Bags;
};

const toLabel = (text: string, conceptId?: string): Label => ({
  text,
  pieces: analyze(text),
  conceptId,
});

/** Words of the longest label that is recognised. */
export const MAX_LABEL_WORDS = 12;

/** A label without regard to case, accents, hyphens, spelling and inflection. */
export const keyOf = (pieces: readonly Piece[]): string =>
  pieces.map(({ form }) => form.term).join(' ');

/** The same for one whose words are written as one. */
export const gluedKeyOf = (pieces: readonly Piece[]): string =>
  pieces.map(({ form }) => form.word).join('');

type Draft = { readonly labels: Label[]; readonly narrower: Label[] };

const readConcepts = (concepts: readonly SearchConcept[]): readonly Draft[] => {
  const drafts = concepts.map((concept): Draft => {
    const names = [concept.name, ...(concept.aliases ?? [])];
    return { labels: names.map((name) => toLabel(name, conceptIdOf(concept))), narrower: [] };
  });
  concepts.forEach(({ broader = [] }, at) => {
    const [name] = drafts[at]?.labels ?? [];
    for (const place of broader) if (name !== undefined) drafts[place]?.narrower.push(name);
  });
  return drafts;
};

const readAcronym = ({ short, long, isWord }: SearchAcronym): Draft => ({
  labels: [toLabel(long), { ...toLabel(short), isWord }],
  narrower: [],
});

const contentTerms = ({ pieces }: Label): readonly string[] => [
  ...new Set(pieces.filter(({ form }) => !form.isStop).map(({ form }) => toEveryday(form.term))),
];

/** Gathers names from the glossary and from the acronyms that papers define. */
export const gatherKnowledge = (
  concepts: readonly SearchConcept[],
  acronyms: readonly SearchAcronym[],
): Knowledge => {
  const meanings: readonly Meaning[] = [...readConcepts(concepts), ...acronyms.map(readAcronym)];
  const named = meanings.flatMap((meaning) => meaning.labels.map((label) => ({ label, meaning })));
  const byKey = new Map<string, Named[]>();
  const add = (key: string, one: Named): void => {
    const others = byKey.get(key) ?? [];
    if (!others.some(({ meaning }) => meaning === one.meaning)) byKey.set(key, [...others, one]);
  };
  for (const one of named) {
    if (one.label.pieces.length === 0) continue;
    add(keyOf(one.label.pieces), one);
    add(gluedKeyOf(one.label.pieces), one);
  }
  const loose = named.map((one) => ({ ...one, terms: contentTerms(one.label) }));
  return {
    byKey,
    loose: loose.filter(({ terms }) => terms.length > 1),
    bags: fillBags(meanings),
  };
};
