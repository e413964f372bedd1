import temml from 'temml';
import { escapeText } from './escape-text.ts';
import { splitMath, type MathPart } from './math-parts.ts';

export { splitMath, type MathPart };

const TAG = /<[^>]*>/g;
// sizes and colours of an abstract's formula are not worth a hole in the policy for styles
const STYLING = / (?:style|class)=(?:"[^"]*"|'[^']*')/g;
const MATHML_TAG = /^<\/?(?:math|semantics|annotation|m[a-z]+)(?: [a-z]+="[^"]*")*>$/;
const ADDRESSING = / (?:href|src|id)=/;

const isHarmless = (markup: string): boolean =>
  (markup.match(TAG) ?? []).every((tag) => MATHML_TAG.test(tag) && !ADDRESSING.test(tag));

/**
 * Mathematics as MathML with the TeX in its annotation, without styles, links or scripts; undefined when the
 * TeX is wrong or asks for more than mathematics: it is then shown as typed.
 */
export const texToMathml = (tex: string, isDisplay: boolean): string | undefined => {
  try {
    const markup = temml
      .renderToString(tex, {
        displayMode: isDisplay,
        annotate: true,
        throwOnError: true,
        trust: false,
        wrap: 'none',
        macros: {},
        maxExpand: 100,
        maxSize: [10, 10],
      })
      .replace(TAG, (tag) => tag.replace(STYLING, ''));
    return isHarmless(markup) ? markup : undefined;
  } catch {
    return undefined;
  }
};

/** A part of a text as HTML: mathematics as MathML; what TeX does not understand stays as typed. */
export const partToHtml = (part: MathPart): string =>
  (part.type === 'math' ? texToMathml(part.tex, part.isDisplay) : undefined) ??
  escapeText(part.source);

/** Text as HTML, the mathematics in it as MathML. */
export const mathTextToHtml = (text: string): string => splitMath(text).map(partToHtml).join('');
