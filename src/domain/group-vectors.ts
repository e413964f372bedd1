import { nameGroup } from './group-names.ts';
import {
  chooseSeeds,
  findSeeds,
  termsThatName,
  type GroupSizes,
  type NamedSpace,
  type Seed,
} from './group-seeds.ts';
import { likenessTo, sumOf } from './vector-sums.ts';
import { EMPTY_VECTOR, type Vector } from './vectors.ts';

/** Vectors that are alike: places in their list, ascending. */
export type Group = {
  /** what sets it apart, in words of its papers; none for what fits nowhere else */
  readonly names: readonly string[];
  readonly members: readonly number[];
};

/** So many papers or fewer need no groups. */
const MAX_UNGROUPED = 8;
const MAX_GROUPS = 12;
/** A group for about every so many papers, at most. */
const PAPERS_PER_GROUP = 4;
/** Among fewer papers than this two make a group, otherwise three. */
const FEW = 20;
/** A paper without a group's term belongs to it when it is so many times more like it than like all. */
const MIN_LIKENESS = 1.5;

const sizesFor = (papers: number): GroupSizes => ({
  least: papers < FEW ? 2 : 3,
  most: Math.min(MAX_GROUPS, Math.round(papers / PAPERS_PER_GROUP)),
});

/** Where each vector belongs: to the likest of the groups whose term it has, else to one it is much like, or -1. */
const findHomes = (vectors: readonly Vector[], seeds: readonly Seed[]): readonly number[] => {
  const whole = sumOf(vectors);
  const sums = seeds.map(({ places }) => sumOf(places.map((at) => vectors[at] ?? EMPTY_VECTOR)));
  const isIn = seeds.map(({ places }) => new Set(places));
  return vectors.map((vector, place) => {
    const own = [...seeds.keys()].filter((group) => isIn[group]?.has(place));
    let home = own[0] ?? -1;
    let most = own.length > 0 ? 0 : MIN_LIKENESS * likenessTo(whole, vector, true);
    for (const group of own.length > 0 ? own : seeds.keys()) {
      const likeness = likenessTo(sums[group] ?? whole, vector, own.length > 0);
      if (likeness > most) [home, most] = [group, likeness];
    }
    return home;
  });
};

const bySize = (a: Group, b: Group): number =>
  b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0);

/**
 * Groups of vectors that are alike, named by what sets them apart, the largest first; last the vectors that fit
 * nowhere, without a name. None when there are few or they fall into fewer than two groups. Expects vectors in
 * one order, say by id: it is what settles ties.
 */
export const groupVectors = (space: NamedSpace, vectors: readonly Vector[]): readonly Group[] => {
  if (vectors.length <= MAX_UNGROUPED) return [];
  const sizes = sizesFor(vectors.length);
  const canName = termsThatName(space, vectors);
  const seeds = chooseSeeds(findSeeds(space, canName, vectors, sizes.least), sizes);
  const homes = findHomes(vectors, seeds);
  const groups = seeds
    .map((seed, group) => ({
      seed,
      members: [...homes.keys()].filter((at) => homes[at] === group),
    }))
    .filter(({ members }) => members.length >= sizes.least)
    .map(({ seed, members }) => ({
      names: nameGroup(space, canName, vectors, seed, members),
      members,
    }))
    .toSorted(bySize);
  if (groups.length < 2) return [];
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const rest = [...vectors.keys()].filter((at) => !grouped.has(at));
  return rest.length === 0 ? groups : [...groups, { names: [], members: rest }];
};
