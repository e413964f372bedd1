import type { PaperId, TopicId } from './fields.ts';
import { hashText } from './hash-text.ts';
import { clamp, MAP_SIZE, medianPoint, type Point } from './map-geometry.ts';
import type { Paper } from './paper.ts';

/** What placing needs to know of a paper. */
export type Placeable = Pick<Paper, 'id' | 'topics' | 'aliases'>;

export type Surroundings = {
  /** places that are kept: they are never changed */
  readonly kept: ReadonlyMap<PaperId, Point>;
  /** the papers most like one, the nearest first; asked only about papers without a kept place */
  readonly relativesOf: (id: PaperId) => readonly PaperId[];
  /** all topics, in their order */
  readonly topics: readonly TopicId[];
};

/** A new paper lies in the middle of so many relatives: more would pull it between the groups. */
const MAX_RELATIVES = 3;
/** How far around the middle of its relatives a paper may lie, and around that of its topic. */
const NEAR = 70;
const AROUND_TOPIC = 700;
/** Radius of the circle on which topics lie that have no paper with a kept place. */
const CIRCLE = 0.38 * MAP_SIZE;

/** A hash with a last stir, as a number from 0 up to 1. */
const chanceOf = (text: string): number => {
  let hash = hashText(text);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};

/** A place within a circle that depends on the id alone, so that papers with one centre do not coincide. */
const beside = ({ x, y }: Point, id: string, radius: number): Point => {
  const angle = 2 * Math.PI * chanceOf(id);
  // the root spreads places evenly over the circle
  const length = radius * Math.sqrt(chanceOf(`${id} away`));
  return {
    x: clamp(x + length * Math.cos(angle), 0, MAP_SIZE),
    y: clamp(y + length * Math.sin(angle), 0, MAP_SIZE),
  };
};

const meanPoint = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** The kept place of a paper, or of an entry that became it. */
const keptPlace = (
  { id, aliases = [] }: Placeable,
  kept: ReadonlyMap<PaperId, Point>,
): Point | undefined => [id, ...aliases].map((one) => kept.get(one)).find(Boolean);

/** By primary topic, the middle of its kept papers; on a circle for those that have none. */
const topicCentres = (
  papers: readonly Placeable[],
  { kept, topics }: Surroundings,
): ((topic: TopicId | undefined) => Point) => {
  const members = Map.groupBy(papers, (paper) => paper.topics?.[0]);
  const slots = [...topics, undefined];
  const centres = new Map(
    slots.map((topic, slot) => {
      const angle = (2 * Math.PI * slot) / slots.length;
      const onCircle = {
        x: MAP_SIZE / 2 + CIRCLE * Math.cos(angle),
        y: MAP_SIZE / 2 + CIRCLE * Math.sin(angle),
      };
      const places = (members.get(topic) ?? []).flatMap((paper) => keptPlace(paper, kept) ?? []);
      return [topic, medianPoint(places) ?? onCircle];
    }),
  );
  return (topic) => centres.get(topic) ?? { x: MAP_SIZE / 2, y: MAP_SIZE / 2 };
};

/**
 * A place for every paper: its kept one, else the centre of its nearest relatives that have one, else
 * somewhere about its topic. No paper's place depends on another paper without a kept place.
 */
export const placePapers = (
  papers: readonly Placeable[],
  surroundings: Surroundings,
): ReadonlyMap<PaperId, Point> => {
  const { kept, relativesOf } = surroundings;
  const centreOf = topicCentres(papers, surroundings);
  const place = (paper: Placeable): Point => {
    const own = keptPlace(paper, kept);
    if (own !== undefined) return own;
    const relatives = kept.size === 0 ? [] : relativesOf(paper.id);
    const near = relatives.flatMap((id) => kept.get(id) ?? []).slice(0, MAX_RELATIVES);
    return near.length > 0
      ? beside(meanPoint(near), paper.id, NEAR)
      : beside(centreOf(paper.topics?.[0]), paper.id, AROUND_TOPIC);
  };
  return new Map(papers.map((paper) => [paper.id, place(paper)]));
};
