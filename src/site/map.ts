import { getCollection } from 'astro:content';
import { toChunks, toPointsFile, type MapText } from '../domain/map-data.ts';
import { placesOf, type Places } from '../domain/map-file.ts';
import { relateForMap, relativesOnMap } from '../domain/map-likeness.ts';
import { buildMap, type MapModel } from '../domain/map-model.ts';
import { placePapers } from '../domain/map-place.ts';
import type { Paper } from '../domain/paper.ts';
import { withBase } from '../domain/urls.ts';
import { toHashedFile, type HashedFile } from '../search/search-files.ts';
import { loadCatalog } from './catalog.ts';
import { loadHighlights } from './highlights.ts';
import { loadRelations } from './related.ts';

const keptPlaces = async (): Promise<Places> => {
  const [file] = await getCollection('map');
  return file === undefined ? new Map() : placesOf(file.data);
};

const toText = (paper: Paper): MapText => {
  const { title, lang } = paper;
  const { contribution, figures } = loadHighlights(paper);
  return {
    title,
    ...(contribution === undefined ? {} : { contribution: contribution.text }),
    ...(figures.length === 0 ? {} : { figures: figures.map(({ text }) => text) }),
    ...(lang === undefined ? {} : { lang }),
  };
};

type Files = { readonly points: HashedFile; readonly texts: readonly HashedFile[] };

const writeFiles = async (model: MapModel): Promise<Files> => {
  const papers = model.points.map(({ paper }) => paper);
  const texts = await Promise.all(
    toChunks(papers).map((chunk) => toHashedFile('texts', { texts: chunk.map(toText) })),
  );
  const names = texts.map(({ name }) => name);
  return { points: await toHashedFile('points', toPointsFile(model, names)), texts };
};

const readMap = async (): Promise<{ readonly model: MapModel; readonly files: Files }> => {
  const catalog = await loadCatalog();
  const { papers } = catalog;
  const { space, mentions } = await loadRelations();
  const topics = catalog.topics.map(({ id }) => id);
  let answer: ReturnType<typeof relativesOnMap> | undefined;
  const places = placePapers(papers, {
    kept: await keptPlaces(),
    // most builds ask for none
    relativesOf: (id) => (answer ??= relativesOnMap(relateForMap(space, papers, topics)))(id),
    topics,
  });
  const model = buildMap({ catalog, places, mentions });
  return { model, files: await writeFiles(model) };
};

let built: ReturnType<typeof readMap> | undefined;

/** The map as its page shows it, and its files: once a build, and anew for each request of a preview. */
const currentMap = () => (import.meta.env.DEV ? readMap() : (built ??= readMap()));

const pathOf = ({ name }: HashedFile): string =>
  withBase(import.meta.env.BASE_URL, `/map-data/${name}`);

/** What the page of the map needs: the map, and the address of the file of its points. */
export const loadMap = async () => {
  const { model, files } = await currentMap();
  return { model, points: pathOf(files.points) };
};

/** The files that the map's script loads. */
export const mapFiles = async (): Promise<readonly HashedFile[]> => {
  const { files } = await currentMap();
  // chunks that say the same are one file
  return [...new Map([files.points, ...files.texts].map((file) => [file.name, file])).values()];
};
