import type { FacetCounts, Filter, Passage, TypedFilter } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';
import { Announcer } from './announcer.ts';
import { showFacets } from './facet-counts.ts';
import { nameOnPage, showTicks } from './facets.ts';
import { filtersOf, isIdle } from './filters.ts';
import { FoundPanel, type Addresses } from './found-panel.ts';
import { hitLinks, idsWithPassage } from './hits.ts';
import { Panels } from './panels.ts';
import { copyTemplate, partOf } from './parts.ts';
import { Progress } from './progress.ts';
import { showReading } from './reading.ts';
import type { Glimpse, Results, Screen } from './session.ts';
import { tellShown } from './shown-event.ts';
import { blameSteps, dropSteps, showSteps, spellingSteps } from './steps.ts';
import { typedIn, withTyped } from './typed.ts';
import { resultsHeading, resultsStatus } from './words.ts';

/** Nothing was found; what to do about it comes with the whole results. */
type None = Pick<Results, 'titlesOnly'> & Partial<Pick<Results, 'spellings' | 'blame'>>;

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
  readonly #conceptUrl: Addresses['conceptUrl'];
  readonly #announcer: Announcer;
  readonly #progress: Progress;
  readonly #panels: Panels;
  readonly #found: FoundPanel;
  /** the filters that stood among the words of the latest results */
  #typed: readonly TypedFilter[] = [];
  #isStale = false;

  constructor(root: HTMLElement, addresses: Addresses) {
    this.#root = root;
    this.#conceptUrl = addresses.conceptUrl;
    this.form = partOf(root, 'form', HTMLFormElement);
    this.box = partOf(root, 'box', HTMLInputElement);
    this.sort = partOf(root, 'sort', HTMLSelectElement);
    this.retry = partOf(root, 'retry', HTMLButtonElement);
    this.complete = partOf(root, 'complete', HTMLButtonElement);
    this.filters = partOf(root, 'filters', HTMLDetailsElement);
    this.#announcer = new Announcer(this.#part('status'));
    this.#progress = new Progress(root);
    this.#panels = new Panels(root, this.box);
    this.#found = new FoundPanel(root, addresses);
    this.list = this.#found.list;
    this.more = this.#found.more;
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
    if (!isIdle(state)) this.#panels.hideStart();
    this.#showFilters(state);
  }

  showLoading(): void {
    this.#progress.showLoading();
  }

  /** The abstracts are on their way once more. */
  showCompleting(): void {
    this.#progress.showCompleting();
  }

  showIncomplete(reason: string): void {
    this.#progress.showIncomplete(reason);
    this.#announcer.say('Only titles are searched: the abstracts did not come.');
  }

  showFailure(reason: string, isStale: boolean): void {
    this.#part('reason').textContent = reason;
    this.#isStale = isStale;
    this.retry.textContent = isStale ? 'Reload the page' : 'Try again';
    this.#progress.showNothing();
    this.#panels.change(() => {
      this.list.replaceChildren();
      this.#panels.show('failed');
    });
    this.#announcer.say('Search could not be loaded.');
  }

  /** Shows what is in sight, while somebody types: the rest follows when the typing pauses. */
  showGlimpse(state: SearchState, glimpse: Glimpse): void {
    this.#progress.showHowFar(glimpse);
    this.#showReading(state, glimpse);
    this.#panels.change(() => {
      if (glimpse.total === 0) return this.#showNone(state, glimpse);
      this.#found.showFirst(state, glimpse);
      this.#showFound(glimpse);
    });
  }

  /** Leaves the box alone: the reader may have typed on. */
  showResults(state: SearchState, results: Results): void {
    this.#typed = results.typed;
    this.#progress.showHowFar(results);
    this.#showCounts(withTyped(state, results.typed), results.facets);
    this.#showReading(state, results);
    this.#panels.change(() => {
      this.#showFilters(state);
      if (isIdle(state)) return this.#showStart();
      if (results.total === 0) return this.#showNone(state, results);
      this.#found.show(state, results);
      this.#showFound(results);
    });
    tellShown(this.#root, state);
  }

  lackingPassages(state: SearchState, { hits }: Results): readonly string[] {
    if (isIdle(state)) return [];
    const shown = idsWithPassage(this.list, state.q);
    return hits.map(({ id }) => id).filter((id) => !shown.has(id));
  }

  showPassages(q: string, passages: readonly Passage[], isLate: boolean): void {
    this.#found.showPassages(q, passages, isLate);
  }

  #showReading(state: SearchState, read: Glimpse | Results): void {
    showReading(this.#root, state, read, this.#conceptUrl);
  }

  #showCounts(ticked: SearchState, counts: FacetCounts): void {
    showFacets(this.#root, counts, ticked, this.#copy('new-option'));
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

  /** The items stay, out of sight: the next words fill them anew, which is sooner done than making others. */
  #showStart(): void {
    this.#panels.show('start');
    this.#announcer.say('');
  }

  #showNone(state: SearchState, { spellings = [], blame = [], titlesOnly = false }: None): void {
    this.#part('none-heading').textContent = resultsHeading(0, state.q, titlesOnly);
    const copy = this.#copy('step-link');
    showSteps(this.#part('spellings'), spellingSteps(state, spellings), copy);
    showSteps(this.#part('blame'), blameSteps(blame, this.#nameOf), copy);
    this.#panels.show('none');
    this.#announcer.say(resultsStatus(0, false, titlesOnly));
  }

  #showFound({ total, loosened, titlesOnly }: Glimpse | Results): void {
    this.#panels.show('found');
    this.#announcer.say(resultsStatus(total, loosened, titlesOnly));
  }

  readonly #nameOf = (filter: Filter): string | undefined => nameOnPage(this.#root, filter);

  #copy(template: string): () => HTMLElement {
    return () => copyTemplate(this.#root, template);
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
