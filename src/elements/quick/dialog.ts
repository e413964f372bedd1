import { make } from '../make.ts';

/** What stands below the box until the panel's script is there and makes the rest. */
const makePanel = (papers: string): HTMLElement => {
  const panel = document.createElement('quick-panel');
  panel.append(
    make('p', { 'data-part': 'note' }),
    make(
      'p',
      { 'data-part': 'failed', role: 'alert', hidden: '' },
      'Search did not load. ',
      make('button', { 'data-part': 'retry' }, 'Try again'),
      ' or see ',
      make('a', { href: papers }, 'all papers from A to Z'),
      '.',
    ),
  );
  return panel;
};

/**
 * The dialog of the quick search, made when it is first opened so that no page need hold it. `search` is the
 * address of the search page, whose form it is; the template has what to load with it, its style and its
 * script, and says what is sought.
 */
export const makeDialog = (template: HTMLTemplateElement, search: string): HTMLDialogElement =>
  make(
    'dialog',
    { class: 'quick', 'aria-label': 'Search' },
    make(
      'form',
      { action: search },
      make(
        'label',
        {},
        `${template.dataset['sought'] ?? 'Papers'} `,
        make('input', { type: 'search', name: 'q', autocomplete: 'off' }),
      ),
    ),
    make('form', { method: 'dialog' }, make('button', {}, 'Close')),
    makePanel(search.replace(/search\/$/, 'papers/')),
    document.importNode(template.content, true),
  );
