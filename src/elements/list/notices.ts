import { writeList } from '../../domain/reading-list.ts';
import { saveFile } from '../save-file.ts';
import { partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import { TROUBLE_TEXT } from './words.ts';

const JSON_TYPE = 'application/json';

/** Says when the list cannot be saved or could not be read, and offers what there is as a file. */
export class ListNotices extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (part: string, act: () => void): void =>
      partOf(this, part, HTMLElement).addEventListener('click', act, { signal });
    on('save-list', () =>
      saveFile('reading-list.json', JSON_TYPE, writeList(listStore.state().list)),
    );
    on('save-damaged', () =>
      saveFile('reading-list-damaged.json', JSON_TYPE, listStore.state().damaged ?? ''),
    );
    on('drop-damaged', () => listStore.dropDamaged());
    listStore.subscribe(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #show(): void {
    const { trouble, damaged, list } = listStore.state();
    partOf(this, 'trouble', HTMLElement).hidden = trouble === undefined;
    partOf(this, 'trouble-text', HTMLElement).textContent =
      trouble === undefined ? '' : TROUBLE_TEXT[trouble];
    partOf(this, 'save-list', HTMLElement).hidden = list.length === 0;
    partOf(this, 'damaged', HTMLElement).hidden = damaged === undefined;
  }
}

if (!customElements.get('list-notices')) customElements.define('list-notices', ListNotices);
