import { byFrequency, inIndexOrder } from './authors.ts';
import type { PaperId } from './fields.ts';
import { nameKey } from './name-key.ts';
import { pathsOfNames, splitNames, type Named } from './named-index.ts';
import { nameToSlug } from './name-slug.ts';
import type { Container, ContainerType, Paper } from './paper.ts';
import { splitByYear, type Part } from './partition.ts';

export const VENUES_PATH = '/venues/';

/** What papers appeared in. */
export type Venue = Named & {
  /** its name as papers write it, the most frequent first */
  readonly forms: readonly string[];
  /** what sorts of containers papers say it is, the most frequent first */
  readonly types: readonly ContainerType[];
};

export type VenueIndex = {
  readonly whole: Part<Venue>;
  /** page of each venue, or place in the index, by id */
  readonly paths: ReadonlyMap<string, string>;
  readonly venueOf: ReadonlyMap<PaperId, Venue>;
};

const containersOf = (papers: readonly Paper[]): readonly Container[] =>
  papers.flatMap(({ container }) => container ?? []);

const toVenue = (key: string, papers: readonly Paper[]): Venue => {
  const containers = containersOf(papers);
  const forms = byFrequency(containers.map(({ name }) => name));
  const name = forms[0] ?? key;
  const types = byFrequency(containers.flatMap(({ type }) => type ?? []));
  return {
    id: nameToSlug(key),
    name,
    sortName: name,
    forms,
    types: types as readonly ContainerType[],
    papers,
  };
};

/** Indexes the venues of listed papers: by their names as written, but for case and spaces. */
export const indexVenues = (papers: readonly Paper[]): VenueIndex => {
  const placed = papers.filter(({ container }) => container !== undefined);
  const groups = Map.groupBy(placed, ({ container }) => nameKey(container?.name ?? ''));
  const venues = [...groups].map(([key, own]) => toVenue(key, own));
  const whole = splitNames(inIndexOrder(venues));
  return {
    whole,
    paths: pathsOfNames(whole, VENUES_PATH),
    venueOf: new Map(venues.flatMap((venue) => venue.papers.map(({ id }) => [id, venue]))),
  };
};

/** The papers of a venue, split when they are too many for a page. */
export const splitVenuePapers = ({ papers }: Venue): Part<Paper> => splitByYear(papers);
