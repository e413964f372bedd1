import type { BibtexBlock } from './bibtex-blocks.ts';

/** The abbreviations of a file, `@string{name = …}`, by their names in small letters. */
export type Strings = ReadonlyMap<string, string>;

const NAMES_USED = /[=#]\s*([A-Za-z_][\w:+-]*)/g;
const DEFINED_NAME = /^\s*([A-Za-z_][\w:+-]*)\s*=/;

/** The definitions of a file, and those that an entry uses, the ones first that others use in turn. */
export const usedStrings = (body: string, strings: Strings): string => {
  const used = new Map<string, string>();
  const add = (text: string, depth: number): void => {
    if (depth > 20) return;
    for (const [, name = ''] of text.matchAll(NAMES_USED)) {
      const folded = name.toLowerCase();
      const definition = strings.get(folded);
      if (definition === undefined || used.has(folded)) continue;
      add(definition, depth + 1);
      used.set(folded, definition);
    }
  };
  if (strings.size > 0) add(body, 0);
  return [...used.values()].map((definition) => `@string{${definition}}\n`).join('');
};

/** How much abbreviations may add to an entry: each may use others several times, and so on. */
const MOST_SPELLED_OUT = 1_000_000;

/** By how much each abbreviation makes a text longer. */
const measureStrings = (strings: Strings): ((text: string) => number) => {
  const lengths = new Map<string, number>();
  const lengthOf = (name: string): number => {
    const known = lengths.get(name);
    const definition = strings.get(name);
    if (known !== undefined || definition === undefined) return known ?? 0;
    // one that uses itself adds nothing
    lengths.set(name, 0);
    const length = definition.length + measure(definition);
    lengths.set(name, length);
    return length;
  };
  const measure = (text: string): number =>
    [...text.matchAll(NAMES_USED)].reduce(
      (sum, [, name = '']) => sum + lengthOf(name.toLowerCase()),
      0,
    );
  return measure;
};

/** Whether a text says no more than it should once its abbreviations are spelled out. */
export const judgeLength = (strings: Strings): ((text: string) => boolean) => {
  const addedBy = measureStrings(strings);
  return (text) => strings.size === 0 || addedBy(text) <= MOST_SPELLED_OUT;
};

/** The abbreviations that blocks of a file define. */
export const readStrings = (blocks: readonly BibtexBlock[]): Strings =>
  new Map(
    blocks
      .filter(({ type }) => type === 'string')
      .flatMap(({ body }) => {
        const [, name] = DEFINED_NAME.exec(body) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), body] as const];
      }),
  );
