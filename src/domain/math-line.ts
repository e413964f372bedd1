import { texToMathml } from './math.ts';
import { splitMath, type MathPart } from './math-parts.ts';

const TOKEN = '<m[ino](?: [^>]*)?>([^<]*)</m[ino]>';
const POWER = new RegExp(`<msup>${TOKEN}${TOKEN}</msup>`, 'g');
const INDEX = new RegExp(`<msub>${TOKEN}${TOKEN}</msub>`, 'g');
const FRACTION = new RegExp(`<mfrac>${TOKEN}${TOKEN}</mfrac>`, 'g');
const ANNOTATION = /<annotation[^]*?<\/annotation>/g;
/** What a line cannot show: things above, below and inside each other. */
const STACKED =
  /<m(?:su[bp]|subsup|frac|under|over|underover|sqrt|root|table|multiscripts|enclose)\b/;
const INVISIBLE = /[\u2061-\u2064\u200b]/g;
const RAISED = new Map([
  ['1', '¹'],
  ['2', '²'],
  ['3', '³'],
]);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

const toPower = (base: string, exponent: string): string =>
  `${base}${RAISED.get(exponent) ?? `^${exponent}`}`;

/** The signs of a formula, or undefined when they do not stand in a line. */
const mathmlToLine = (markup: string): string | undefined => {
  const flat = markup
    .replace(ANNOTATION, '')
    .replace(POWER, (_, base: string, exponent: string) => toPower(base, exponent))
    .replace(INDEX, '$1$2')
    .replace(FRACTION, '$1/$2');
  if (STACKED.test(flat)) return undefined;
  return flat
    .replace(/<mspace\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(INVISIBLE, '');
};

const partToLine = (part: MathPart): string => {
  if (part.type === 'text') return part.source;
  const markup = texToMathml(part.tex, false);
  return markup === undefined ? part.source : (mathmlToLine(markup) ?? part.tex);
};

/**
 * A text with its mathematics as plain signs, for pictures and other places without MathML; a formula that
 * does not fit into a line is its TeX, and what is no TeX stays as it was typed.
 * @example mathToLine('in $O(n^2)$ steps') // 'in O(n²) steps'
 */
export const mathToLine = (text: string): string =>
  splitMath(text)
    .map(partToLine)
    .join('')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
