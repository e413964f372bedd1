import type { Seed } from './group-seeds.ts';
import { chooseReasons, toShared, type Shared } from './reasons.ts';
import { sumOf } from './vector-sums.ts';
import { EMPTY_VECTOR, type Vector, type VectorSpace } from './vectors.ts';

/** A group has a second name when at least this share of its papers has that term, too, ... */
const MIN_SHARE = 0.6;
/** ... and it weighs so many times more in them than in the other papers. */
const MIN_LIFT = 3;
const MAX_NAMES = 2;

/** The terms that most papers of a group have and that set it apart from the others. */
const distinguish = (
  space: VectorSpace,
  canName: readonly boolean[],
  vectors: readonly Vector[],
  members: readonly number[],
): readonly Shared[] => {
  const own = members.map((place) => vectors[place] ?? EMPTY_VECTOR);
  const [inside, whole] = [sumOf(own), sumOf(vectors)];
  const others = Math.max(1, vectors.length - members.length);
  const mentions = Map.groupBy(
    own.flatMap(({ terms }) => [...terms]),
    (term) => term,
  );
  const shared: Shared[] = [];
  for (const [term, { length }] of mentions) {
    if (canName[term] !== true || length < MIN_SHARE * members.length) continue;
    const mine = inside.weights.get(term) ?? 0;
    const weight = mine / members.length;
    const elsewhere = ((whole.weights.get(term) ?? 0) - mine) / others;
    if (weight >= MIN_LIFT * elsewhere) shared.push(toShared(space, term, weight));
  }
  return shared.toSorted((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1));
};

/** The term by which a group was made and, if there is one, another that says something else. */
export const nameGroup = (
  space: VectorSpace,
  canName: readonly boolean[],
  vectors: readonly Vector[],
  { term }: Seed,
  members: readonly number[],
): readonly string[] =>
  chooseReasons(
    [toShared(space, term, 1)],
    distinguish(space, canName, vectors, members),
    MAX_NAMES,
  );
