import { EMPTY_STATE, MAX_QUERY_LENGTH } from '../search/url-state.ts';
import { closeBeside } from './quick/close-beside.ts';
import { createQuickFinder } from './quick/finder.ts';
import { makeChoice, makeParts } from './quick/markup.ts';
import { listenToRowKeys } from './quick/row-keys.ts';
import { QuickView } from './quick/view.ts';
import { partOf } from './search/parts.ts';
import { Session } from './search/session.ts';
import './shortcut-choice.ts';

/** Shows, below the box of its dialog, what is found for the words in it while they are typed. */
export class QuickPanel extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const { dialog, box, base } = this.#surroundings();
    this.#complete();
    Object.assign(box, { maxLength: MAX_QUERY_LENGTH, autocapitalize: 'off', spellcheck: false });
    box.enterKeyHint = 'search';

    const wordsOf = (): string => box.value.trim();
    const view = new QuickView(this, base);
    const finder = createQuickFinder(base, (names) => {
      view.learnNames(names);
      ask();
    });
    const session = new Session(finder, view);
    const ask = (): void => {
      view.showWords(wordsOf());
      void session.ask({ ...EMPTY_STATE, q: wordsOf() });
    };

    box.addEventListener('input', ask, { signal });
    // the dialog opens, or the reader tries again
    box.addEventListener('focus', ask, { signal });
    partOf(this, 'retry', HTMLElement).addEventListener('click', () => box.focus(), { signal });
    const close = (): void => dialog.close();
    listenToRowKeys(dialog, { box, rows: () => view.rows(), close }, signal);
    closeBeside(dialog, signal);
    ask();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  /** Adds what the page does not hold, once. */
  #complete(): void {
    if (this.querySelector('[data-part="all"]') !== null) return;
    this.append(...makeParts());
    this.after(makeChoice());
  }

  /** The dialog and the form around it, which leads to the search page and so knows the base. */
  #surroundings() {
    const dialog = this.closest('dialog');
    const box = dialog?.querySelector<HTMLInputElement>('[name="q"]');
    const action = box?.form?.getAttribute('action');
    if (!dialog || !box || !action) throw new Error('<quick-panel> needs a dialog with a form');
    return { dialog, box, base: action.replace(/search\/$/, '') };
  }
}

if (!customElements.get('quick-panel')) customElements.define('quick-panel', QuickPanel);
