import slugify from '@sindresorhus/slugify';
import { MAX_ID_LENGTH, paperIdSchema, type PaperId } from './fields.ts';
import { shortHash } from './sentences.ts';

// a command's name is no word of the title when it only styles what follows
const TEX_STYLE = /\\(?:text\w*|math\w*|emph|operatorname|left|right|boldsymbol|bm)(?![a-z])/g;
const TEX_MARK = /[\\${}^_]+/g;

/** The words of a title without TeX: `$\ell_1$` becomes `ell1`, `\emph{very}` becomes `very`. */
const withoutTex = (title: string): string => title.replace(TEX_STYLE, '').replace(TEX_MARK, '');

// words that promise another one after them
const DANGLING =
  /(?:-(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|that|the|through|to|under|using|via|with|without))+$/;

/** Cuts a slug at the end of a word; a first word that is too long itself is cut through. */
const cutAtWord = (slug: string, length: number): string => {
  if (slug.length <= length) return slug;
  const end = slug.lastIndexOf('-', length);
  return slug.slice(0, end > 0 ? end : length).replace(DANGLING, '');
};

/**
 * The readable part of a paper's address: lower-case words of the title, Latin letters only.
 * @example titleToSlug('AlayaDB: The Data Foundation') // 'alayadb-the-data-foundation'
 */
export const titleToSlug = (title: string): string => {
  const slug = cutAtWord(slugify(withoutTex(title), { decamelize: false }), MAX_ID_LENGTH);
  return slug === '' ? `paper-${shortHash(title)}` : slug;
};

/** What Windows takes for a device, whatever its ending: no clone of a collection could have such a file. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** An id for a paper that has none yet: its slug, with a number when somebody has had that one before. */
export const newPaperId = (title: string, taken: ReadonlySet<string>): PaperId => {
  const slug = titleToSlug(title);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const id = cutAtWord(slug, MAX_ID_LENGTH - suffix.length) + suffix;
    if (!taken.has(id) && !RESERVED.test(id)) return paperIdSchema.parse(id);
  }
};
