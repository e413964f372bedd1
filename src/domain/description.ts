import type { Paper } from './paper.ts';

/** What search engines show of a page's description. */
const MAX_LENGTH = 160;

/** Cuts a text at a word. @example cutText('one two three', 8) // 'one two…' */
export const cutText = (text: string, length = MAX_LENGTH): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= length) return line;
  const head = characters.slice(0, length - 1).join('');
  // a script without spaces is cut where it must be
  const cut = characters[length - 1] === ' ' ? head : head.replace(/\s+\S*$/u, '');
  return `${cut.replace(/[\s,;:.–—-]+$/u, '')}…`;
};

/** A paper in a line for search engines and previews: the beginning of its abstract. */
export const describePaper = (paper: Paper): string =>
  cutText(
    paper.abstract === '' ? `${paper.title}: a paper without an abstract here.` : paper.abstract,
  );
