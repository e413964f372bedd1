import type { SearchClient } from '../search-client.ts';
import { readState, type SearchState } from '../../search/url-state.ts';
import { today } from '../list/browser-store.ts';
import { partOf, setText } from '../search/parts.ts';
import { stateToAddress } from './address.ts';
import { searchStore } from './browser-store.ts';
import { Control } from './control.ts';
import { Counter } from './counter.ts';
import { ListView } from './list-view.ts';
import { loadStyles, makeSection } from './markup.ts';
import { countFailedText } from './words.ts';

/** The longest that counting waits for a page that is never at rest. */
const REST_TIMEOUT_MS = 2000;

const rest = (): Promise<void> =>
  new Promise((resolve) => {
    // not known to Safari
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => resolve(), { timeout: REST_TIMEOUT_MS });
    else setTimeout(resolve, 200);
  });

/** Whether the reader asks pages to load little. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export type SavedParts = {
  readonly root: HTMLElement;
  readonly client: SearchClient;
  readonly base: string;
  readonly index: string;
};

/** Makes the section of saved searches, which the page has room for. */
export const openPanel = async (parts: SavedParts, signal: AbortSignal): Promise<SavedPanel> => {
  const section = partOf(parts.root, 'saved', HTMLElement);
  await loadStyles(section.dataset['styles'] ?? '');
  section.replaceChildren(...makeSection());
  section.setAttribute('aria-labelledby', 'saved-heading');
  return new SavedPanel(parts, signal);
};

/** Everything about saved searches on the search page, loaded when a reader has one or saves one. */
export class SavedPanel {
  readonly #root: HTMLElement;
  readonly #counter: Counter;
  readonly #control: Control;
  readonly #list: ListView;

  constructor({ root, client, base, index }: SavedParts, signal: AbortSignal) {
    this.#root = root;
    this.#counter = new Counter({ finder: client, store: searchStore, index, today, rest });
    this.#control = new Control({ root, base, counter: this.#counter }, signal);
    this.#list = new ListView(root, index, signal);
    const button = partOf(root, 'saved-count', HTMLElement);
    button.addEventListener('click', () => void this.#count(), { signal });
  }

  /** Follows the search: to the results that it shows, or to the start, where the list is. */
  show(shown: SearchState | undefined): void {
    const to = stateToAddress(shown ?? readState(location.search));
    if (to === '') this.#showList();
    // what the address asks for is on its way, and tells when it is shown
    else if (shown !== undefined) this.#control.show(to);
  }

  /** Saves what is shown, or gives it up. */
  turn(shown: SearchState | undefined): void {
    this.show(shown);
    this.#control.turn();
  }

  /** Says what is new once that is counted. */
  #showList(): void {
    this.#control.show('');
    this.#list.show();
    if (this.#counter.isDone) return;
    if (savesData()) this.#part('saved-count').hidden = false;
    else void this.#count();
  }

  async #count(): Promise<void> {
    const reason = await this.#counter.count();
    const status = this.#part('saved-status');
    setText(status, reason === undefined ? '' : countFailedText(reason));
    this.#part('saved-count').hidden = reason === undefined;
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
