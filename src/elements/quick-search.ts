import { makeDialog } from './quick/dialog.ts';
import { isSearchKey } from './shortcuts.ts';

/**
 * Opens the search wherever the reader is, by its shortcuts or by the link in the site's navigation. This much
 * is on every page; the style and the script of the dialog wait in a template, and what waits there is not
 * loaded. The search page has no dialog: there the shortcuts lead to its own box.
 */

/** What takes keys for itself. */
const EDITABLE = 'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]';

const SEARCH_LINK = 'nav a[href$="/search/"]';

const template = document.querySelector<HTMLTemplateElement>('#quick');
let dialog: HTMLDialogElement | null = null;
let script: HTMLScriptElement | null = null;
let failures = 0;

const showFailure = (): void => {
  failures += 1;
  const failed = dialog?.querySelector<HTMLElement>('[data-part=failed]');
  if (failed) failed.hidden = false;
};

/** Keys, clicks and focus happen on elements. */
const isIn = (event: Event, selector: string): boolean =>
  (event.target as Element).closest(selector) !== null;

/** Makes the dialog, and loads what its template holds. */
const load = (): void => {
  const search = document.querySelector(SEARCH_LINK)?.getAttribute('href');
  if (!template || !search || dialog !== null) return;
  dialog = makeDialog(template, search);
  script = dialog.querySelector('script');
  script?.addEventListener('error', showFailure);
  template.after(dialog);
};

/** Loads a script that failed from another address, for browsers remember of a module's that it failed. */
const loadAgain = (): void => {
  if (script === null || failures === 0) return;
  const address = `${script.src}?again=${failures}`;
  import(/* @vite-ignore */ address).then(() => (failures = 0), showFailure);
};

const open = (event: Event): void => {
  event.preventDefault();
  load();
  dialog?.showModal();
  const box = document.querySelector<HTMLInputElement>('input[name=q]');
  box?.focus();
  box?.select();
};

document.addEventListener('keydown', (event) => {
  if (!isSearchKey(event) || isIn(event, EDITABLE)) return;
  if (document.documentElement.dataset['shortcuts'] === 'off') return;
  if (document.querySelector('dialog[open]') === null) open(event);
});

document.addEventListener('click', (event) => {
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (template && !isElsewhere && isIn(event, SEARCH_LINK)) open(event);
  if (isIn(event, '[data-part=retry]')) loadAgain();
});

document.addEventListener('focusin', (event) => {
  // whoever turns to a plain box will soon be on the search page
  if (isIn(event, '.search-box')) load();
});
