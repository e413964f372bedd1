import type { MentionWord, WordForms } from './mention-words.ts';

/** Names by the keys of their words, joined: every beginning of a name is in it, and where one ends, the names. */
export type LabelTree<T> = ReadonlyMap<string, readonly T[]>;

/** A name in a text: `text.slice(start, end)`. */
export type LabelHit<T> = { readonly label: T; readonly start: number; readonly end: number };

type Labelled = { readonly readings: readonly (readonly string[])[] };

export const growTree = <T extends Labelled>(labels: readonly T[]): LabelTree<T> => {
  const tree = new Map<string, T[]>();
  for (const label of labels)
    for (const reading of label.readings) {
      let path = '';
      for (const key of reading) {
        path += key;
        if (!tree.has(path)) tree.set(path, []);
      }
      tree.get(path)?.push(label);
    }
  return tree;
};

/** Finds every name in a text, also those inside of others, in one pass over its words. */
export const findLabels = <T>(
  tree: LabelTree<T>,
  words: readonly MentionWord[],
): readonly LabelHit<T>[] => {
  const hits: LabelHit<T>[] = [];
  /** Goes on from a path by the forms of one word, or of two in one, that end at `last`. */
  const step = (path: string, forms: WordForms, first: number, last: number): void => {
    for (const key of forms.keys) {
      const longer = path === '' ? key : path + key;
      const labels = tree.get(longer);
      if (labels === undefined) continue;
      const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
      for (const label of labels) hits.push({ label, ...span });
      const gap = words[last + 1]?.gap;
      if (gap !== undefined) walk(longer + gap, first, last + 1);
    }
  };
  const walk = (path: string, first: number, at: number): void => {
    const word = words[at];
    if (word === undefined) return;
    step(path, word.forms, first, at);
    if (word.joined !== undefined) step(path, word.joined, first, at + 1);
  };
  for (const first of words.keys()) walk('', first, first);
  return hits;
};
