import type { Filter, Passage } from '../../search/protocol.ts';
import { PAGE_SIZE } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';
import { MOST_PAGES } from './address.ts';
import { nameOnPage } from './facets.ts';
import { showFirstHits, showHits, showPassages, type HitFrame } from './hits.ts';
import { copyTemplate, partOf, setText } from './parts.ts';
import type { Glimpse, Results } from './session.ts';
import { boundText, moreText, resultsHeading } from './words.ts';

/** Where things are that the list links to. */
export type Addresses = {
  readonly paperUrl: (id: string) => string;
  readonly conceptUrl: (id: string) => string;
  readonly mapUrl: (state: SearchState) => string | undefined;
};

/** The heading, the list and what stands below it, when papers were found. */
export class FoundPanel {
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly #root: HTMLElement;
  readonly #addresses: Addresses;
  readonly #frame: HitFrame;
  readonly #topicNames = new Map<string, string>();

  constructor(root: HTMLElement, addresses: Addresses) {
    this.#root = root;
    this.#addresses = addresses;
    this.list = this.#part('list');
    this.more = partOf(root, 'more', HTMLButtonElement);
    this.#frame = {
      makeItem: () => copyTemplate(root, 'hit'),
      paperUrl: addresses.paperUrl,
      topicName: (topic) => this.#topicName(topic),
    };
  }

  show(state: SearchState, results: Results): void {
    showHits(this.list, results.hits, state.q, this.#frame);
    this.#showAround(state, results, results.hits.length);
  }

  showFirst(state: SearchState, glimpse: Glimpse): void {
    const isFresh = this.#part('panel-found').hidden === true;
    showFirstHits(this.list, glimpse, state.q, { ...this.#frame, isFresh });
    this.#showAround(state, glimpse, Math.min(glimpse.total, PAGE_SIZE));
  }

  showPassages(q: string, passages: readonly Passage[], isLate: boolean): void {
    showPassages(this.list, passages, { q, isLate, paperUrl: this.#addresses.paperUrl });
  }

  #showAround(state: SearchState, { total, titlesOnly }: Glimpse | Results, shown: number): void {
    setText(this.#part('heading'), resultsHeading(total, state.q, titlesOnly));
    this.#linkToMap(this.#addresses.mapUrl(state));
    this.#showMore(shown, total, state.page < MOST_PAGES);
  }

  #showMore(shown: number, total: number, mayGoOn: boolean): void {
    const isWhole = shown >= total;
    this.more.hidden = isWhole || !mayGoOn;
    setText(this.more, moreText(shown, total));
    const bound = this.#part('bound');
    bound.hidden = isWhole || mayGoOn;
    setText(bound, boundText(shown, total));
  }

  #linkToMap(url: string | undefined): void {
    this.#part('on-map').hidden = url === undefined;
    if (url !== undefined) partOf(this.#root, 'map-link', HTMLAnchorElement).href = url;
  }

  /** Looked up once: twenty hits name some topics at every key. */
  #topicName(topic: string): string {
    const filter: Filter = { facet: 'topic', value: topic };
    const name = this.#topicNames.get(topic) ?? nameOnPage(this.#root, filter) ?? topic;
    this.#topicNames.set(topic, name);
    return name;
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
