import type { Catalog } from './catalog.ts';
import type { Concept } from './concept.ts';
import type { ConceptId, PaperId, TopicId } from './fields.ts';
import {
  boundsOf,
  distanceBetween,
  MAP_SIZE,
  medianPoint,
  type Point,
  type Region,
} from './map-geometry.ts';
import { markOfTopic, type Mark } from './map-marks.ts';
import type { Paper } from './paper.ts';
import { NO_TOPIC_ID, NO_TOPIC_NAME } from './topic-lists.ts';

/** A topic as the map shows it: those papers for which it is the primary one. */
export type MapTopic = {
  readonly id: string;
  readonly name: string;
  /** missing for the papers without a topic */
  readonly mark?: Mark;
  readonly count: number;
  /** the middle of its papers, where its name stands */
  readonly at: Point;
};

export type MapPoint = {
  readonly paper: Paper;
  readonly at: Point;
  /** number of its topic in the model */
  readonly topic: number;
};

/** A concept that is at home in one part of the map. */
export type MapConcept = { readonly name: string; readonly count: number; readonly at: Point };

export type MapModel = {
  /** those with papers, in the order of the catalog; those without a topic last */
  readonly topics: readonly MapTopic[];
  /** neighbours on the map stand near to each other in the list */
  readonly points: readonly MapPoint[];
  /** the most mentioned first */
  readonly concepts: readonly MapConcept[];
  readonly frame: Region;
};

export type MapParts = {
  readonly catalog: Pick<Catalog, 'papers' | 'topics' | 'topicById'>;
  readonly places: ReadonlyMap<PaperId, Point>;
  /** the concepts that papers mention */
  readonly mentions: ReadonlyMap<PaperId, readonly Concept[]>;
};

/** Room around the outermost points, as a part of the map. */
const ROOM = 0.03 * MAP_SIZE;

const EMPTY_FRAME: Region = { left: 0, top: 0, right: MAP_SIZE, bottom: MAP_SIZE };

const frameOf = (points: readonly Point[]): Region => {
  const bounds = boundsOf(points);
  if (bounds === undefined) return EMPTY_FRAME;
  return {
    left: bounds.left - ROOM,
    top: bounds.top - ROOM,
    right: bounds.right + ROOM,
    bottom: bounds.bottom + ROOM,
  };
};

/** The bits of a number with a gap after each. @example spread(0b11) // 0b101 */
const spread = (number: number): number => {
  let bits = 0;
  for (let bit = 0; bit < 14; bit += 1) if (number & (1 << bit)) bits += 4 ** bit;
  return bits;
};

/** Place on the curve that visits the quarters of the map one after the other, and theirs within. */
const placeOnCurve = ({ x, y }: Point): number => spread(Math.round(x)) + 2 * spread(Math.round(y));

type Placed = { readonly paper: Paper; readonly at: Point; readonly topicId: TopicId | undefined };

const placePoints = ({ catalog, places }: MapParts): readonly Placed[] =>
  catalog.papers
    .flatMap((paper) => {
      const at = places.get(paper.id);
      const [primary] = paper.topics ?? [];
      const topicId = primary !== undefined && catalog.topicById.has(primary) ? primary : undefined;
      return at === undefined ? [] : [{ paper, at, topicId, curve: placeOnCurve(at) }];
    })
    .toSorted((a, b) => a.curve - b.curve || (a.paper.id < b.paper.id ? -1 : 1));

const collectTopics = (
  placed: readonly Placed[],
  { topics }: MapParts['catalog'],
): readonly MapTopic[] => {
  const members = Map.groupBy(placed, ({ topicId }) => topicId);
  const toTopic = (id: TopicId | undefined, rest: Pick<MapTopic, 'id' | 'name' | 'mark'>) => {
    const points = (members.get(id) ?? []).map(({ at }) => at);
    const at = medianPoint(points);
    return at === undefined ? [] : [{ ...rest, count: points.length, at }];
  };
  return [
    ...topics.flatMap(({ id, name }, place) => toTopic(id, { id, name, mark: markOfTopic(place) })),
    // where there are no topics nothing is said of them
    ...toTopic(undefined, { id: NO_TOPIC_ID, name: topics.length > 0 ? NO_TOPIC_NAME : '' }),
  ];
};

/** A concept needs so many papers, half of which lie no farther from its middle than this. */
const MIN_MENTIONS = 3;
const HOME = 0.16 * MAP_SIZE;

const toConcept = (name: string, points: readonly Point[]): readonly MapConcept[] => {
  const at = medianPoint(points);
  if (at === undefined || points.length < MIN_MENTIONS) return [];
  const away = points.map((point) => distanceBetween(point, at)).toSorted((a, b) => a - b);
  const isAtHome = (away[Math.ceil(away.length / 2) - 1] ?? Infinity) <= HOME;
  return isAtHome ? [{ name, count: points.length, at }] : [];
};

const collectConcepts = ({ places, mentions }: MapParts): readonly MapConcept[] => {
  const points = new Map<ConceptId, Point[]>();
  const names = new Map<ConceptId, string>();
  for (const [paper, concepts] of mentions) {
    const at = places.get(paper);
    for (const { id, name } of at === undefined ? [] : concepts) {
      names.set(id, name);
      points.set(id, [...(points.get(id) ?? []), ...(at === undefined ? [] : [at])]);
    }
  }
  return [...points]
    .flatMap(([id, ats]) => toConcept(names.get(id) ?? id, ats))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
};

/** What the map shows. */
export const buildMap = (parts: MapParts): MapModel => {
  const placed = placePoints(parts);
  const topics = collectTopics(placed, parts.catalog);
  const numberOf = new Map<string, number>(topics.map(({ id }, at) => [id, at]));
  return {
    topics,
    points: placed.map(({ paper, at, topicId }) => ({
      paper,
      at,
      topic: numberOf.get(topicId ?? NO_TOPIC_ID) ?? 0,
    })),
    concepts: collectConcepts(parts),
    frame: frameOf(placed.map(({ at }) => at)),
  };
};
