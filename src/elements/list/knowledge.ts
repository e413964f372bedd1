import {
  LIST_ENTRANCE_NAME,
  listFilePath,
  readListEntrance,
  type ListEntrance,
} from '../../domain/list-files.ts';
import { ENTRANCE_NAME, readEntrance, readNames, searchFilePath } from '../../search/entrance.ts';
import { readIndexFile } from '../../search/index-file.ts';
import { getJson } from '../get-json.ts';
import type { Knowledge } from './paper-lines.ts';

const FRESH = { cache: 'no-cache' } as const;

const loadEntrance = async (base: string): Promise<ListEntrance> =>
  readListEntrance(await getJson(listFilePath(base, LIST_ENTRANCE_NAME), FRESH));

const loadPapers = async (base: string) => {
  const address = searchFilePath(base, ENTRANCE_NAME);
  const { index, names } = readEntrance(await getJson(address, FRESH));
  const [{ papers }, { topics }] = await Promise.all([
    getJson(index).then(readIndexFile),
    getJson(names).then(readNames),
  ]);
  return { papers, topics };
};

const load = async (base: string): Promise<Knowledge> => {
  const [{ papers, topics }, { moved, withdrawn, terms }] = await Promise.all([
    loadPapers(base),
    loadEntrance(base),
  ]);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const names = new Map<string, string>(topics.map(({ id, name }) => [id, name]));
  return {
    paperOf: (id) => byId.get(id),
    topicName: (id) => names.get(id) ?? id,
    renames: new Map(Object.entries(moved)),
    withdrawn: new Map(Object.entries(withdrawn)),
    terms,
  };
};

let loading: Promise<Knowledge> | undefined;

/** Loads what the site knows, once a page; anew after a failure. */
export const loadKnowledge = (base: string): Promise<Knowledge> =>
  (loading ??= load(base).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
