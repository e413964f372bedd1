import type { MapPoints } from '../../domain/map-data.ts';
import type { Found } from './found.ts';
import type { Standing } from './picture.ts';

/** How each point stands: those of the topics asked for, of these what the search found. */
export const standingsOf = (
  { topics, topicOf }: Pick<MapPoints, 'topics' | 'topicOf'>,
  wanted: readonly string[],
  found: Found | undefined,
): readonly Standing[] => {
  const isWanted = topics.map(({ id }) => wanted.length === 0 || wanted.includes(id));
  const points = found !== undefined && 'points' in found ? found.points : undefined;
  return topicOf.map((topic, point) => {
    if (isWanted[topic] !== true) return 'dim';
    return points === undefined ? 'plain' : points.has(point) ? 'found' : 'dim';
  });
};
