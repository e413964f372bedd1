import { FORMAT_FACTS, isCitationFormat } from '../../domain/citation-formats.ts';
import { countOf } from '../../domain/labels.ts';
import { mergeLists } from '../../domain/reading-list-edits.ts';
import { joinCitations } from '../../domain/reading-list-export.ts';
import { writeListFragment } from '../../domain/reading-list-link.ts';
import { readListText, writeList, type ReadingList } from '../../domain/reading-list.ts';
import { copyStatus, copyText } from '../clipboard.ts';
import { saveFile } from '../save-file.ts';
import { partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import { loadCitations } from './citations.ts';
import { titleOf } from './row.ts';
import { importedText, outcomeText } from './words.ts';

/** A list as a file to hand on. */
type ListFile = {
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
const makeListFile = async (
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

/** Tells what is going on while it goes on. */
type Say = (text: string) => void;

const makeChosen = (root: HTMLElement, say: Say): Promise<ListFile> =>
  makeListFile(listStore.state().list, partOf(root, 'format', HTMLSelectElement).value, {
    base: root.dataset['base'] ?? '/',
    say,
  });

/** Hands the list to the reader as a file of the chosen format; tells what came of it. */
export const saveList = async (root: HTMLElement, say: Say): Promise<string> => {
  const { name, type, text, count, missing } = await makeChosen(root, say);
  if (count > 0) saveFile(name, type, text);
  return outcomeText(count > 0 ? `Downloaded ${countOf(count, 'paper')} as ${name}` : '', missing);
};

/** Puts the list on the clipboard in the chosen format; tells what came of it. */
export const copyList = async (root: HTMLElement, say: Say): Promise<string> => {
  const { text, count, missing } = await makeChosen(root, say);
  const isCopied = count > 0 && (await copyText(text));
  const refused = 'Copying is not allowed here: download the file instead';
  const outcome = isCopied ? `Copied ${countOf(count, 'paper')}` : refused;
  return outcomeText(count > 0 ? outcome : '', missing);
};

/** Copies a link that holds the list. */
export const shareList = async (): Promise<string> => {
  const ids = listStore.state().list.map(({ id }) => id);
  const { origin, pathname } = location;
  const link = `${origin}${pathname}${writeListFragment(ids)}`;
  return copyStatus(await copyText(link), 'Link', link);
};

/** Merges what a file holds into the list, and says what came of it. */
const importListText = (text: string): string => {
  const reading = readListText(text);
  if (reading.type === 'newer') return 'That list was saved by a newer version of this page.';
  if (reading.type === 'none')
    return 'That file holds no reading list. Choose one that was downloaded as JSON.';
  const before = new Set(listStore.state().list.map(({ id }) => id));
  const known = reading.list.filter(({ id }) => before.has(id)).length;
  listStore.edit(mergeLists(reading.list));
  return importedText(reading.list.length - known, known, reading.damaged);
};

/** Merges the chosen file into the list. */
export const importFile = async (root: HTMLElement): Promise<string> => {
  const input = partOf(root, 'file', HTMLInputElement);
  const text = await input.files?.[0]?.text();
  // the same file can be chosen again
  input.value = '';
  return text === undefined ? '' : importListText(text);
};
