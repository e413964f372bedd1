import type { MapFile } from './map-file.ts';
import { quote, type Problem } from './problem.ts';

type Known = { readonly id: string; readonly aliases?: readonly string[] | undefined };

const SHOWN = 3;

/** Places of papers that there are not: they are kept, for a paper may come back. */
export const checkMapIds = (
  map: MapFile | undefined,
  papers: readonly Known[],
  file: string,
): readonly Problem[] => {
  const known = new Set<string>(papers.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const unknown = Object.keys(map?.places ?? {}).filter((id) => !known.has(id));
  if (unknown.length === 0) return [];
  const more = unknown.length > SHOWN ? ' …' : '';
  return [
    {
      severity: 'warning',
      file,
      field: 'places',
      found: `places for papers without an entry: ${unknown.slice(0, SHOWN).map(quote).join(', ')}${more}`,
      wanted: 'places of papers that are there',
      hint: 'They are kept in case the papers come back; remove the lines when they do not.',
    },
  ];
};
