const PARAGRAPH_BREAK = /\s*\n\s*\n\s*/;

/** The paragraphs of a text, each with its white space folded to single spaces. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split(PARAGRAPH_BREAK)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');

/** One form for texts that differ in white space alone. */
export const normalizeText = (text: string): string => paragraphsOf(text).join('\n\n');
