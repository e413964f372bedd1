import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Nodes, Paragraph, Root } from 'mdast';
import { splitSentences } from './sentences.ts';

/** What `cleanText` took out of a text, counted by what it was. */
export type Removed = { readonly what: string; readonly count: number };

const UNWANTED: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['NUL', /\u0000/g],
  // tab, line feed and carriage return are white space; all other control characters say nothing
  ['control character', /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g],
  ['lone surrogate', /\p{Surrogate}/gu],
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

/** A paragraph with one sentence a line, so that a later edit shows up as a change of its sentence. */
const toLines = (paragraph: string): string =>
  splitSentences(paragraph)
    .map(({ text }) => text)
    .join('\n');

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
  return toMarkdown(root);
};

/** The text of a node as a reader would see it, with markup that is not text (HTML) shown as typed. */
const textOf = (node: Nodes): string => {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  const isContainer = node.children.some(
    (child) => child.type !== 'text' && 'children' in child && isBlock(child),
  );
  return node.children.map(textOf).join(isContainer ? '\n\n' : '');
};

const BLOCKS = new Set(['paragraph', 'heading', 'blockquote', 'list', 'listItem', 'code', 'html']);
const isBlock = (node: Nodes): boolean => BLOCKS.has(node.type);
