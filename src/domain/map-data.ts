import { isObject } from './is-object.ts';
import type { MapConcept, MapModel, MapTopic } from './map-model.ts';
import type { Point, Region } from './map-geometry.ts';

/** The files that a browser loads to show the map: one of all points, and texts in chunks of neighbours. */

/** What the card says of a paper. */
export type MapText = {
  readonly title: string;
  /** the sentence that says what the paper contributes */
  readonly contribution?: string;
  /** its headline figures, each with what it measures */
  readonly figures?: readonly string[];
  /** language of all that, when it is not that of the site */
  readonly lang?: string;
};

export type MapPoints = {
  readonly topics: readonly MapTopic[];
  readonly concepts: readonly MapConcept[];
  readonly frame: Region;
  /** by point: the paper's id */
  readonly ids: readonly string[];
  readonly points: readonly Point[];
  /** by point: number of its topic */
  readonly topicOf: readonly number[];
  /** names of the files of texts, beside the file of points; each holds `CHUNK_LENGTH` papers in their order */
  readonly texts: readonly string[];
};

export const CHUNK_LENGTH = 250;

/** Splits a list into chunks of neighbours. */
export const toChunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / CHUNK_LENGTH) }, (_, chunk) =>
    all.slice(chunk * CHUNK_LENGTH, (chunk + 1) * CHUNK_LENGTH),
  );

/** Places in a file: tenths are finer than any screen, and numbers in a row are shorter than points. */
const toTenths = (value: number): number => Math.round(value * 10) / 10;

const roundPoint = ({ x, y }: Point): Point => ({ x: toTenths(x), y: toTenths(y) });

/** The file of points as it is written. */
export type PointsFile = Omit<MapPoints, 'points' | 'topicOf'> & {
  /** three numbers for each paper: x, y and its topic */
  readonly places: readonly number[];
};

export const toPointsFile = (model: MapModel, texts: readonly string[]): PointsFile => ({
  topics: model.topics.map((topic) => ({ ...topic, at: roundPoint(topic.at) })),
  concepts: model.concepts.map((concept) => ({ ...concept, at: roundPoint(concept.at) })),
  frame: model.frame,
  ids: model.points.map(({ paper }) => paper.id),
  places: model.points.flatMap(({ at, topic }) => [toTenths(at.x), toTenths(at.y), topic]),
  texts,
});

/** Reads the file of points; throws when it is none. */
export const readPointsFile = (value: unknown): MapPoints => {
  const file = isObject(value) ? (value as Partial<PointsFile>) : {};
  const { topics, concepts, frame, ids, places, texts } = file;
  if (!topics || !concepts || !frame || !ids || !texts || places?.length !== 3 * ids.length)
    throw new Error('The file holds no map.');
  return {
    topics,
    concepts,
    frame,
    ids,
    texts,
    points: ids.map((_, at) => ({ x: places[3 * at] ?? 0, y: places[3 * at + 1] ?? 0 })),
    topicOf: ids.map((_, at) => places[3 * at + 2] ?? 0),
  };
};

/** Reads a file of texts; throws when it is none. */
export const readTextsFile = (value: unknown): readonly MapText[] => {
  const texts = isObject(value) ? value['texts'] : undefined;
  if (!Array.isArray(texts)) throw new Error('The file holds no texts.');
  return texts as readonly MapText[];
};
