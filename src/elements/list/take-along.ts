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
import { exportText, importedText } from './words.ts';

/** A file to hand on, and the papers that are not in it. */
type Made = {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly missing: readonly string[];
};

const NAME = 'reading-list';

/** Takes the list to other programs, to other people and back. */
export class ListTakeAlong extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (part: string, act: () => void): void =>
      partOf(this, part, HTMLElement).addEventListener('click', act, { signal });
    on('save', () => void this.#save());
    on('copy', () => void this.#copy());
    on('share', () => void this.#share());
    this.#file.addEventListener('change', () => void this.#import(), { signal });
    listStore.subscribe(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #file(): HTMLInputElement {
    return partOf(this, 'file', HTMLInputElement);
  }

  #show(): void {
    const isEmpty = listStore.state().list.length === 0;
    partOf(this, 'outgoing', HTMLElement).hidden = isEmpty;
  }

  async #make(list: ReadingList): Promise<Made> {
    const format = partOf(this, 'format', HTMLSelectElement).value;
    if (!isCitationFormat(format))
      return { name: `${NAME}.json`, type: 'application/json', text: writeList(list), missing: [] };
    const onProgress = (done: number): void =>
      this.#tell('export-status', `${done} of ${countOf(list.length, 'citation')} loaded…`);
    const { citations, missing } = await loadCitations(
      list.map(({ id }) => id),
      format,
      { base: this.dataset['base'] ?? '/', onProgress },
    );
    const { ending, type } = FORMAT_FACTS[format];
    const titles = list.filter(({ id }) => missing.includes(id)).map(titleOf);
    return {
      name: `${NAME}.${format === 'csl-json' ? 'csl.json' : ending}`,
      type,
      text: joinCitations(format, list, citations),
      missing: titles,
    };
  }

  async #save(): Promise<void> {
    const { list } = listStore.state();
    const { name, type, text, missing } = await this.#make(list);
    const count = list.length - missing.length;
    if (count > 0) saveFile(name, type, text);
    const what = count > 0 ? `Saved ${countOf(count, 'paper')} as ${name}` : 'Nothing saved';
    this.#tell('export-status', exportText(what, missing));
  }

  async #copy(): Promise<void> {
    const { list } = listStore.state();
    const { text, missing } = await this.#make(list);
    const isCopied = await copyText(text);
    const what = isCopied
      ? `Copied ${countOf(list.length - missing.length, 'paper')}`
      : 'Copying is not allowed here; download the file instead';
    this.#tell('export-status', exportText(what, missing));
  }

  async #share(): Promise<void> {
    const ids = listStore.state().list.map(({ id }) => id);
    const { origin, pathname } = location;
    const link = `${origin}${pathname}${writeListFragment(ids)}`;
    this.#tell('share-status', copyStatus(await copyText(link), 'Link', link));
  }

  async #import(): Promise<void> {
    const file = this.#file.files?.[0];
    if (file === undefined) return;
    const reading = readListText(await file.text());
    // the same file can be chosen again
    this.#file.value = '';
    if (reading.type === 'newer')
      return this.#tell('import-status', 'That list was saved by a newer version of this page.');
    if (reading.type === 'none')
      return this.#tell(
        'import-status',
        'That file holds no reading list. Choose one saved as JSON.',
      );
    const before = new Set(listStore.state().list.map(({ id }) => id));
    const known = reading.list.filter(({ id }) => before.has(id)).length;
    listStore.edit(mergeLists(reading.list));
    this.#tell('import-status', importedText(reading.list.length - known, known, reading.damaged));
  }

  #tell(part: string, text: string): void {
    partOf(this, part, HTMLElement).textContent = text;
  }
}

if (!customElements.get('list-take-along')) customElements.define('list-take-along', ListTakeAlong);
