import type { Passage, SearchReply } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';

type Reply<T extends SearchReply['type']> = Extract<SearchReply, { type: T }>;
export type Results = Reply<'results'>;
type Failed = Reply<'failed'>;
export type Glimpse = Reply<'glimpse'>;

/** What the session asks: the search client, or a stand-in. */
export type Finder = {
  load(): Promise<Reply<'ready'> | Failed>;
  complete(): Promise<Reply<'ready'> | Failed>;
  query(state: SearchState): Promise<Results | Failed>;
  passages(q: string, ids: readonly string[]): Promise<Reply<'passages'> | Failed>;
};

/** Where the session shows what it learns. */
export type Screen = {
  showLoading(): void;
  /** `isStale` when only a new page helps */
  showFailure(reason: string, isStale: boolean): void;
  /** the abstracts did not come: titles are searched still */
  showIncomplete(reason: string): void;
  /** the papers among those found whose passages for its words are not shown yet */
  lackingPassages(state: SearchState, results: Results): readonly string[];
  showResults(state: SearchState, results: Results): void;
  /** fills in what was lacking; `isLate` when the results were painted without */
  showPassages(q: string, passages: readonly Passage[], isLate: boolean): void;
};

/** How somebody is served who types: with the first hits at every key, and with all when the typing pauses. */
export type Glimpses = {
  find(state: SearchState): Promise<Glimpse | Failed>;
  show(state: SearchState, glimpse: Glimpse): void;
};

/** Who types fast presses the next key before: what is out of sight would only make it wait. */
const REST_PAUSE_MS = 120;

/** Results wait so long for their passages, for both at once is calmer; most passages take a tenth of it. */
const PASSAGES_WAIT_MS = 50;

const pause = (ms: number): Promise<'late'> =>
  new Promise((resolve) => setTimeout(() => resolve('late'), ms));

/** Asks for what the reader wants and shows the answer to the latest question only. */
export class Session {
  readonly #finder: Finder;
  readonly #screen: Screen;
  readonly #glimpses: Glimpses | undefined;
  #latest = 0;
  #loading: ReturnType<Finder['load']> | undefined;
  #completing: Promise<void> | undefined;
  #state: SearchState | undefined;
  /** what is shown comes from titles alone */
  #isPartial = false;
  #shownFor: string | undefined;

  constructor(finder: Finder, screen: Screen, glimpses?: Glimpses) {
    this.#finder = finder;
    this.#screen = screen;
    this.#glimpses = glimpses;
  }

  /**
   * Whether the results of this very question were shown: not if they failed or a later one came between.
   * They come from titles while abstracts are loading, and once more from all; a patient question waits so
   * long for all, for results that change are a nuisance to who only looks. Who is typing gets a glimpse first.
   */
  async ask(state: SearchState, { patienceMs = 0, isTyping = false } = {}): Promise<boolean> {
    const turn = ++this.#latest;
    this.#state = state;
    const failed = await this.#load(patienceMs);
    if (turn !== this.#latest) return false;
    if (failed !== undefined) return this.#fail(failed);
    if (isTyping && !(await this.#giveGlimpse(state, turn))) return false;
    const results = await this.#finder.query(state);
    if (turn !== this.#latest) return false;
    return results.type === 'failed' ? this.#fail(results) : this.#show(state, results, turn);
  }

  /** Loads what is lacking once more. */
  async complete(): Promise<void> {
    this.#completing = undefined;
    await this.#complete();
  }

  async #load(patienceMs: number): Promise<Failed | undefined> {
    if (this.#loading === undefined) this.#screen.showLoading();
    const loaded = await (this.#loading ??= this.#finder.load());
    if (loaded.type !== 'ready') return loaded;
    const completing = this.#complete();
    if (patienceMs > 0) await Promise.race([completing, pause(patienceMs)]);
    return undefined;
  }

  /** The next question loads anew. */
  #fail({ reason, isStale = false }: Failed): false {
    this.#loading = undefined;
    this.#completing = undefined;
    this.#screen.showFailure(reason, isStale);
    return false;
  }

  /** Whether all results are still wanted when the typing has paused. */
  async #giveGlimpse(state: SearchState, turn: number): Promise<boolean> {
    const glimpse = await this.#glimpses?.find(state);
    if (glimpse === undefined || turn !== this.#latest) return turn === this.#latest;
    if (glimpse.type === 'failed') return this.#fail(glimpse);
    this.#note(state, glimpse);
    this.#glimpses?.show(state, glimpse);
    await pause(REST_PAUSE_MS);
    return turn === this.#latest;
  }

  /** Remembers what is shown, and of how much. */
  #note({ q }: SearchState, { titlesOnly = false }: Glimpse | Results): void {
    this.#isPartial = titlesOnly;
    this.#shownFor = q;
  }

  /** Once abstracts may be searched, what was asked is asked again. */
  #complete(): Promise<void> {
    return (this.#completing ??= this.#finder.complete().then((reply) => {
      if (this.#loading === undefined) return;
      if (reply.type === 'failed') this.#screen.showIncomplete(reply.reason);
      else if (this.#isPartial && this.#state !== undefined) void this.ask(this.#state);
    }));
  }

  async #show(state: SearchState, results: Results, turn: number): Promise<boolean> {
    const { q } = state;
    // what stood there before, from titles alone, keeps its room
    const isUpdate = this.#isPartial && this.#shownFor === q;
    this.#note(state, results);
    const lacking = this.#isPartial ? [] : this.#screen.lackingPassages(state, results);
    const passages = this.#passages(q, lacking);
    const early = await Promise.race([passages, pause(PASSAGES_WAIT_MS)]);
    if (turn !== this.#latest) return false;
    this.#screen.showResults(state, results);
    if (early === 'late') void this.#fill(q, passages, turn);
    else if (early !== undefined) this.#screen.showPassages(q, early, isUpdate);
    return true;
  }

  /** Nothing when they fail: results stand without their passages. */
  async #passages(q: string, ids: readonly string[]): Promise<readonly Passage[] | undefined> {
    if (ids.length === 0) return undefined;
    const reply = await this.#finder.passages(q, ids);
    return reply.type === 'passages' ? reply.passages : undefined;
  }

  async #fill(
    q: string,
    passages: Promise<readonly Passage[] | undefined>,
    turn: number,
  ): Promise<void> {
    const late = await passages;
    if (turn === this.#latest && late !== undefined) this.#screen.showPassages(q, late, true);
  }
}
