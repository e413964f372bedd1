import { buildCatalog } from '../src/domain/catalog.ts';
import { formatMapFile, MAP_FILE, placesOf, type Places } from '../src/domain/map-file.ts';
import { hasErrors } from '../src/domain/problem.ts';
import { loadMapFile, writeMapFile } from '../src/entries/map-file.ts';
import { checkContent } from './lib/check-content.ts';
import { runCommand, shownPath, UsageError } from './lib/cli.ts';
import { planMap, type MapPlan } from './lib/plan-map.ts';

const usage = `
npm run map -- [--content DIR] [--anew] [--seed N]

Gives every paper a place on the map, near to papers that share its words and topics, and keeps the places in
map.json. Papers that have a place keep it; new ones come between their nearest relatives.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --anew         lay out all papers again, whatever map.json says: every point moves
  --seed N       another whole number gives another map when all papers are laid out (else 1)
`;

const DEFAULT_SEED = 1;

const readSeed = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_SEED;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--seed wants a number, not "${text}".`);
  return Number(text);
};

/** `content/map.json: 119 papers, 2 of them new` */
const describe = (file: string, { places, laidOut, placed }: MapPlan): string => {
  const fresh = laidOut > 0 ? `${laidOut} laid out anew` : `${placed} new`;
  return `${file}: ${places.size} papers, ${fresh}`;
};

await runCommand(
  { usage, options: { anew: { type: 'boolean' }, seed: { type: 'string' } } },
  async ({ contentDir, values }) => {
    const seed = readSeed(values.seed);
    const content = { path: contentDir, shownAs: shownPath(contentDir) };
    const file = `${content.shownAs}/${MAP_FILE}`;
    const isAnew = values.anew === true;
    const { collection, problems } = await checkContent(contentDir);
    // what is wrong with the old map is no matter when a new one takes its place
    const grave = isAnew ? problems.filter((problem) => problem.file !== file) : problems;
    if (collection === undefined || hasErrors(grave)) return grave;
    const { map } = await loadMapFile(content);
    const before: Places = map === undefined ? new Map() : placesOf(map);
    const { papers, topics } = buildCatalog(collection);
    const plan = planMap({
      papers,
      topics: topics.map(({ id }) => id),
      kept: isAnew ? new Map() : before,
      seed,
    });
    if (formatMapFile(plan.places) !== formatMapFile(before))
      await writeMapFile(contentDir, plan.places);
    console.log(describe(file, plan));
    return [];
  },
);
