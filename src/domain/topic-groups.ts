import slugify from '@sindresorhus/slugify';
import { groupVectors, type Group } from './group-vectors.ts';
import type { Paper } from './paper.ts';
import type { Relations } from './related.ts';
import { isWithin, keyOfPhrase } from './terms.ts';
import { EMPTY_VECTOR } from './vectors.ts';

/** Papers of a list that are alike. */
export type PaperGroup = {
  /** for the address: `group-kv-cache` */
  readonly id: string;
  /** for readers */
  readonly name: string;
  /** the papers that fit in no group */
  readonly isRest: boolean;
  /** in the order of the list */
  readonly papers: readonly Paper[];
};

const REST = 'More papers';

/** @example toHeading('low-precision') // 'Low-precision' @example toHeading('hls4ml') // 'hls4ml' */
export const toHeading = (name: string): string =>
  name.replace(/^\p{Ll}(?=\p{Ll}*(?:[ ,-]|$))/u, (first) => first.toUpperCase());

/** Names differ by the term that each group was made by, yet their addresses may not. */
const giveIds = (groups: readonly Omit<PaperGroup, 'id'>[]): readonly PaperGroup[] => {
  const taken = new Map<string, number>();
  return groups.map((group) => {
    const slug = slugify(group.name, { decamelize: false });
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    return { id: `group-${slug}${count === 1 ? '' : `-${count}`}`, ...group };
  });
};

/**
 * Groups of papers that are alike, each named by what sets it apart, the largest first; last the papers that
 * fit nowhere. None when the papers are few, or too different to fall into groups. The words of the topic's own
 * name set none of its groups apart.
 */
export const groupPapers = (
  { space, isFragment, vectorById }: Relations,
  papers: readonly Paper[],
  topicName = '',
): readonly PaperGroup[] => {
  const byId = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const vectors = byId.map(({ id }) => vectorById.get(id) ?? EMPTY_VECTOR);
  const own = keyOfPhrase(topicName);
  const isNoName = space.keys.map((key, term) => isFragment[term] === true || isWithin(key, own));
  const place = new Map(papers.map((paper, at) => [paper, at]));
  const toPapers = ({ members }: Group): readonly Paper[] =>
    members
      .flatMap((at) => byId[at] ?? [])
      .toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  return giveIds(
    groupVectors({ ...space, isNoName }, vectors).map((group) => ({
      name: group.names.length === 0 ? REST : toHeading(group.names.join(', ')),
      isRest: group.names.length === 0,
      papers: toPapers(group),
    })),
  );
};

/** The groups as far as a page shows their papers; none when all that it shows are of one group. */
export const narrowGroups = (
  groups: readonly PaperGroup[],
  shown: readonly Paper[],
): readonly PaperGroup[] => {
  const isShown = new Set(shown);
  const narrowed = groups
    .map((group) => ({ ...group, papers: group.papers.filter((paper) => isShown.has(paper)) }))
    .filter(({ papers }) => papers.length > 0);
  return narrowed.length < 2 ? [] : narrowed;
};
