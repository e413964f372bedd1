import { parse as parseName } from '@citation-js/name';

/** The parts of a name as the Citation Style Language calls them; a group has but a `literal`. */
export type CslName = Readonly<Record<string, string>>;

/** Words by which a name is that of a group, which has no family name. Within a name `The` is a given name. */
const GROUP =
  /^the\b|\b(?:team|group|collaboration|consortium|project|society|institute|university|association|committee|laboratory|labs?|inc|ltd|gmbh)\b/i;

// the parser takes some of these for family names, and some family names for these
const SUFFIX = /,?\s+(Jr\.?|Sr\.?|II|III|IV)$/;

const countWords = (text: string): number => text.split(/[\s,]+/).filter(Boolean).length;

/** Whether the parser left nothing out: it takes family names such as `Ma` and `Do` for degrees. */
const isWhole = (name: string, parts: CslName): boolean =>
  !('suffix' in parts) &&
  countWords(Object.values(parts).join(' ')) === countWords(name) &&
  Object.values(parts).every((part) => part === part.trim());

const lastWordAsFamily = (name: string): CslName => {
  const words = name.split(' ');
  const given = words.slice(0, -1).join(' ');
  return { ...(given !== '' && { given }), family: words.at(-1) ?? name };
};

/** The parser's reading; undefined where it fails, as it does at a name that is all degrees: `I., PhD`. */
const tryParser = (name: string): CslName | undefined => {
  try {
    return parseName(name);
  } catch {
    return undefined;
  }
};

const parsePerson = (name: string): CslName => {
  // the parser finds no name in a single word such as `V`
  const parts = name.includes(' ') ? tryParser(name) : undefined;
  return parts !== undefined && isWhole(name, parts) ? parts : lastWordAsFamily(name);
};

/**
 * Takes a name apart, given name first, by the rules of citations; no word of it is lost.
 * @example toCslName('Ludwig van Beethoven') // { given: 'Ludwig', 'dropping-particle': 'van', family: 'Beethoven' }
 * @example toCslName('Yi Ma') // { given: 'Yi', family: 'Ma' }
 */
export const toCslName = (raw: string): CslName => {
  const name = raw.replace(/\s+/g, ' ').trim();
  if (GROUP.test(name)) return { literal: name };
  const [, suffix] = SUFFIX.exec(name) ?? [];
  return { ...parsePerson(name.replace(SUFFIX, '')), ...(suffix !== undefined && { suffix }) };
};
