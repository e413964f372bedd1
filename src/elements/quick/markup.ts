import { make } from '../make.ts';

const makeGroup = (): HTMLTemplateElement => {
  const mould = make('template', { 'data-part': 'group' });
  const link = make('a', {}, make('span', { dir: 'auto' }), ' ', make('small', { dir: 'auto' }));
  const list = make('ul', { role: 'list' }, make('li', {}, link));
  mould.content.append(make('div', {}, make('p', {}), list));
  return mould;
};

/** What the panel shows once its script is there: no page need hold it. */
export const makeParts = (): readonly Node[] => [
  make('a', { 'data-part': 'all' }),
  make('p', { class: 'visually-hidden', role: 'status', 'data-part': 'status' }),
  makeGroup(),
];

/** The switch of the shortcuts, as `ShortcutChoice.astro` has it. */
export const makeChoice = (): HTMLElement => {
  const box = make('input', { type: 'checkbox', checked: '', disabled: '' });
  const [slash, both] = [make('kbd', {}, '/'), make('kbd', {}, 'Ctrl+K')];
  const choice = document.createElement('shortcut-choice');
  choice.append(make('label', {}, box, ' Keyboard shortcuts ', slash, ' and ', both));
  return choice;
};
