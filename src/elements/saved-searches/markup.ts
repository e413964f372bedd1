import { make } from '../make.ts';

type Parts = Readonly<Record<string, string>>;

const button = (text: string, attributes: Parts): HTMLElement =>
  make('button', { type: 'button', ...attributes }, text);

/** What stands in the section of saved searches. */
export const makeSection = (): readonly Node[] => [
  make('h2', { id: 'saved-heading' }, 'Saved searches'),
  make('p', { class: 'note' }, 'They stay in this browser: nobody else sees them.'),
  make('ul', { role: 'list', 'data-part': 'saved-list' }),
  make('p', { class: 'note', role: 'status', 'data-part': 'saved-status' }),
  make('p', {}, button('Look for new papers', { 'data-part': 'saved-count', hidden: '' })),
  make(
    'p',
    { class: 'undo', 'data-part': 'saved-undo-bar', hidden: '' },
    make('span', { 'data-part': 'saved-undo-text', id: 'saved-undo-text', dir: 'auto' }),
    button('Undo', {
      'data-part': 'saved-undo',
      'data-act': 'undo-remove',
      'aria-describedby': 'saved-undo-text',
    }),
  ),
];

const makeLine = (): HTMLElement =>
  make(
    'div',
    { 'data-part': 'saved-line' },
    make(
      'p',
      {},
      make('a', { 'data-part': 'saved-link', dir: 'auto' }),
      make('span', { class: 'news', 'data-part': 'saved-news' }),
    ),
    button('Rename', { 'data-act': 'rename-search' }),
    button('Remove', { 'data-act': 'remove-search' }),
  );

const makeRename = (maxLength: number): HTMLElement =>
  make(
    'form',
    { 'data-part': 'saved-rename', hidden: '' },
    make(
      'label',
      {},
      'Name',
      make('input', {
        'data-part': 'saved-name',
        type: 'text',
        dir: 'auto',
        maxlength: String(maxLength),
        autocomplete: 'off',
      }),
    ),
    make('button', { type: 'submit' }, 'Save'),
  );

/** A row of the list, to be filled. */
export const makeRow = (maxLength: number): HTMLElement =>
  make('li', {}, makeLine(), makeRename(maxLength));

/** Loads styles; who waits for them goes on without when they do not come. */
export const loadStyles = (styles: string): Promise<void> =>
  new Promise((resolve) => {
    const link = make('link', { rel: 'stylesheet', href: styles });
    for (const end of ['load', 'error']) link.addEventListener(end, () => resolve());
    document.head.append(link);
  });
