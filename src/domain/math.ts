import temml from 'temml';

/** A stretch of text, or mathematics with the delimiters it was typed with. */
export type MathPart =
  | { readonly type: 'text'; readonly source: string }
  | {
      readonly type: 'math';
      readonly source: string;
      readonly tex: string;
      readonly isDisplay: boolean;
    };

/**
 * `\(…\)`, an escaped character, `$$…$$` and `$…$`, whichever begins first. By pandoc's rule a single dollar
 * opens before something other than space, and closes after something other than space and not before a
 * digit, so that `$5 and $10` stays text.
 */
const MATH =
  /\\\((?<paren>(?:\\[^()]|[^\\])+?)\\\)|\\[^]|\$\$(?<display>(?:\\[^]|[^\\$])+)\$\$|\$(?=[^\s$])(?<inline>(?:\\[^]|[^\\$])+)(?<!\s)\$(?!\d)/gu;

/**
 * Tells mathematics from text. The sources of the parts, joined, are the text.
 * @example splitMath('in $O(n)$ time') // text 'in ', math 'O(n)', text ' time'
 */
export const splitMath = (text: string): readonly MathPart[] => {
  const parts: MathPart[] = [];
  let start = 0;
  const pushText = (end: number) => {
    if (start < end) parts.push({ type: 'text', source: text.slice(start, end) });
  };
  for (const { 0: source, index, groups } of text.matchAll(MATH)) {
    const tex = groups?.['paren'] ?? groups?.['display'] ?? groups?.['inline'];
    if (tex === undefined) continue;
    pushText(index);
    const isDisplay = groups?.['display'] !== undefined;
    parts.push({ type: 'math', source, tex, isDisplay });
    start = index + source.length;
  }
  pushText(text.length);
  return parts;
};

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

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');

/** Text as HTML, the mathematics in it as MathML; what TeX does not understand stays as typed. */
export const mathTextToHtml = (text: string): string =>
  splitMath(text)
    .map(
      (part) =>
        (part.type === 'math' ? texToMathml(part.tex, part.isDisplay) : undefined) ??
        escapeText(part.source),
    )
    .join('');
