import slugify from '@sindresorhus/slugify';
import { hashText } from './hash-text.ts';
import { MAX_ID_LENGTH } from './ids.ts';
import { nameKey } from './name-key.ts';

/** Pages below `/authors/` and `/venues/` that are no author's and no venue's. */
const RESERVED: readonly string[] = ['by'];

// words that a slug says back: a letter alone is an initial and has its full stop
const WORD = String.raw`(?:[a-z]\.|[a-z]{2,}\d{0,4})`;
const PLAIN = new RegExp(`^${WORD}(?: (?:${WORD}|\\d{1,4}))*$`);

/** Ten digits: no word of a plain name is as long. */
const digitsOf = (text: string): string => String(hashText(text)).padStart(10, '0');

const MAX_WORDS_LENGTH = 38;

const withDigits = (key: string): string => {
  const words = slugify(key, { decamelize: false })
    .replace(/[^a-z0-9-]+/g, '')
    .slice(0, MAX_WORDS_LENGTH)
    .replace(/^-+|-+$/g, '');
  if (words !== '') return `${words}-${digitsOf(key)}`;
  // nothing but the digits tells such names apart, so there are twice as many
  return `name-${digitsOf(key)}${digitsOf([...key].toReversed().join(''))}`;
};

/**
 * The address of a name: it depends on the name alone, so that it stays when others come. A name in plain
 * letters has its words; of all others, whose words a second name could have as well, a hash follows.
 * @example nameToSlug('Ada K. Lovelace') // 'ada-k-lovelace'
 * @example nameToSlug('Zoë Lovelace') // 'zoe-lovelace-1755417922'
 */
export const nameToSlug = (name: string): string => {
  const key = nameKey(name);
  const plain = key.replaceAll('.', '').replaceAll(' ', '-');
  const isPlain = PLAIN.test(key) && plain.length <= MAX_ID_LENGTH && !RESERVED.includes(plain);
  return isPlain ? plain : withDigits(key);
};
