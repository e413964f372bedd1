import type { ConceptId, PaperId } from '../domain/fields.ts';
import { conceptPath, paperPath, withBase } from '../domain/urls.ts';
import { createSearchClient, type SearchClient } from './search-client.ts';
import { Address, mapUrl } from './search/address.ts';
import { Controller } from './search/controller.ts';
import { hitsInSight } from './search/sight.ts';
import { Session } from './search/session.ts';
import { View } from './search/view.ts';
import { wakeSavedSearches } from './saved-searches/wake.ts';

/**
 * Wakes up the search page that the server made. Its state is in the address; nothing is loaded before the
 * reader turns to the box or arrives with something to search.
 */
export class PaperSearch extends HTMLElement {
  #client: SearchClient | undefined;
  #controller: Controller | undefined;
  #living: AbortController | undefined;

  connectedCallback(): void {
    const { base = '/', index = '', early } = this.dataset;
    const view = new View(this, {
      paperUrl: (id) => withBase(base, paperPath(id as PaperId)),
      conceptUrl: (id) => withBase(base, conceptPath(id as ConceptId)),
      mapUrl: (state) => mapUrl(withBase(base, '/map/'), state),
    });
    const client = (this.#client = createSearchClient({ index }, { isEarly: early === 'true' }));
    this.#controller = new Controller({
      root: this,
      view,
      session: new Session(client, view, {
        find: (state) => client.glimpse(state, hitsInSight(screen.height)),
        show: (state, glimpse) => view.showGlimpse(state, glimpse),
      }),
      address: new Address(history, location),
    });
    this.#controller.start();
    this.#living = new AbortController();
    wakeSavedSearches({ root: this, client, base, index }, this.#living.signal);
  }

  disconnectedCallback(): void {
    this.#controller?.stop();
    this.#living?.abort();
    this.#client?.dispose();
  }
}

if (!customElements.get('paper-search')) customElements.define('paper-search', PaperSearch);
