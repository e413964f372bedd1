import type { Concept } from './concept.ts';
import type { ConceptId } from './fields.ts';

type Linked = Pick<Concept, 'id' | 'broader' | 'related'>;

/** What the glossary says of a concept's place among the others, each other concept once. */
export type ConceptLinks<T> = {
  readonly broader: readonly T[];
  /** those that name it as broader */
  readonly narrower: readonly T[];
  /** those that it or that name it as related */
  readonly related: readonly T[];
};

const groupBack = <T extends Linked>(
  concepts: readonly T[],
  idsOf: (concept: T) => readonly ConceptId[] | undefined,
): ReadonlyMap<ConceptId, readonly T[]> => {
  const back = new Map<ConceptId, T[]>();
  for (const concept of concepts)
    for (const id of idsOf(concept) ?? []) back.set(id, [...(back.get(id) ?? []), concept]);
  return back;
};

/** Follows the links of concepts both ways. The lists keep the order in which concepts are given. */
export const linkConcepts = <T extends Linked>(
  concepts: readonly T[],
): ReadonlyMap<ConceptId, ConceptLinks<T>> => {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const narrowerOf = groupBack(concepts, ({ broader }) => broader);
  const relatedTo = groupBack(concepts, ({ related }) => related);
  const toConcepts = (ids: readonly ConceptId[] = []) => ids.flatMap((id) => byId.get(id) ?? []);
  return new Map(
    concepts.map((concept) => {
      const broader = toConcepts(concept.broader);
      const narrower = narrowerOf.get(concept.id) ?? [];
      const near = [...toConcepts(concept.related), ...(relatedTo.get(concept.id) ?? [])];
      const apart = new Set([concept, ...broader, ...narrower]);
      const related = [...new Set(near)].filter((one) => !apart.has(one));
      return [concept.id, { broader, narrower, related }];
    }),
  );
};

/** All concepts that are linked to one, one way or the other. */
export const linkedOf = <T>({ broader, narrower, related }: ConceptLinks<T>): readonly T[] => [
  ...broader,
  ...narrower,
  ...related,
];
