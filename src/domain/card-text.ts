import { mathToLine } from './math-line.ts';

/** What the typeface of the cards has signs for: Latin, Greek and Cyrillic letters, digits, punctuation. */
const SIGNS = [
  '\\u0020-\\u007e\\u00a0-\\u012b\\u012e-\\u0131\\u0134-\\u0165\\u0168-\\u017f\\u018f\\u0192\\u01a0-\\u01a1',
  '\\u01af-\\u01b0\\u01cd-\\u01dc\\u01e6-\\u01e7\\u01f8-\\u01f9\\u0218-\\u021b\\u0237\\u0251\\u0259\\u0261\\u02b0',
  '\\u02b2-\\u02b3\\u02b7-\\u02b8\\u02bb-\\u02bc\\u02be-\\u02bf\\u02c6-\\u02cc\\u02da\\u02dc-\\u02dd\\u0374-\\u0375',
  '\\u037e\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce\\u0400-\\u045f\\u0490-\\u0493\\u0496-\\u049b',
  '\\u04a0-\\u04a3\\u04aa-\\u04ab\\u04ae-\\u04b3\\u04b6-\\u04b7\\u04ba-\\u04bb\\u04c0-\\u04c2\\u04cf-\\u04d1',
  '\\u04d4-\\u04d9\\u04e2-\\u04e3\\u04e6-\\u04e9\\u04ee-\\u04ef\\u04f2-\\u04f3\\u1e0c-\\u1e0f\\u1e20-\\u1e21',
  '\\u1e24-\\u1e25\\u1e2a-\\u1e2b\\u1e36-\\u1e3b\\u1e3e-\\u1e3f\\u1e42-\\u1e49\\u1e5a-\\u1e63\\u1e6c-\\u1e6f',
  '\\u1e80-\\u1e85\\u1e8e-\\u1e8f\\u1e92-\\u1e93\\u1e97\\u1e9e\\u1ea0-\\u1ef9\\u2013-\\u2014\\u2018-\\u201a',
  '\\u201c-\\u201e\\u2020\\u2022\\u2026\\u2032-\\u2033\\u2039-\\u203a\\u2044\\u20ac\\u2113\\u2116\\u2122\\u2191',
  '\\u2193\\u2212\\u2215',
].join('');
const DRAWABLE = new RegExp(`^[${SIGNS}]*$`, 'u');

/** Signs without which a title says the same: small pictures, joiners, soft hyphens, marks of direction. */
const ORNAMENTS =
  /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Variation_Selector}|[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

const isDrawable = (text: string): boolean => DRAWABLE.test(text);

/** @example toDrawable('ℝ'), toDrawable('‑') // 'R', '-' */
const toDrawable = (sign: string): string => {
  if (isDrawable(sign)) return sign;
  return /\p{Pd}/u.test(sign) ? '-' : sign.normalize('NFKC');
};

/**
 * A text in the signs that cards can be written in, or undefined when it needs others: half a title would
 * be worse than none.
 * @example toCardText('🐝 Counts in $O(n^2)$'), toCardText('蜜蜂') // 'Counts in O(n²)', undefined
 */
export const toCardText = (text: string): string | undefined => {
  const line = mathToLine(text).replace(ORNAMENTS, '').normalize('NFC');
  const drawable = [...line]
    .map(toDrawable)
    .join('')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
  return drawable !== '' && isDrawable(drawable) ? drawable : undefined;
};
