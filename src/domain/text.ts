import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Paragraph, Root } from 'mdast';
import { normalizeText, paragraphsOf } from './paragraphs.ts';
import { splitSentences } from './sentences.ts';
import { writeDocument } from './write-markdown.ts';

export { normalizeText, paragraphsOf };

/** What `cleanText` took out of a text, counted by what it was. */
export type Removed = { readonly what: string; readonly count: number };

const UNWANTED: readonly (readonly [what: string, pattern: RegExp])[] = [
  // eslint-disable-next-line no-control-regex -- control characters are what it finds
  ['NUL', /\u0000/g],
  // tab, line feed and carriage return are white space; all other control characters say nothing
  // eslint-disable-next-line no-control-regex -- as above
  ['control character', /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g],
  ['lone surrogate', /\p{Surrogate}/gu],
  // they turn the direction of all that follows, so that a text shows as another; marks of direction may stay
  ['control of direction', /[\u202a-\u202e\u2066-\u2069]/g],
  // a byte order mark, and the code points that Unicode says are no characters
  ['noncharacter', /[\ufeff\p{Noncharacter_Code_Point}]/gu],
];

/** Takes out what no text means to contain and says what it was; all else stays as it is. */
export const cleanText = (raw: string): { text: string; removed: readonly Removed[] } => {
  const removed: Removed[] = [];
  let text = raw;
  for (const [what, pattern] of UNWANTED) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) removed.push({ what, count });
    text = text.replace(pattern, '');
  }
  return { text, removed };
};

/** A paragraph with one sentence a line, so that a later edit shows up as a change of its sentence. */
const toLines = (paragraph: string): string =>
  splitSentences(paragraph)
    // scripts without spaces put none between sentences, and a line break would read as one
    .map(({ text, start }) => {
      if (!/\s/.test(paragraph[start - 1] ?? '')) return text;
      // two numbers that begin lines in turn are one too many for the writer's escapes
      return /^\d+[.)]/.test(text) ? ` ${text}` : `\n${text}`;
    })
    .join('');

const toParagraph = (text: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value: toLines(text) }],
});

/**
 * Writes plain text as Markdown that shows just that text: whatever Markdown would read as markup is
 * escaped. One sentence a line, an empty line between paragraphs. Expects text from `cleanText`.
 * `markdownToText(textToMarkdown(text))` equals `normalizeText(text)`.
 */
export const textToMarkdown = (text: string): string => {
  const root: Root = { type: 'root', children: paragraphsOf(text).map(toParagraph) };
  return writeDocument(root);
};

/** Nodes whose children are blocks, each a paragraph of its own in the text. */
const isContainer = (node: Nodes): boolean =>
  node.type === 'root' ||
  node.type === 'blockquote' ||
  node.type === 'list' ||
  node.type === 'listItem';

/** The text of a node as a reader sees it; markup that shows nothing by itself (HTML) as it was typed. */
const textOf = (node: Nodes): string => {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  return node.children.map(textOf).join(isContainer(node) ? '\n\n' : '');
};

// the writer's own form: no markup but backslash escapes, no line that could start a block
const NEEDS_PARSER = /[*_`<&[\]#>~|]|^[ \t]|^(?:[-+=]|\d+[.)])|[ ]{2}$|\\$|\t/m;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Undoes backslash escapes; gives nothing when the text needs the whole of Markdown to be read. */
const readEscapes = (markdown: string): string | undefined =>
  NEEDS_PARSER.test(markdown.replace(ESCAPED, '')) ? undefined : markdown.replace(ESCAPED, '$1');

/**
 * The text that a Markdown body shows: markup goes, its words stay, HTML stays as typed. White space is
 * folded, paragraphs are separated by an empty line.
 */
export const markdownToText = (markdown: string): string =>
  // bodies as written by `textToMarkdown` are most of a collection, and parsing costs fifty times more
  normalizeText(readEscapes(markdown) ?? textOf(fromMarkdown(markdown)));
