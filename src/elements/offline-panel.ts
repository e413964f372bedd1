import {
  OFFLINE_OFF_KEY,
  type KeptPage,
  type OfflineFailure,
  type OfflineStatus,
} from '../domain/offline-protocol.ts';
import { withBase } from '../domain/urls.ts';
import { askWorker, isWorkerThere } from './offline/connection.ts';
import { keepAll } from './offline/keep-all.ts';
import {
  amountText,
  CRAMPED,
  failureText,
  keepLabel,
  moreText,
  quarterText,
  statusText,
  type Amount,
} from './offline/words.ts';
import { partOf, setText } from './search/parts.ts';

/** After which it is said that there is no worker. */
const PATIENCE_MS = 15_000;

/** The states of the page, each a part of it. */
type State = 'waiting' | 'unable' | 'off' | 'on';
const STATES: readonly State[] = ['waiting', 'unable', 'off', 'on'];

const isOff = (): boolean => {
  try {
    return localStorage.getItem(OFFLINE_OFF_KEY) !== null;
  } catch {
    return false;
  }
};

/** Shows what the browser keeps of the site, keeps all of it on demand, and removes it. */
export class OfflinePanel extends HTMLElement {
  #listening: AbortController | undefined;
  #status: OfflineStatus | undefined;
  /** there while the download is at work */
  #stopping: AbortController | undefined;
  #failure: OfflineFailure | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (name: string, act: () => unknown) =>
      this.#part(name).addEventListener('click', () => void act(), { signal });
    on('keep', () => this.#keep());
    on('stop', () => this.#stopping?.abort());
    on('remove', () => this.#remove());
    on('switch-off', () => this.#switchOff());
    on('switch-on', () => this.#switchOn());
    on('again', () => location.reload());
    this.#part('missing').hidden = location.pathname === withBase(this.#base, '/offline/');
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#stopping?.abort();
    this.#listening?.abort();
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  #part(name: string): HTMLElement {
    return partOf(this, name, HTMLElement);
  }

  #enter(state: State): void {
    for (const one of STATES) this.#part(one).hidden = one !== state;
  }

  async #start(): Promise<void> {
    if (isOff()) return this.#enter('off');
    if (!('serviceWorker' in navigator) || !(await isWorkerThere(PATIENCE_MS)))
      return this.#enter('unable');
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    const answer = await askWorker({ type: 'status' });
    if (answer.type !== 'status') return this.#enter('unable');
    this.#status = answer.status;
    this.#enter('on');
    this.#show(answer.status);
  }

  #show(status: OfflineStatus): void {
    const { keeping, whole, kept, pages, isCramped } = status;
    const keep = this.#part('keep');
    const isBusy = this.#stopping !== undefined;
    setText(keep, keeping === 'begun' ? 'Go on' : keepLabel(whole.bytes));
    keep.hidden = isBusy || keeping === 'whole';
    this.#part('stop').hidden = !isBusy;
    this.#part('remove').hidden = isBusy || kept.files === 0;
    this.#part('work').hidden = !isBusy;
    this.#part('cramped').hidden = !isCramped;
    setText(this.#part('cramped'), CRAMPED);
    const failed = this.#failure && failureText(this.#failure, whole.bytes);
    if (!isBusy) this.#say([failed, statusText(status)].join(' ').trim());
    this.#list(pages, kept.pages - pages.length);
  }

  /** What was said stays when there is nothing to say. */
  #say(text: string | undefined): void {
    if (text !== undefined) setText(this.#part('said'), text);
  }

  #list(pages: readonly KeptPage[], more: number): void {
    this.#part('pages').hidden = pages.length === 0;
    const items = pages.map(({ address, title }) => {
      const link = document.createElement('a');
      link.href = withBase(this.#base, address);
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    this.#part('list').replaceChildren(...items);
    setText(this.#part('more'), more > 0 ? moreText(more) : '');
  }

  async #keep(): Promise<void> {
    const whole = this.#status?.whole;
    if (whole === undefined || this.#stopping !== undefined) return;
    this.#stopping = new AbortController();
    this.#failure = undefined;
    await this.#refresh();
    this.#say('The download has begun.');
    this.#part('stop').focus();
    let before = 0;
    this.#failure = await keepAll(this.#stopping.signal, (here) => {
      this.#showProgress(here, whole);
      this.#say(quarterText(before, here.files, whole.files));
      before = here.files;
    });
    this.#stopping = undefined;
    await this.#refresh();
    this.#focusFirst(['keep', 'remove']);
  }

  #showProgress(here: Amount, whole: Amount): void {
    const progress = partOf(this, 'progress', HTMLProgressElement);
    progress.max = whole.bytes;
    progress.value = here.bytes;
    setText(this.#part('amount'), amountText(here, whole));
  }

  /** The button that was pressed is gone: the focus goes to the one in its place. */
  #focusFirst(names: readonly string[]): void {
    const next = names.map((name) => this.#part(name)).find((part) => part.checkVisibility());
    if (
      !this.contains(document.activeElement) ||
      document.activeElement?.checkVisibility() === false
    )
      next?.focus();
  }

  async #remove(): Promise<void> {
    this.#failure = undefined;
    await askWorker({ type: 'remove' });
    await this.#refresh();
    this.#focusFirst(['keep']);
  }

  async #switchOff(): Promise<void> {
    try {
      localStorage.setItem(OFFLINE_OFF_KEY, '');
    } catch {
      // it holds until the next page then
    }
    await askWorker({ type: 'leave' });
    this.#enter('off');
    this.#focusFirst(['switch-on']);
  }

  #switchOn(): void {
    localStorage.removeItem(OFFLINE_OFF_KEY);
    location.reload();
  }
}

if (!customElements.get('offline-panel')) customElements.define('offline-panel', OfflinePanel);
