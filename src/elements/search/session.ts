import type { Passage, SearchReply } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';

type Reply<T extends SearchReply['type']> = Extract<SearchReply, { type: T }>;
export type Results = Reply<'results'>;
type Failed = Reply<'failed'>;

/** What the session asks: the search client, or a stand-in. */
export type Finder = {
  load(): Promise<Reply<'ready'> | Failed>;
  query(state: SearchState): Promise<Results | Failed>;
  passages(q: string, ids: readonly string[]): Promise<Reply<'passages'> | Failed>;
};

/** Where the session shows what it learns. */
export type Screen = {
  showLoading(): void;
  showFailure(reason: string): void;
  /** the papers among those found whose passages for its words are not shown yet */
  lackingPassages(state: SearchState, results: Results): readonly string[];
  showResults(state: SearchState, results: Results): void;
  /** fills in what was lacking; `isLate` when the results were painted without */
  showPassages(q: string, passages: readonly Passage[], isLate: boolean): void;
};

/** Results wait so long for their passages, for both at once is calmer; most passages take a tenth of it. */
const PASSAGES_WAIT_MS = 50;

const pause = (ms: number): Promise<'late'> =>
  new Promise((resolve) => setTimeout(() => resolve('late'), ms));

/** Asks for what the reader wants and shows the answer to the latest question only. */
export class Session {
  readonly #finder: Finder;
  readonly #screen: Screen;
  #latest = 0;
  #loading: ReturnType<Finder['load']> | undefined;

  constructor(finder: Finder, screen: Screen) {
    this.#finder = finder;
    this.#screen = screen;
  }

  /** Whether the results of this very question were shown: not if they failed or a later one came between. */
  async ask(state: SearchState): Promise<boolean> {
    const turn = ++this.#latest;
    const results = await this.#find(state, turn);
    if (results === undefined || turn !== this.#latest) return false;
    if (results.type === 'results') return this.#show(state, results, turn);
    // the next question loads anew
    this.#loading = undefined;
    this.#screen.showFailure(results.reason);
    return false;
  }

  async #find(state: SearchState, turn: number): Promise<Results | Failed | undefined> {
    if (this.#loading === undefined) this.#screen.showLoading();
    const loaded = await (this.#loading ??= this.#finder.load());
    if (turn !== this.#latest) return undefined;
    return loaded.type === 'ready' ? this.#finder.query(state) : loaded;
  }

  async #show(state: SearchState, results: Results, turn: number): Promise<boolean> {
    const { q } = state;
    const passages = this.#passages(q, this.#screen.lackingPassages(state, results));
    const early = await Promise.race([passages, pause(PASSAGES_WAIT_MS)]);
    if (turn !== this.#latest) return false;
    this.#screen.showResults(state, results);
    if (early === 'late') void this.#fill(q, passages, turn);
    else if (early !== undefined) this.#screen.showPassages(q, early, false);
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
