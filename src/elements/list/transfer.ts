import { FORMAT_FACTS, isCitationFormat } from '../../domain/citation-formats.ts';
import { countOf } from '../../domain/labels.ts';
import { mergeLists } from '../../domain/reading-list-edits.ts';
import { joinCitations } from '../../domain/reading-list-export.ts';
import { readListText, writeList, type ReadingList } from '../../domain/reading-list.ts';
import { listStore } from './browser-store.ts';
import { loadCitations } from './citations.ts';
import { titleOf } from './row.ts';
import { importedText } from './words.ts';

/** A list as a file to hand on. */
export type ListFile = {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** papers in it */
  readonly count: number;
  /** titles of those that are not in it */
  readonly missing: readonly string[];
};

const NAME = 'reading-list';
// CSL-JSON and the list itself both end in `json`
const ENDINGS: Readonly<Record<string, string>> = { 'csl-json': 'csl.json' };

/** Makes a file of the list in a format of citations, from the pages of its papers, or else in JSON. */
export const makeListFile = async (
  list: ReadingList,
  format: string,
  { base, say }: { readonly base: string; readonly say: (text: string) => void },
): Promise<ListFile> => {
  if (!isCitationFormat(format)) {
    const text = writeList(list);
    return {
      name: `${NAME}.json`,
      type: 'application/json',
      text,
      count: list.length,
      missing: [],
    };
  }
  const total = countOf(list.length, 'citation');
  const { citations, missing } = await loadCitations(
    list.map(({ id }) => id),
    format,
    { base, onProgress: (done) => say(`${done} of ${total} loaded…`) },
  );
  const { ending, type } = FORMAT_FACTS[format];
  return {
    name: `${NAME}.${ENDINGS[format] ?? ending}`,
    type,
    text: joinCitations(format, list, citations),
    count: citations.length,
    missing: list.filter(({ id }) => missing.includes(id)).map(titleOf),
  };
};

/** Merges what a file holds into the list, and says what came of it. */
export const importListText = (text: string): string => {
  const reading = readListText(text);
  if (reading.type === 'newer') return 'That list was saved by a newer version of this page.';
  if (reading.type === 'none')
    return 'That file holds no reading list. Choose one that was saved as JSON.';
  const before = new Set(listStore.state().list.map(({ id }) => id));
  const known = reading.list.filter(({ id }) => before.has(id)).length;
  listStore.edit(mergeLists(reading.list));
  return importedText(reading.list.length - known, known, reading.damaged);
};
