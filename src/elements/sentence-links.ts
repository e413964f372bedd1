import { findSentence, isSentenceAnchor, type FoundSentence } from '../domain/sentence-links.ts';
import { copyStatus, copyText } from './clipboard.ts';

/** Time for the pointer to cross other sentences on its way to the button. */
const HOVER_DELAY_MS = 150;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

const ARRIVAL: Readonly<Record<FoundSentence['as'], string>> = {
  exact: '',
  moved: 'The abstract has changed since this link was made. The sentence you came for is marked.',
  reworded:
    'The sentence that this link pointed to has changed. The one that took its place is marked.',
};
const GONE = 'The abstract has changed: the sentence that this link pointed to is gone.';

/**
 * Offers a link to each sentence of an abstract by one button that moves: with the pointer to the sentence
 * under it, with the arrow keys from sentence to sentence. Finds sentences whose links have aged.
 */
export class SentenceLinks extends HTMLElement {
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current = 0;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const button = this.#button;
    if (button === null) return;
    this.addEventListener('pointerover', (event) => this.#follow(event), { signal });
    this.addEventListener('pointerleave', (event) => this.#leave(event), { signal });
    button.addEventListener('focus', () => this.#show(this.#current), { signal });
    button.addEventListener('blur', () => this.#hide(), { signal });
    button.addEventListener('keydown', (event) => this.#step(event), { signal });
    button.addEventListener('click', () => void this.#copy(), { signal });
    window.addEventListener('hashchange', () => this.#arrive(), { signal });
    window.addEventListener('resize', () => this.#hide(), { signal });
    this.#arrive();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }

  get #sentences(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.sentence')];
  }

  /** What is only heard moves no line of the abstract: sighted readers see the button do it. */
  #tell(text: string, isOnlyHeard = false): void {
    const status = this.querySelector('[role="status"]');
    if (status === null) return;
    status.classList.toggle('visually-hidden', isOnlyHeard);
    status.textContent = text;
  }

  #later(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, HOVER_DELAY_MS);
  }

  #follow({ target }: PointerEvent): void {
    if (!(target instanceof Element)) return;
    if (target === this.#button) return clearTimeout(this.#timer);
    const at = this.#sentences.findIndex((sentence) => sentence.contains(target));
    if (at >= 0) this.#later(() => this.#show(at));
  }

  #leave({ pointerType }: PointerEvent): void {
    // a finger leaves whenever it is lifted: its button stays to be tapped
    if (pointerType !== 'touch') this.#later(() => this.#hide());
  }

  #step(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const last = this.#sentences.length - 1;
    const next = Math.min(last, Math.max(0, this.#current + step));
    this.#tell(this.#labelOf(next), true);
    this.#show(next);
    this.#button?.scrollIntoView({ block: 'nearest' });
  }

  #labelOf(at: number): string {
    return `Copy link to sentence ${at + 1} of ${this.#sentences.length}`;
  }

  #show(at: number): void {
    const sentences = this.#sentences;
    const sentence = sentences[at];
    const button = this.#button;
    if (sentence === undefined || button === null) return;
    this.#current = at;
    for (const other of sentences) other.classList.toggle('is-current', other === sentence);
    button.ariaLabel = this.#labelOf(at);
    button.classList.remove('is-done');
    button.classList.add('is-shown');
    this.#place(button, sentence);
  }

  /** Above the end of the sentence, where it covers words already read. */
  #place(button: HTMLButtonElement, sentence: HTMLElement): void {
    const end = [...sentence.getClientRects()].at(-1);
    if (end === undefined) return;
    const host = this.getBoundingClientRect();
    const isRtl = getComputedStyle(sentence).direction === 'rtl';
    const x =
      (isRtl ? end.left - button.offsetWidth / 2 : end.right - button.offsetWidth / 2) - host.left;
    const most = host.width - button.offsetWidth;
    button.style.left = `${Math.min(most, Math.max(0, x))}px`;
    button.style.top = `${end.top - host.top - button.offsetHeight + 4}px`;
  }

  #hide(): void {
    const button = this.#button;
    if (button === null || button === document.activeElement) return;
    button.classList.remove('is-shown');
    for (const sentence of this.#sentences) sentence.classList.remove('is-current');
  }

  async #copy(): Promise<void> {
    const at = this.#current;
    const anchor = this.#sentences[at]?.id ?? '';
    const link = new URL(`${location.pathname}#${anchor}`, location.origin).href;
    const isCopied = await copyText(link);
    this.#tell(copyStatus(isCopied, 'Link', link), isCopied);
    this.#show(at);
    this.#button?.classList.toggle('is-done', isCopied);
  }

  /** Brings the reader of an aged link to its sentence; a link that still holds needs no script. */
  #arrive(): void {
    const wanted = location.hash.slice(1);
    if (!isSentenceAnchor(wanted)) return;
    const found = findSentence(
      wanted,
      this.#sentences.map(({ id }) => id),
    );
    if (found?.as === 'exact') return;
    // replaced, not set: Back leads to where the reader came from, and `:target` marks the sentence
    if (found !== undefined) location.replace(`#${found.anchor}`);
    this.#tell(found === undefined ? GONE : ARRIVAL[found.as]);
  }
}

if (!customElements.get('sentence-links')) customElements.define('sentence-links', SentenceLinks);
