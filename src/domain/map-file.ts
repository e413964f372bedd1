import { z } from 'zod';
import { paperIdSchema, type PaperId } from './fields.ts';
import { MAP_SIZE, type Point } from './map-geometry.ts';

/** The map's place in a content folder. */
export const MAP_FILE = 'map.json';

const coordinateSchema = z.number().int().min(0).max(MAP_SIZE);

/** `map.json`: what `npm run map` computed, kept so that a build need not and no point ever jumps. */
export const mapFileSchema = z.strictObject({
  version: z.literal(1).describe('Version of this file’s form.'),
  places: z
    .record(paperIdSchema, z.tuple([coordinateSchema, coordinateSchema]))
    .describe(
      `Where each paper lies: its id, then two whole numbers from 0 to ${MAP_SIZE}, the first to the right, the second down.`,
    ),
});
export type MapFile = z.infer<typeof mapFileSchema>;

/** Places of papers by id. */
export type Places = ReadonlyMap<PaperId, Point>;

export const placesOf = ({ places }: MapFile): Places =>
  // the schema has judged the keys
  new Map(Object.entries(places).map(([id, [x, y]]) => [id as PaperId, { x, y }]));

/** Writes the file: by id, one paper a line, so that a difference shows which papers moved. */
export const formatMapFile = (places: Places): string => {
  const lines = [...places]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { x, y }]) => `    ${JSON.stringify(id)}: [${x}, ${y}]`);
  const body = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "places": ${body}\n}\n`;
};
