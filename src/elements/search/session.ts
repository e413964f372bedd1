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
  /** returns the ids of the hits whose passages are still to come */
  showResults(state: SearchState, results: Results): readonly string[];
  showPassages(q: string, passages: readonly Passage[]): void;
};

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
    const results = await this.#find(state);
    if (turn !== this.#latest) return false;
    if (results.type === 'failed') {
      this.#screen.showFailure(results.reason);
      return false;
    }
    const lacking = this.#screen.showResults(state, results);
    if (lacking.length > 0) void this.#fill(state.q, lacking, turn);
    return true;
  }

  async #find(state: SearchState): Promise<Results | Failed> {
    if (this.#loading === undefined) this.#screen.showLoading();
    this.#loading ??= this.#finder.load();
    const loaded = await this.#loading;
    const results = loaded.type === 'ready' ? await this.#finder.query(state) : loaded;
    // the next question loads anew
    if (results.type === 'failed') this.#loading = undefined;
    return results;
  }

  /** Results stand without their passages, so a failure here goes unsaid. */
  async #fill(q: string, ids: readonly string[], turn: number): Promise<void> {
    const reply = await this.#finder.passages(q, ids);
    if (turn === this.#latest && reply.type === 'passages')
      this.#screen.showPassages(q, reply.passages);
  }
}
