import {
  LIST_ENTRANCE_NAME,
  listFilePath,
  readListEntrance,
  type ListEntrance,
} from '../../domain/list-files.ts';
import { bylineOf, factsOf } from '../../search/byline.ts';
import { ENTRANCE_NAME, readEntrance, readNames, searchFilePath } from '../../search/entrance.ts';
import type { SearchPaper } from '../../search/payload.ts';
import { toPlainSlug } from '../../search/plain-slug.ts';
import { readIndexFile } from '../../search/search-files.ts';
import { getJson } from '../get-json.ts';

/** What the site knows today of papers that a list may name. */
export type Knowledge = {
  readonly paperOf: (id: string) => SearchPaper | undefined;
  readonly topicName: (id: string) => string;
  readonly conceptName: (id: string) => string;
  /** former id to the id of today */
  readonly renames: ReadonlyMap<string, string>;
  /** id to the reason */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** address of the file of terms */
  readonly terms: string;
};

const FRESH = { cache: 'no-cache' } as const;

const loadEntrance = async (base: string): Promise<ListEntrance> =>
  readListEntrance(await getJson(listFilePath(base, LIST_ENTRANCE_NAME), FRESH));

const loadPapers = async (base: string) => {
  const address = searchFilePath(base, ENTRANCE_NAME);
  const { index, names } = readEntrance(await getJson(address, FRESH));
  const [{ papers }, { topics, concepts }] = await Promise.all([
    getJson(index).then(readIndexFile),
    getJson(names).then(readNames),
  ]);
  return { papers, topics, concepts };
};

const load = async (base: string): Promise<Knowledge> => {
  const [{ papers, topics, concepts }, { moved, withdrawn, terms }] = await Promise.all([
    loadPapers(base),
    loadEntrance(base),
  ]);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const names = new Map<string, string>(topics.map(({ id, name }) => [id, name]));
  const conceptNames = new Map(concepts.map(({ id, name }) => [id ?? toPlainSlug(name), name]));
  return {
    paperOf: (id) => byId.get(id),
    topicName: (id) => names.get(id) ?? id,
    conceptName: (id) => conceptNames.get(id) ?? id,
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

/** Two lines on a paper, as the search shows them; empty where nothing is known. */
export const linesOf = (
  id: string,
  knowledge: Knowledge | undefined,
): { readonly byline: string; readonly about: string } => {
  const paper = knowledge?.paperOf(id);
  if (paper === undefined || knowledge === undefined)
    return { byline: '', about: describeAbsence(id, knowledge) };
  const facts = {
    ...paper,
    topics: paper.topics ?? [],
    hasCode: paper.has?.includes('code') ?? false,
  };
  return { byline: bylineOf(paper) ?? '', about: factsOf(facts, knowledge.topicName) };
};

const describeAbsence = (id: string, knowledge: Knowledge | undefined): string => {
  if (knowledge === undefined) return '';
  const reason = knowledge.withdrawn.get(id);
  return reason === undefined ? 'Not in this collection today.' : `Withdrawn: ${reason}`;
};
