/** Long enough that a pause in typing is a pause, short enough that nobody waits for it. */
const PAUSE_MS = 700;

/** Tells screen readers, through a polite live region, the latest of what happened, once things settle. */
export class Announcer {
  readonly #region: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#region.textContent = text;
    }, PAUSE_MS);
  }
}
