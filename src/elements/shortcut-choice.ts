/** The script that blocks the first paint reads it, and writes it to the root. */
const STORAGE_KEY = 'paperlight-shortcuts';

const root = (): DOMStringMap => document.documentElement.dataset;

const choose = (on: boolean): void => {
  root()['shortcuts'] = on ? 'on' : 'off';
  try {
    if (on) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, 'off');
  } catch {
    // storage is blocked or full: the choice holds for this page
  }
};

/** A checkbox that switches the shortcuts of the search off and on. */
export class ShortcutChoice extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('change', () => choose(this.#box.checked), { signal });
    // after the root was brought up to date, when this page comes back or another tab chose
    for (const type of ['storage', 'pageshow'])
      window.addEventListener(type, () => this.#show(), { signal });
    this.#show();
    this.#box.disabled = false;
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get #box(): HTMLInputElement {
    const box = this.querySelector('input');
    if (box === null) throw new Error('<shortcut-choice> needs a checkbox');
    return box;
  }

  #show(): void {
    this.#box.checked = root()['shortcuts'] !== 'off';
  }
}

if (!customElements.get('shortcut-choice'))
  customElements.define('shortcut-choice', ShortcutChoice);
