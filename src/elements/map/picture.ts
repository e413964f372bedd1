import type { Projection, Size } from '../../domain/map-projection.ts';

/** How a point stands to what the reader asked for. */
export type Standing = 'plain' | 'found' | 'dim';

/** What draws the points. */
export type Picture = {
  /** draws the part of the map that a projection shows */
  readonly show: (projection: Projection, stage: Size) => void;
  /** says how each point stands, from the next time on that it is shown */
  readonly mark: (standings: readonly Standing[]) => void;
  /** takes up colours that have changed */
  readonly recolour: () => void;
};
