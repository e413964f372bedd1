import type { Concept } from '../domain/concept.ts';
import type { Topic } from '../domain/topic.ts';
import { analyze } from './analyze.ts';
import { keyOf, toPlainSlug, type SearchConcept } from './concepts.ts';
import type { Names } from './names.ts';

const keyOfText = (text: string): string => ` ${keyOf(analyze(text))} `;

/** The aliases without those that contain another name of the concept: that one is recognised in them. */
const dropNested = (name: string, aliases: readonly string[]): readonly string[] => {
  const keys = [name, ...aliases].map(keyOfText);
  return aliases.filter((_, at) => {
    const own = keys[at + 1] ?? '';
    const isNested = (key: string, other: number) =>
      other !== at + 1 && own.includes(key) && (own !== key || other < at + 1);
    return own.trim() !== '' && !keys.some(isNested);
  });
};

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

/** What topics and concepts are called, in as few words as the search needs. */
export const toNames = (topics: readonly Topic[], concepts: readonly Concept[]): Names => {
  const places = new Map<string, number>(concepts.map(({ id }, at) => [id, at]));
  return {
    topics: topics.map(({ id, name }) => ({ id, name })),
    concepts: concepts.map(({ id, name, aliases = [], broader = [] }): SearchConcept => ({
      name,
      id: toPlainSlug(name) === id ? undefined : id,
      aliases: unlessEmpty(dropNested(name, aliases)),
      broader: unlessEmpty(broader.flatMap((one) => places.get(one) ?? [])),
    })),
  };
};
