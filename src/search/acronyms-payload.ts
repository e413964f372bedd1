import { findAcronyms, type Acronym } from '../domain/acronyms.ts';
import { analyze } from './analyze.ts';
import { keyOf, type SearchAcronym } from './concepts.ts';
import type { SearchPayload } from './payload.ts';

/** Things that one acronym may stand for: the first ones that most papers mean. */
const MAX_MEANINGS = 3;

export const keyOfText = (text: string): string => keyOf(analyze(text));

type Counted = Acronym & { readonly longKey: string; count: number };

/** What each short form stands for, the most frequent first; the first spelling stands for all. */
const groupByShort = (acronyms: readonly Acronym[]): ReadonlyMap<string, readonly Counted[]> => {
  const groups = new Map<string, Map<string, Counted>>();
  for (const acronym of acronyms) {
    const key = keyOfText(acronym.short);
    const longKey = keyOfText(acronym.long);
    const group = groups.get(key) ?? new Map<string, Counted>();
    const known = group.get(longKey);
    if (known === undefined) group.set(longKey, { ...acronym, longKey, count: 1 });
    else known.count += 1;
    groups.set(key, group);
  }
  const sorted = [...groups].map(([key, group]) => {
    const byCount = [...group.values()].toSorted((a, b) => b.count - a.count);
    return [key, byCount.slice(0, MAX_MEANINGS)] as const;
  });
  return new Map(sorted);
};

// parts of compounds are no words by themselves: `X-help` does not make `help` one
const LOWER_CASE_WORD = /(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu;

const saysSomething = (text: string): boolean => analyze(text).some(({ form }) => !form.isStop);

const textsOf = ({ papers, texts = [] }: SearchPayload): readonly string[] => [
  ...papers.map(({ title }) => title),
  ...texts.flat(),
];

/** What a collection's papers define, and which of it a glossary knows by its long form. */
export type DefinedAcronyms = {
  /** further short forms of what has this key */
  readonly byLongKey: ReadonlyMap<string, readonly string[]>;
  /** what the glossary does not know */
  readonly others: readonly SearchAcronym[];
};

/**
 * The acronyms that papers define, besides what a glossary says. Where it knows the short form it knows better;
 * where it knows the long form, the short one is a further name for that.
 */
export const defineAcronyms = (
  payload: SearchPayload,
  glossaryKeys: ReadonlySet<string>,
): DefinedAcronyms => {
  const texts = textsOf(payload);
  const words = new Set(texts.flatMap((text) => text.match(LOWER_CASE_WORD) ?? []));
  const byLongKey = new Map<string, readonly string[]>();
  const others: SearchAcronym[] = [];
  for (const [key, group] of groupByShort(texts.flatMap(findAcronyms)))
    for (const { short, long, longKey } of glossaryKeys.has(key) ? [] : group)
      if (glossaryKeys.has(longKey))
        byLongKey.set(longKey, [...(byLongKey.get(longKey) ?? []), short]);
      else if (key !== '' && saysSomething(long))
        others.push({ short, long, ...(words.has(short.toLowerCase()) && { isWord: true }) });
  return { byLongKey, others };
};
