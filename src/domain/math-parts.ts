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
