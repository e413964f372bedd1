import type { Concept } from '../domain/concept.ts';
import type { Topic } from '../domain/topic.ts';
import { defineAcronyms, keyOfText, type DefinedAcronyms } from './acronyms-payload.ts';
import type { SearchConcept } from './concepts.ts';
import { toPlainSlug } from './plain-slug.ts';
import type { Names } from './names.ts';
import type { SearchPayload } from './payload.ts';

/** The aliases without those that contain another name of the concept: that one is recognised in them. */
const dropNested = (name: string, aliases: readonly string[]): readonly string[] => {
  const keys = [name, ...aliases].map((text) => ` ${keyOfText(text)} `);
  return aliases.filter((_, at) => {
    const own = keys[at + 1] ?? '';
    const isNested = (key: string, other: number) =>
      other !== at + 1 && own.includes(key) && (own !== key || other < at + 1);
    return own.trim() !== '' && !keys.some(isNested);
  });
};

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

const labelsOf = ({ name, aliases = [] }: Concept): readonly string[] => [name, ...aliases];

/** The aliases that the papers add to those of the glossary. */
const addedTo = (concept: Concept, { byLongKey }: DefinedAcronyms): readonly string[] => [
  ...new Set(labelsOf(concept).flatMap((label) => byLongKey.get(keyOfText(label)) ?? [])),
];

/** What topics, concepts and acronyms are called, in as few words as the search needs. */
export const toNames = (
  topics: readonly Topic[],
  concepts: readonly Concept[],
  payload: SearchPayload,
): Names => {
  const places = new Map<string, number>(concepts.map(({ id }, at) => [id, at]));
  const keys = new Set(concepts.flatMap((concept) => labelsOf(concept).map(keyOfText)));
  const defined = defineAcronyms(payload, keys);
  return {
    topics: topics.map(({ id, name }) => ({ id, name })),
    concepts: concepts.map((concept): SearchConcept => {
      const { id, name, aliases = [], broader = [] } = concept;
      const own = [...dropNested(name, aliases), ...addedTo(concept, defined)];
      return {
        name,
        id: toPlainSlug(name) === id ? undefined : id,
        aliases: unlessEmpty(own),
        broader: unlessEmpty(broader.flatMap((one) => places.get(one) ?? [])),
      };
    }),
    acronyms: unlessEmpty(defined.others),
  };
};
