/**
 * Loads what filters and sorts a list once a reader comes near its controls, or at once when the address asks
 * for something: most readers of a page never sort its list. The script waits in a template, where nothing is
 * loaded; a choice made meanwhile is kept for it.
 */

const KEYS = /[?&](?:kind|has|sort)=/;

const load = (): void => {
  const template = document.querySelector<HTMLTemplateElement>('template[data-part="list-script"]');
  template?.replaceWith(document.importNode(template.content, true));
};

const keepChoice = ({ currentTarget: list }: Event): void => {
  if (!(list instanceof HTMLElement) || customElements.get('paper-list') !== undefined) return;
  list.dataset['asked'] = '';
  load();
};

const wake = (list: HTMLElement): void => {
  list.querySelector('fieldset')?.removeAttribute('disabled');
  list.addEventListener('pointerover', load, { once: true });
  list.addEventListener('focusin', load, { once: true });
  list.addEventListener('change', keepChoice);
};

for (const list of document.querySelectorAll<HTMLElement>('paper-list')) wake(list);
if (KEYS.test(location.search)) load();
