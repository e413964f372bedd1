import { copyStatus, copyText } from './clipboard.ts';

/**
 * A button that copies `data-text`, or the absolute form of the link in `data-link`, and says so.
 * `data-what` names what was copied.
 */
export class CopyButton extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.querySelector('button')?.addEventListener('click', () => void this.#copy(), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #text(): string {
    const { link, text = '' } = this.dataset;
    return link === undefined ? text : new URL(link, location.href).href;
  }

  async #copy(): Promise<void> {
    const said = copyStatus(await copyText(this.#text), this.dataset['what'] ?? 'Text', this.#text);
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = said;
  }
}

if (!customElements.get('copy-button')) customElements.define('copy-button', CopyButton);
