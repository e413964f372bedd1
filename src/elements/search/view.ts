import type { Filter, Passage, TypedFilter } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';
import { MOST_PAGES } from './address.ts';
import { Announcer } from './announcer.ts';
import { nameOnPage, showFacets, showTicks } from './facets.ts';
import { filtersOf, isIdle } from './filters.ts';
import { hitLinks, idsWithPassage, showHits, showPassages } from './hits.ts';
import { copyTemplate, partOf } from './parts.ts';
import type { Results, Screen } from './session.ts';
import { showReading } from './reading.ts';
import { tellShown } from './shown-event.ts';
import { blameSteps, dropSteps, showSteps, spellingSteps } from './steps.ts';
import { typedIn, withTyped } from './typed.ts';
import { boundText, moreText, resultsHeading, resultsStatus } from './words.ts';

/** What stands in the place of the results, one at a time. */
const PANELS = ['start', 'failed', 'none', 'found'] as const;
type Panel = (typeof PANELS)[number];

const TITLES_ONLY = 'Titles only so far: the abstracts are still loading.';

/** Where things are that the list links to. */
export type Addresses = {
  readonly paperUrl: (id: string) => string;
  readonly conceptUrl: (id: string) => string;
  readonly mapUrl: (state: SearchState) => string | undefined;
};

/** The search page as the server made it, and what the script changes in it. */
export class View implements Screen {
  readonly form: HTMLFormElement;
  readonly box: HTMLInputElement;
  readonly sort: HTMLSelectElement;
  readonly more: HTMLButtonElement;
  readonly retry: HTMLButtonElement;
  readonly complete: HTMLButtonElement;
  readonly list: HTMLElement;
  readonly filters: HTMLDetailsElement;
  readonly #root: HTMLElement;
  readonly #addresses: Addresses;
  readonly #announcer: Announcer;
  /** the filters that stood among the words of the latest results */
  #typed: readonly TypedFilter[] = [];
  readonly #topicNames = new Map<string, string>();
  #isStale = false;

  constructor(root: HTMLElement, addresses: Addresses) {
    this.#root = root;
    this.#addresses = addresses;
    this.form = partOf(root, 'form', HTMLFormElement);
    this.box = partOf(root, 'box', HTMLInputElement);
    this.sort = partOf(root, 'sort', HTMLSelectElement);
    this.more = partOf(root, 'more', HTMLButtonElement);
    this.retry = partOf(root, 'retry', HTMLButtonElement);
    this.complete = partOf(root, 'complete', HTMLButtonElement);
    this.list = this.#part('list');
    this.filters = partOf(root, 'filters', HTMLDetailsElement);
    this.#announcer = new Announcer(this.#part('status'));
  }

  /** The stops of the arrow keys below the box. */
  stops(): readonly HTMLElement[] {
    return [...hitLinks(this.list), this.more].filter((stop) => stop.checkVisibility());
  }

  /** Whether the latest failure is mended by a new page alone. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** The filters among these words, as far as they have been read. */
  typedIn(q: string): readonly TypedFilter[] {
    return typedIn(q, this.#typed);
  }

  /** Shows what is asked for, before it is found. */
  showState(state: SearchState): void {
    if (this.box.value.trim() !== state.q) this.box.value = state.q;
    if (!isIdle(state)) this.#part('panel-start').hidden = true;
    this.#showFilters(state);
  }

  showLoading(): void {
    this.#part('loading').textContent = 'Loading the papers…';
  }

  /** The abstracts are on their way once more. */
  showCompleting(): void {
    this.#part('incomplete').hidden = true;
    this.#part('loading').textContent = TITLES_ONLY;
  }

  showIncomplete(reason: string): void {
    this.#part('lack').textContent = reason;
    this.#part('incomplete').hidden = false;
    this.#part('loading').textContent = '';
    this.#announcer.say('Only titles are searched: the abstracts did not come.');
  }

  showFailure(reason: string, isStale: boolean): void {
    this.#part('reason').textContent = reason;
    this.#part('incomplete').hidden = true;
    this.#isStale = isStale;
    this.retry.textContent = isStale ? 'Reload the page' : 'Retry';
    this.#part('loading').textContent = '';
    this.#holdFocus(() => {
      this.list.replaceChildren();
      this.#showPanel('failed');
    });
    this.#announcer.say('Search could not be loaded.');
  }

  /** Leaves the box alone: the reader may have typed on. */
  showResults(state: SearchState, results: Results): void {
    this.#typed = results.typed;
    this.#showHowFar(results);
    const ticked = withTyped(state, results.typed);
    showFacets(this.#root, results.facets, ticked, this.#copy('new-option'));
    showReading(this.#root, state, results, this.#addresses.conceptUrl);
    this.#holdFocus(() => {
      this.#showFilters(state);
      if (isIdle(state)) this.#showStart();
      else if (results.total === 0) this.#showNone(state, results);
      else this.#showFound(state, results);
    });
    tellShown(this.#root, state);
  }

  lackingPassages(state: SearchState, { hits }: Results): readonly string[] {
    if (isIdle(state)) return [];
    const shown = idsWithPassage(this.list, state.q);
    return hits.map(({ id }) => id).filter((id) => !shown.has(id));
  }

  showPassages(q: string, passages: readonly Passage[], isLate: boolean): void {
    showPassages(this.list, passages, { q, isLate, ...this.#addresses });
  }

  /** After a failure the page says so until the abstracts are there. */
  #showHowFar({ titlesOnly = false }: Results): void {
    const incomplete = this.#part('incomplete');
    if (!titlesOnly) incomplete.hidden = true;
    this.#part('loading').textContent = titlesOnly && incomplete.hidden ? TITLES_ONLY : '';
  }

  #showFilters(state: SearchState): void {
    this.sort.value = state.sort;
    const typed = this.typedIn(state.q);
    showTicks(this.#root, withTyped(state, typed));
    const count = filtersOf(state).length + typed.length;
    this.#part('filter-count').textContent = count === 0 ? '' : `(${count})`;
    showSteps(this.#part('chips'), dropSteps(state, typed, this.#nameOf), ({ drops }) =>
      copyTemplate(this.#root, drops ? 'chip' : 'step-button'),
    );
  }

  #showStart(): void {
    this.list.replaceChildren();
    this.#showPanel('start');
    this.#announcer.say('');
  }

  #showNone(state: SearchState, { spellings, blame, titlesOnly = false }: Results): void {
    this.list.replaceChildren();
    this.#part('none-heading').textContent = resultsHeading(0, state.q, titlesOnly);
    const copy = this.#copy('step-link');
    showSteps(this.#part('spellings'), spellingSteps(state, spellings), copy);
    showSteps(this.#part('blame'), blameSteps(blame, this.#nameOf), copy);
    this.#showPanel('none');
    this.#announcer.say(resultsStatus(0, false, titlesOnly));
  }

  #showFound(state: SearchState, { total, hits, loosened, titlesOnly }: Results): void {
    this.#part('heading').textContent = resultsHeading(total, state.q, titlesOnly);
    showHits(this.list, hits, state.q, {
      makeItem: this.#copy('hit'),
      paperUrl: this.#addresses.paperUrl,
      topicName: this.#topicName,
    });
    this.#linkToMap(this.#addresses.mapUrl(state));
    this.#showMore(hits.length, total, state.page < MOST_PAGES);
    this.#showPanel('found');
    this.#announcer.say(resultsStatus(total, loosened, titlesOnly));
  }

  #showMore(shown: number, total: number, mayGoOn: boolean): void {
    const isWhole = shown >= total;
    this.more.hidden = isWhole || !mayGoOn;
    this.more.textContent = moreText(shown, total);
    const bound = this.#part('bound');
    bound.hidden = isWhole || mayGoOn;
    bound.textContent = boundText(shown, total);
  }

  #linkToMap(url: string | undefined): void {
    this.#part('on-map').hidden = url === undefined;
    if (url !== undefined) partOf(this.#root, 'map-link', HTMLAnchorElement).href = url;
  }

  /** When what had the focus goes away, the focus goes to the heading of what took its place. */
  #holdFocus(change: () => void): void {
    const hadFocus = this.#root.contains(document.activeElement);
    change();
    const focused = document.activeElement;
    // most often; to look whether something shows costs a layout
    if (focused === this.box) return;
    if (!hadFocus || (this.#root.contains(focused) && focused?.checkVisibility())) return;
    const headings = ['heading', 'none-heading'].map((name) => this.#part(name));
    const place = headings.find((heading) => heading.checkVisibility()) ?? this.box;
    place.focus({ preventScroll: true });
  }

  #showPanel(shown: Panel): void {
    for (const panel of PANELS) this.#part(`panel-${panel}`).hidden = panel !== shown;
  }

  /** Looked up once: twenty hits name some topics at every key. */
  readonly #topicName = (topic: string): string => {
    const name =
      this.#topicNames.get(topic) ?? this.#nameOf({ facet: 'topic', value: topic }) ?? topic;
    this.#topicNames.set(topic, name);
    return name;
  };

  readonly #nameOf = (filter: Filter): string | undefined => nameOnPage(this.#root, filter);

  #copy(template: string): () => HTMLElement {
    return () => copyTemplate(this.#root, template);
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
