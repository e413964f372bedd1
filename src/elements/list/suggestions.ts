import type { PaperId } from '../../domain/fields.ts';
import { readPaperTerms, type PaperTerms } from '../../domain/paper-terms.ts';
import { suggestPapers, type Suggestion } from '../../domain/suggest.ts';
import { paperPath, withBase } from '../../domain/urls.ts';
import { getJson } from '../get-json.ts';
import { showList } from '../search/keyed-list.ts';
import { copyTemplate, partOf } from '../search/parts.ts';
import { listStore } from './browser-store.ts';
import { linesOf, loadKnowledge, type Knowledge } from './knowledge.ts';

const MOST = 10;

/** Suggests papers like those on the list, computed here, once the reader asks for them. */
export class ListSuggestions extends HTMLElement {
  #listening: AbortController | undefined;
  #terms: PaperTerms | undefined;
  #knowledge: Knowledge | undefined;
  /** a paper that was added from here stays, so that nothing moves under the pointer */
  #stay: ReadonlySet<string> = new Set();

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    partOf(this, 'suggest', HTMLElement).addEventListener('click', () => void this.#load(), {
      signal,
    });
    listStore.subscribe(() => this.#show(), signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  async #load(): Promise<void> {
    this.#tell('Looking…');
    this.#stay = new Set();
    try {
      this.#knowledge = await loadKnowledge(this.#base);
      this.#terms ??= readPaperTerms(await getJson(this.#knowledge.terms));
      this.#tell('');
    } catch {
      this.#tell('What this needs could not be loaded. Try again.');
    }
    this.#show();
  }

  #show(): void {
    const ids = new Set(listStore.state().list.map(({ id }) => id));
    this.hidden = ids.size === 0;
    if (this.#terms === undefined) return;
    const kept = new Set([...ids].filter((id) => !this.#stay.has(id)));
    const found = suggestPapers(this.#terms, kept, MOST);
    this.#stay = new Set(found.map(({ id }) => id));
    partOf(this, 'suggest', HTMLElement).textContent = 'Suggest anew';
    if (found.length === 0) this.#tell('No other paper shares what these are about.');
    showList(partOf(this, 'suggestions', HTMLElement), found, {
      key: ({ id }) => id,
      make: () => copyTemplate(this, 'suggestion'),
      fill: (item, suggestion) => this.#fill(item, suggestion),
    });
  }

  #fill(item: HTMLElement, { id, terms }: Suggestion): void {
    const title = this.#knowledge?.paperOf(id)?.title ?? id;
    const link = partOf(item, 'title', HTMLAnchorElement);
    link.href = withBase(this.#base, paperPath(id as PaperId));
    link.textContent = title;
    const { byline, about } = linesOf(id, this.#knowledge);
    const facts = partOf(item, 'about', HTMLElement);
    facts.textContent = [byline, about].filter((line) => line !== '').join(' · ');
    partOf(item, 'terms', HTMLElement).textContent = `Because of: ${terms.join(', ')}`;
    const keep = item.querySelector('add-to-list');
    keep?.setAttribute('data-title', title);
    keep?.setAttribute('data-paper', id);
  }

  #tell(text: string): void {
    partOf(this, 'suggest-status', HTMLElement).textContent = text;
  }
}

if (!customElements.get('list-suggestions'))
  customElements.define('list-suggestions', ListSuggestions);
