import type { Nodes } from 'mdast';
import { defaultHandlers, toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';

/** What may need an escape somewhere, or at the beginning of a line that does not begin with a letter. */
const MAY_NEED_ESCAPE = /[!#&*<>[\]\\_`~\t\r]| \n|\n(?!\p{L})/u;
const BEGINS_WITH_LETTER = /^\p{L}/u;
const BEGINS_AT_RISK = /^[(\n]/;

type Neighbours = { readonly before: string; readonly after: string };

/** Whether a text stands in a document as it is, which is to be told of most without looking at each rule. */
const isPlain = (text: string, { before, after }: Neighbours): boolean =>
  !MAY_NEED_ESCAPE.test(text) &&
  (BEGINS_WITH_LETTER.test(text) || (!/^\n?$/.test(before) && !BEGINS_AT_RISK.test(text))) &&
  !(text.endsWith(' ') && after.startsWith('\n'));

const writeText: Handle = (node: { readonly value: string }, parent, state, info) =>
  isPlain(node.value, info) ? node.value : defaultHandlers.text(node as never, parent, state, info);

/**
 * Writes a Markdown document; whatever in its texts would be read as markup is escaped. The same as the
 * library alone would write, which tries forty patterns on every text.
 */
export const writeDocument = (document: Nodes, options: Options = {}): string =>
  toMarkdown(document, { ...options, handlers: { text: writeText } });
