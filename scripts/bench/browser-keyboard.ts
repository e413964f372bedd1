import type { CDPSession, Page } from '@playwright/test';

/** People who type fast take so long for a key. */
const KEY_MS = 60;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Milliseconds from a key to the results painted after it; undefined when none came. */
export type Answered = number | undefined;

/** Types, and knows when the page answered. It does not wait for a busy page, as people do not. */
export class Keyboard {
  readonly #page: Page;
  readonly #session: CDPSession;
  #pressed = 0;
  #failure: unknown;

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** A key every 60 ms; the answer to the last one. */
  async typeAtSpeed(text: string, patienceMs: number): Promise<Answered> {
    for (const [at, letter] of [...text].entries()) {
      if (at > 0) await sleep(KEY_MS);
      this.#press(letter);
    }
    return this.#answered(patienceMs);
  }

  /** Each key when the one before was answered, and no faster than people type. */
  async typeStepwise(text: string, patienceMs: number): Promise<readonly Answered[]> {
    const answers: Answered[] = [];
    for (const letter of text) {
      this.#press(letter);
      // the page is asked when most keys are answered: to say so takes time that the answer would lack
      await sleep(KEY_MS);
      answers.push(await this.#answered(patienceMs));
    }
    return answers;
  }

  #press(letter: string): void {
    this.#pressed += 1;
    for (const key of [
      { type: 'keyDown', key: letter, text: letter },
      { type: 'keyUp', key: letter },
    ] as const)
      this.#session
        .send('Input.dispatchKeyEvent', key)
        .catch((error: unknown) => (this.#failure ??= error));
  }

  async #answered(patienceMs: number): Promise<Answered> {
    const answer = await this.#page.evaluate(
      ([key, patience]) => searchProbe.painted(key, patience),
      [this.#pressed, patienceMs] as const,
    );
    if (this.#failure !== undefined)
      throw new Error('The browser takes no keys.', { cause: this.#failure });
    return answer;
  }
}
