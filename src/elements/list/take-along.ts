import { countOf } from '../../domain/labels.ts';
import { writeListFragment } from '../../domain/reading-list-link.ts';
import { copyStatus, copyText } from '../clipboard.ts';
import { saveFile } from '../save-file.ts';
import { partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import type { ListFile } from './transfer.ts';

/** What makes and reads files comes when it is asked for. */
const loadTransfer = () => import('./transfer.ts');

/** @example outcomeText('Copied 5 papers', ['Kilns']) // 'Copied 5 papers. Left out, …: Kilns.' */
const outcomeText = (outcome: string, missing: readonly string[]): string =>
  missing.length === 0
    ? `${outcome}.`
    : `${outcome}. Left out, for no citation could be loaded: ${missing.join('; ')}.`;

/** Takes the list to other programs, to other people and back. */
export class ListTakeAlong extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (part: string, act: () => Promise<void>): void =>
      partOf(this, part, HTMLElement).addEventListener('click', () => void act(), { signal });
    on('save', () =>
      this.#export(({ name, type, text, count }) => this.#save(name, type, text, count)),
    );
    on('copy', () => this.#export(({ text, count }) => this.#copy(text, count)));
    on('share', () => this.#share());
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
    partOf(this, 'outgoing', HTMLElement).hidden = listStore.state().list.length === 0;
  }

  async #export(hand: (file: ListFile) => string | Promise<string>): Promise<void> {
    const say = (text: string): void => this.#tell('export-status', text);
    try {
      const { makeListFile } = await loadTransfer();
      const format = partOf(this, 'format', HTMLSelectElement).value;
      const base = this.dataset['base'] ?? '/';
      const file = await makeListFile(listStore.state().list, format, { base, say });
      say(outcomeText(file.count === 0 ? 'Nothing to save' : await hand(file), file.missing));
    } catch {
      say('What this needs could not be loaded. Try again.');
    }
  }

  #save(name: string, type: string, text: string, count: number): string {
    saveFile(name, type, text);
    return `Saved ${countOf(count, 'paper')} as ${name}`;
  }

  async #copy(text: string, count: number): Promise<string> {
    return (await copyText(text))
      ? `Copied ${countOf(count, 'paper')}`
      : 'Copying is not allowed here: download the file instead';
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
    try {
      const { importListText } = await loadTransfer();
      this.#tell('import-status', importListText(await file.text()));
    } catch {
      this.#tell('import-status', 'That file could not be read. Try again.');
    }
    // the same file can be chosen again
    this.#file.value = '';
  }

  #tell(part: string, text: string): void {
    partOf(this, part, HTMLElement).textContent = text;
  }
}

if (!customElements.get('list-take-along')) customElements.define('list-take-along', ListTakeAlong);
