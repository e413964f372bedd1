import { readCompareQuery, writeCompareQuery } from '../domain/compare-link.ts';
import { loadPaperPage } from './compare/paper-page.ts';
import { showChoices, showComparison, type Compared } from './compare/view.ts';
import { listStore } from './list/browser-store.ts';
import { loadKnowledge } from './list/knowledge.ts';
import type { Knowledge } from './list/paper-lines.ts';
import { partOf } from './search/parts.ts';

/** Shows the papers that the address names side by side, from what their pages hold. */
export class ComparePapers extends HTMLElement {
  #listening: AbortController | undefined;
  #papers: readonly Compared[] = [];
  #knowledge: Knowledge | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('click', (event) => this.#act(event.target as Element), { signal });
    window.addEventListener('popstate', () => void this.#open(), { signal });
    listStore.subscribe(() => this.#showChoices(), signal);
    void this.#open();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  /** The ids of today that the address names. */
  get #ids(): readonly string[] {
    const ids = readCompareQuery(new URLSearchParams(location.search).getAll('p'));
    return [...new Set(ids.map((id) => this.#knowledge?.renames.get(id) ?? id))];
  }

  #act(target: Element): void {
    const part = target.closest<HTMLElement>('button')?.dataset['part'];
    if (part === 'remove') {
      const left = target.closest<HTMLElement>('button')?.dataset['id'];
      this.#ask(this.#papers.flatMap(({ id }) => (id === left ? [] : [id])));
    }
    if (part === 'retry') void this.#open();
    if (part === 'add') {
      const chosen = partOf(this, 'choice', HTMLSelectElement).value;
      if (chosen !== '') this.#ask([...this.#papers.map(({ id }) => id), chosen]);
    }
  }

  #ask(ids: readonly string[]): void {
    history.pushState(null, '', ids.length === 0 ? location.pathname : writeCompareQuery(ids));
    void this.#open().then(() => this.#holdFocus());
  }

  /** When the button that was pressed is gone, the focus goes to the heading. */
  #holdFocus(): void {
    const focused = document.activeElement;
    if (this.contains(focused) && focused?.checkVisibility()) return;
    partOf(this, 'heading', HTMLElement).focus({ preventScroll: true });
  }

  async #open(): Promise<void> {
    const isEmpty = this.#ids.length === 0;
    this.#show('failed', false);
    // that there is nothing to compare needs nothing loaded
    this.#show('empty', isEmpty);
    this.#tell(isEmpty ? '' : 'Loading…');
    try {
      const knowledge = (this.#knowledge = await loadKnowledge(this.#base));
      // some are called otherwise today
      const ids = this.#ids;
      const known = ids.filter((id) => knowledge.paperOf(id) !== undefined);
      const papers = await Promise.all(
        known.map(async (id) => ({
          id,
          page: await loadPaperPage(id, this.#base).catch(() => undefined),
        })),
      );
      // the reader went on to others meanwhile, whose pages came first
      if (ids.join() !== this.#ids.join()) return;
      this.#papers = papers;
      this.#tellAbsent(ids.filter((id) => !known.includes(id)));
      showComparison(this, this.#papers, { base: this.#base, knowledge });
      this.#show('empty', this.#papers.length === 0);
      this.#showChoices();
      this.#tell('');
    } catch {
      this.#tell('');
      this.#show('failed', true);
    }
  }

  #tellAbsent(ids: readonly string[]): void {
    const place = partOf(this, 'absent', HTMLElement);
    place.hidden = ids.length === 0;
    place.replaceChildren(
      ...ids.map((id) => {
        const reason = this.#knowledge?.withdrawn.get(id);
        const entry = document.createElement('li');
        entry.textContent =
          reason === undefined
            ? `${id} is not in this collection.`
            : `${id} was withdrawn: ${reason}`;
        return entry;
      }),
    );
  }

  #showChoices(): void {
    const knowledge = this.#knowledge;
    if (knowledge === undefined) return;
    const titleOf = (id: string): string => knowledge.paperOf(id)?.title ?? '';
    const listed = listStore.state().list.filter(({ id }) => titleOf(id) !== '');
    const related = this.#papers.flatMap(({ page }) => page?.related ?? []);
    const shown = this.#papers.map(({ id }) => ({ id, title: titleOf(id) }));
    showChoices(this, { shown, listed, related });
  }

  #show(part: string, isShown: boolean): void {
    partOf(this, part, HTMLElement).hidden = !isShown;
  }

  #tell(text: string): void {
    partOf(this, 'status', HTMLElement).textContent = text;
  }
}

if (!customElements.get('compare-papers')) customElements.define('compare-papers', ComparePapers);
