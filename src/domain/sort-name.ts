/** Scripts in which the family name comes first. */
const FAMILY_FIRST = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** Words behind a family name that are no part of it. */
export const NAME_SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** A name, and the words in it that readers look for. */
export type NameParts = {
  readonly before: string;
  readonly family: string;
  readonly after: string;
};

const hasLetter = (word: string): boolean => /\p{L}/u.test(word);

const join = (words: readonly string[]): string => words.join(' ');

/**
 * Where a name stands in an index: by its last word but `Jr.` and the like; as it is written where the family
 * name comes first, and where a comma says so. Particles (`van`, `de la`) do not count. Nothing but the order
 * depends on it, so a family name of two words is found under its second.
 * @example splitName('Perrin van der Quill') // { before: 'Perrin van der', family: 'Quill', after: '' }
 */
const splitName = (name: string): NameParts => {
  const words = name.trim().split(/\s+/);
  if (FAMILY_FIRST.test(name) || name.includes(','))
    return { before: '', family: join(words), after: '' };
  const at = words.findLastIndex((word) => hasLetter(word) && !NAME_SUFFIX.test(word));
  if (at < 0) return { before: '', family: join(words), after: '' };
  return {
    before: join(words.slice(0, at)),
    family: words[at] ?? '',
    after: join(words.slice(at + 1)),
  };
};

/** @example sortName('Perrin van der Quill') // 'Quill Perrin van der' */
export const sortName = (name: string): string => {
  const { before, family, after } = splitName(name);
  return join([family, before, after].filter((part) => part !== ''));
};

/** A name in three parts, of which the second is what readers look for. */
export const familyInName = (name: string): readonly [string, string, string] => {
  const { before, family, after } = splitName(name);
  return [before, family, after];
};
