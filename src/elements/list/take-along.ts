import { partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import type * as Transfer from './transfer.ts';

type Act = (transfer: typeof Transfer) => Promise<string>;

/** Takes the list to other programs, to other people and back. What does so comes when it is asked for. */
export class ListTakeAlong extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (part: string, event: string, status: string, act: Act): void =>
      partOf(this, part, HTMLElement).addEventListener(event, () => void this.#do(act, status), {
        signal,
      });
    const say = (text: string): void => this.#tell('export-status', text);
    on('save', 'click', 'export-status', ({ saveList }) => saveList(this, say));
    on('copy', 'click', 'export-status', ({ copyList }) => copyList(this, say));
    on('share', 'click', 'share-status', ({ shareList }) => shareList());
    on('file', 'change', 'import-status', ({ importFile }) => importFile(this));
    listStore.subscribe(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #show(): void {
    partOf(this, 'outgoing', HTMLElement).hidden = listStore.state().list.length === 0;
  }

  async #do(act: Act, status: string): Promise<void> {
    try {
      this.#tell(status, await act(await import('./transfer.ts')));
    } catch {
      this.#tell(status, 'That did not work: what it needs could not be loaded. Try again.');
    }
  }

  #tell(part: string, text: string): void {
    partOf(this, part, HTMLElement).textContent = text;
  }
}

if (!customElements.get('list-take-along')) customElements.define('list-take-along', ListTakeAlong);
